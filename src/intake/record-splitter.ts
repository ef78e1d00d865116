import { isUtf8 } from 'node:buffer';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { RejectCode } from './candidate.ts';
import { countLines } from './encoding.ts';

/** Where a record stands in the bytes that were read. */
export interface RowSource {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** One data record: its fields, or what is wrong with it as a whole. `column` is the field's position, where one is to blame. */
export type CsvRow = { readonly record: number; readonly line: number; readonly source: RowSource } & (
  | { readonly status: 'read'; readonly fields: readonly string[] }
  | { readonly status: 'broken'; readonly code: RejectCode; readonly column: number | null }
);

/** A quoted field may hold line breaks, so a record may be long; one that is longer than this is not looked for. */
export const LONGEST_RECORD = 256 * 1024;
const NEWLINE = 10;

interface Shape {
  /** Whether its bytes are UTF-8. */
  readonly readable: boolean;
  /** Lines that the record covers. */
  readonly spanned: number;
}

/** Thrown out of the parser to stop it at a record that spans lines and still has the wrong number of fields. */
class DoubtfulRecord extends Error {}

/**
 * Cuts bytes into records; csv-parse alone decides what a quote means. Where its reading fails, or joins lines into a
 * record of the wrong width, the *first line* is rejected and reading goes on with the next line: one quote that was never
 * closed costs its own row, not the rest of the file. Lines joined at the right width are rejected together: either two
 * open quotes have mixed two customers' rows, or somebody hides a row inside a field. No field of ours needs a line break.
 */
export class RecordSplitter {
  /** Records and lines given out so far. */
  private record = 0;
  private line: number;
  private readonly options: Options;
  private readonly width: number;

  constructor({ delimiter, width, firstLine }: { delimiter: string; width: number; firstLine: number }) {
    this.options = { delimiter, record_delimiter: ['\r\n', '\n'], bom: false, relax_column_count: true };
    this.width = width;
    this.line = firstLine;
  }

  /**
   * Reads records off the beginning of `bytes`, which end with a line or with the file, and says how many bytes it used.
   * A record whose quote is still open waits for more, unless that makes it too long; `waiting` bytes stand behind `bytes`.
   */
  take(bytes: Buffer, waiting: number, last: boolean, rows: CsvRow[]): number {
    let start = 0;
    while (start < bytes.length) {
      const { end, fault } = this.parseFrom(bytes, start, rows);
      if (fault === null) return bytes.length;
      const mayCloseLater = fault === 'CSV_QUOTE_NOT_CLOSED' && !last && bytes.length + waiting - end < LONGEST_RECORD;
      if (mayCloseLater) return end;
      start = this.rejectLine(bytes, end, rows);
    }
    return start;
  }

  /** A line too long to be looked at; `bytes` is its beginning. */
  rejectEndless(bytes: Buffer, rows: CsvRow[]): void {
    const source = { bytes, start: 0, end: bytes.length };
    rows.push({
      status: 'broken',
      record: ++this.record,
      line: this.line++,
      source,
      code: 'row-too-long',
      column: null,
    });
  }

  /** Parses until the end or the first fault; `end` is where the last good record ends. */
  private parseFrom(bytes: Buffer, start: number, rows: CsvRow[]): { end: number; fault: string | null } {
    const tail = bytes.subarray(start);
    const readable = isUtf8(tail);
    let end = start;
    let linesBefore = 0;
    const onRecord = (fields: string[], { bytes: used, lines }: { bytes: number; lines: number }): null => {
      const recordEnd = start + used;
      // The parser's own count is only a hint: it takes CR and LF inside quotes for two.
      const spanned = lines - linesBefore > 1 ? lineCount(bytes.subarray(end, recordEnd)) : 1;
      if (spanned > 1 && fields.length !== this.width) throw new DoubtfulRecord();
      this.give(fields, { readable, spanned }, { bytes, start: end, end: recordEnd }, rows);
      linesBefore = lines;
      this.line += spanned;
      end = recordEnd;
      return null;
    };
    try {
      // Delimiters and quotes are ASCII, so bytes that are no UTF-8 are cut in the same places when read as Latin-1.
      parse(tail, { ...this.options, encoding: readable ? 'utf8' : 'latin1', on_record: onRecord });
      return { end, fault: null };
    } catch (error) {
      if (error instanceof CsvError) return { end, fault: error.code };
      if (error instanceof DoubtfulRecord) return { end, fault: 'doubtful' };
      throw error;
    }
  }

  private give(fields: string[], { readable, spanned }: Shape, source: RowSource, rows: CsvRow[]): void {
    if (isBlank(fields)) return;
    const at = { record: ++this.record, line: this.line, source };
    if (fields.length !== this.width) {
      const code = fields.length < this.width ? 'too-few-fields' : 'too-many-fields';
      rows.push({ status: 'broken', ...at, code, column: null });
      return;
    }
    const unreadable = readable ? -1 : decodeFields(fields);
    const column = spanned > 1 ? fields.findIndex((field) => field.includes('\n')) : unreadable;
    if (column < 0) rows.push({ status: 'read', ...at, fields });
    else rows.push({ status: 'broken', ...at, code: spanned > 1 ? 'line-break' : 'not-utf8', column });
  }

  private rejectLine(bytes: Buffer, start: number, rows: CsvRow[]): number {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const code = this.staysOpen(bytes.subarray(start, end)) ? 'unclosed-quote' : 'stray-quote';
    const source = { bytes, start, end };
    rows.push({ status: 'broken', record: ++this.record, line: this.line++, source, code, column: null });
    return end;
  }

  private staysOpen(line: Buffer): boolean {
    try {
      parse(line, this.options);
      return false;
    } catch (error) {
      if (error instanceof CsvError) return error.code === 'CSV_QUOTE_NOT_CLOSED';
      throw error;
    }
  }
}

/** Lone surrogate that stands for byte 0, as in Python's `surrogateescape`; only bytes from 0x80 on need it. */
export const BYTE_STAND_IN = 0xdc00;

/** The row as it stood in the file, without its line end; a byte that is no UTF-8 as U+DC00 plus its value. */
export function originalText({ bytes, start, end }: RowSource): string {
  const row = bytes.subarray(start, end);
  const text = isUtf8(row) ? row.toString('utf8') : keepBytes(row);
  return text.replace(/\r?\n$/, '');
}

function keepBytes(row: Buffer): string {
  let text = '';
  for (let at = 0; at < row.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= row.length && isUtf8(row.subarray(at, at + size))) ?? 0;
    text += length > 0 ? row.toString('utf8', at, at + length) : String.fromCharCode(BYTE_STAND_IN + (row[at] ?? 0));
    at += Math.max(1, length);
  }
  return text;
}

/** Latin-1 stand-ins become text, in place; the position of the first field that is no UTF-8, else -1. */
function decodeFields(fields: string[]): number {
  for (const [index, field] of fields.entries()) {
    const bytes = Buffer.from(field, 'latin1');
    if (!isUtf8(bytes)) return index;
    fields[index] = bytes.toString('utf8');
  }
  return -1;
}

function isBlank(fields: readonly string[]): boolean {
  const first = fields[0];
  return (first === '' || first?.trim() === '') && fields.every((field) => field.trim() === '');
}

/** Lines that a record covers; the last one may end with the file. */
function lineCount(record: Buffer): number {
  const ends = countLines(record);
  return record[record.length - 1] === NEWLINE ? ends : ends + 1;
}
