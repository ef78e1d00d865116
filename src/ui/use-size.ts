import { useStdout } from 'ink';
import { useEffect, useState } from 'react';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The terminal's size, as it is resized. */
export function useSize(): Size {
  const { stdout } = useStdout();
  const [size, setSize] = useState(() => sizeOf(stdout));
  useEffect(() => {
    const changed = () => setSize(sizeOf(stdout));
    stdout.on('resize', changed);
    return () => {
      stdout.off('resize', changed);
    };
  }, [stdout]);
  return size;
}

function sizeOf(stdout: object): Size {
  const { columns = 80, rows = 24 } = stdout as Partial<Size>;
  return { columns, rows };
}
