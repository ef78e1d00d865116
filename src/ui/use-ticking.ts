import { useEffect, useState } from 'react';

/** What `read` says, looked at every so many milliseconds; draws again only when it has changed. */
export function useTicking<T extends string | number>(read: () => T, every: number): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setValue(read()), every);
    return () => clearInterval(timer);
  }, [read, every]);
  return value;
}
