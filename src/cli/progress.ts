import type { Io } from './wiring.ts';

const BAR = 24;
const EVERY = 100;

export interface Progress {
  /** `total` null when nobody knows it. */
  at(done: number, total: number | null): void;
  /** Takes the line away. */
  end(): void;
}

/** One line on standard error that moves; nothing when it is not a terminal. */
export function startProgress({ stderr }: Pick<Io, 'stderr'>, label: string): Progress {
  if (!stderr.isTTY) return { at: () => undefined, end: () => undefined };
  let drawn = 0;
  return {
    at(done, total) {
      const now = performance.now();
      if (now - drawn < EVERY) return;
      drawn = now;
      stderr.write(`\r\x1b[K${label} ${total === null || total === 0 ? done : bar(done, total)}`);
    },
    end: () => {
      stderr.write('\r\x1b[K');
    },
  };
}

function bar(done: number, total: number): string {
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.floor(share * 100)} %`;
}
