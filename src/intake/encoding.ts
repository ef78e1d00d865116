import { isAscii, isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250'] as const;
export type Encoding = (typeof encodings)[number];

const BLOCK = 256 * 1024;
const NEWLINE = 10;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The encoding of a whole text file, in one pass that mostly runs inside Node's vectorised UTF-8 check. A byte order mark
 * decides. Otherwise a file is Windows-1250 only when its lines with letters beyond ASCII fail as UTF-8 more often than
 * not: one broken line in a UTF-8 file is that line's fault, not another encoding. In doubt it is UTF-8, because a row
 * refused is better than a name garbled.
 */
export async function detectEncoding(handle: FileHandle): Promise<Encoding> {
  const buffer = Buffer.allocUnsafe(2 * BLOCK);
  const votes = { utf8: 0, other: 0 };
  let carried = 0;
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, carried, BLOCK, position);
    const marked = position === 0 ? encodingShown(buffer.subarray(0, bytesRead)) : null;
    if (marked) return marked;
    position += bytesRead;
    const last = bytesRead === 0;
    const text = buffer.subarray(0, carried + bytesRead);
    const end = last ? text.length : text.lastIndexOf(NEWLINE) + 1;
    countVotes(text.subarray(0, end), votes);
    if (last) return votes.other > votes.utf8 ? 'windows-1250' : 'utf-8';
    // Of a line longer than a block the beginning is no evidence worth keeping.
    carried = text.length - end > BLOCK ? 0 : text.length - end;
    buffer.copyWithin(0, text.length - carried, text.length);
  }
}

/** What the first bytes alone give away: a byte order mark, or the zeros of UTF-16; null when they do not tell. */
export function encodingShown(beginning: Buffer): Encoding | null {
  return fromMark(beginning) ?? fromZeros(beginning);
}

/** How many bytes at the beginning of a file are the UTF-8 byte order mark. */
export function utf8MarkLength(beginning: Buffer): number {
  return beginning.subarray(0, UTF8_BOM.length).equals(UTF8_BOM) ? UTF8_BOM.length : 0;
}

function fromMark(beginning: Buffer): Encoding | null {
  if (utf8MarkLength(beginning) > 0) return 'utf-8';
  if (beginning.length < 2) return null;
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : null;
}

const ZEROS_SAMPLE = 1024;

/** UTF-16 without a mark: a header line in ASCII letters has a zero in every second byte, and nowhere else. */
function fromZeros(beginning: Buffer): Encoding | null {
  const sample = beginning.subarray(0, Math.min(ZEROS_SAMPLE, beginning.length & ~1));
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const many = sample.length / 2 / 2;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function countVotes(lines: Buffer, votes: { utf8: number; other: number }): void {
  if (isAscii(lines)) return;
  if (isUtf8(lines)) {
    votes.utf8 += countLines(lines);
    return;
  }
  for (let start = 0; start < lines.length; ) {
    const newline = lines.indexOf(NEWLINE, start);
    const end = newline < 0 ? lines.length : newline + 1;
    const line = lines.subarray(start, end);
    if (!isUtf8(line)) votes.other++;
    else if (!isAscii(line)) votes.utf8++;
    start = end;
  }
}

/** Number of line ends. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
