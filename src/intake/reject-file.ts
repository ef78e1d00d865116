import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { spreadsheetLines } from './spreadsheet.ts';

/** One line of the reject file. `code` also takes the store's reasons, so it is any code that has a sentence. */
export interface RejectedRecord<Code extends string> {
  readonly file: string;
  readonly record: number;
  readonly line: number;
  readonly field: string;
  readonly code: Code;
  readonly original: string;
}

export interface RejectFile<Code extends string> {
  write(rejects: readonly RejectedRecord<Code>[]): Promise<void>;
  /** Puts the finished file in its place; how many rejects it holds. With none there is no file. */
  close(): Promise<number>;
  /** Leaves no file behind. */
  discard(): Promise<void>;
}

export type RejectFileFault = 'symbolic-link' | 'not-a-file';

const PRIVATE = 0o600;
const header = ['file', 'record', 'line', 'field', 'code', 'reason', 'original'];
const beginning = Buffer.from(`\ufeff${header.join(',')}`);

/** Whether these first bytes are those of a reject file. */
export function isRejectFile(bytes: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning);
}

/**
 * A CSV file of what was rejected, for a person to open in a spreadsheet. It holds customers' data: mode 0600, never
 * written through a link, and in its place only when it is complete (an older one is replaced). No cell of it can be run
 * by a spreadsheet, and the original row can be had back (`spreadsheet.ts`).
 * `reasonOf` gives a code's sentence. @throws when the disk is full or the folder is not there or not ours.
 */
export async function openRejectFile<Code extends string>(
  path: string,
  reasonOf: (code: Code) => string,
): Promise<RejectFile<Code> | RejectFileFault> {
  const standing = await lstat(path).catch(() => null);
  if (standing?.isSymbolicLink()) return 'symbolic-link';
  if (standing && !standing.isFile()) return 'not-a-file';

  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  let handle: FileHandle | null = null;
  let count = 0;

  async function write(rejects: readonly RejectedRecord<Code>[]): Promise<void> {
    if (rejects.length === 0) return;
    const lines = rejects.map(({ file, record, line, field, code, original }) => [
      file,
      String(record),
      String(line),
      field,
      code,
      reasonOf(code),
      original,
    ]);
    const isFirst = handle === null;
    handle ??= await open(draft, NEW_FILE, PRIVATE);
    await handle.writeFile(spreadsheetLines(isFirst ? [header, ...lines] : lines, isFirst));
    count += rejects.length;
  }

  async function close(): Promise<number> {
    if (!handle) return 0;
    await handle.sync();
    await handle.close();
    handle = null;
    await rename(draft, path);
    return count;
  }

  async function discard(): Promise<void> {
    await handle?.close();
    handle = null;
    await rm(draft, { force: true });
  }

  return { write, close, discard };
}

const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
