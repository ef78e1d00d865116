import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Output } from './cli/wiring.ts';

const STDOUT = 1;
/** How long to wait for a reader whose pipe is full (ms). */
const PAUSE = 1;

/** The answer did not get out; what the command did before is done. */
export class OutputBroken extends Error {}

/**
 * Standard output without Node's stream, when it is a pipe, a file or no terminal: making the stream takes a tenth of a short command.
 * Null for a terminal, and on Windows. Writes at once and whole, as Node's own does for pipes and files on POSIX.
 */
export function plainOutput(): Output | null {
  if (process.platform === 'win32' || (fstatSync(STDOUT).isCharacterDevice() && isatty(STDOUT))) return null;
  let open = true;
  return {
    write(text) {
      if (open) open = writeWhole(Buffer.from(text));
    },
  };
}

/** False when nobody reads any more (`| head`), which is no fault of anybody. @throws OutputBroken on a full disk. */
function writeWhole(bytes: Buffer): boolean {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(STDOUT, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw new OutputBroken(String(code), { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  return true;
}
