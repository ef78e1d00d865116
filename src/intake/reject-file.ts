import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { BYTE_STAND_IN } from './record-splitter.ts';

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

/**
 * A CSV file of what was rejected, for a person to open in a spreadsheet. It holds customers' data: mode 0600, never
 * written through a link, and in its place only when it is complete (an older one is replaced). No cell of it can be run
 * by a spreadsheet, and the original row can be had back: strip one leading `'`, then undo `\\`, `\xNN` and `\u{N}`.
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
    const lines = rejects.map(({ file, record, line, field, code, original }) =>
      [file, String(record), String(line), field, code, reasonOf(code), original].map(tamed),
    );
    const isFirst = handle === null;
    handle ??= await open(draft, NEW_FILE, PRIVATE);
    await handle.writeFile(stringify(isFirst ? [header, ...lines] : lines, { escape_formulas: true, bom: isFirst }));
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

/** What cannot be seen or would act on a terminal, and the backslash that shows it. */
const HIDDEN =
  /[\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;
/**
 * Where lists are separated by semicolons, as in Poland, a spreadsheet cuts even a quoted cell at them: the beginning of
 * a formula after a semicolon is written as a code. A leading apostrophe would be taken for the one that tames a formula.
 */
const FORMULA_INSIDE = /(;[\s"']*)([=+\-@＝＋－＠])/g;
const APOSTROPHE_FIRST = /^'/;

function tamed(text: string): string {
  return text
    .replace(HIDDEN, asCode)
    .replace(FORMULA_INSIDE, (_, before: string, sign: string) => before + asCode(sign))
    .replace(APOSTROPHE_FIRST, asCode);
}

/** `\\`; `\x1b` for ASCII and for a byte that was no UTF-8; `\u{202e}` for any other character. */
function asCode(character: string): string {
  if (character === '\\') return '\\\\';
  const point = character.codePointAt(0) ?? 0;
  const byte = point - BYTE_STAND_IN;
  if (point < 0x80 || (byte >= 0x80 && byte <= 0xff)) return `\\x${(point & 0xff).toString(16).padStart(2, '0')}`;
  return `\\u{${point.toString(16)}}`;
}
