import { type CsvRow, LONGEST_RECORD, RecordSplitter } from './record-splitter.ts';
import type { TextBlock } from './text-blocks.ts';

/** How to read a CSV file's data records. */
export interface CsvShape {
  readonly delimiter: string;
  /** Number of columns. */
  readonly width: number;
  /** Lines and UTF-8 bytes, line ends included, that stand before the first data record. */
  readonly headerLines: number;
  readonly headerBytes: number;
}

export interface CsvBatch {
  readonly rows: readonly CsvRow[];
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
}

const NEWLINE = 10;
const NOTHING = Buffer.alloc(0);
/** As much of an endless line as a reject file repeats. */
const ENDLESS_SHOWN = 4 * 1024;

/** Cuts a CSV file's text into data records, a batch for each piece; memory is bounded whatever the file holds. */
export async function* readCsvRows(pieces: AsyncIterable<TextBlock>, shape: CsvShape): AsyncGenerator<CsvBatch> {
  const { delimiter, width, headerLines } = shape;
  const splitter = new RecordSplitter({ delimiter, width, firstLine: headerLines + 1 });
  let toSkip = shape.headerBytes;
  let pending: Buffer = NOTHING;
  let endless = false;
  for await (const { bytes: block, bytesRead, last } of pieces) {
    const rows: CsvRow[] = [];
    let bytes: Buffer = block.subarray(toSkip);
    toSkip -= block.length - bytes.length;
    if (endless) {
      const newline = bytes.indexOf(NEWLINE);
      endless = newline < 0;
      bytes = endless ? NOTHING : bytes.subarray(newline + 1);
    }
    if (pending.length > 0) bytes = Buffer.concat([pending, bytes]);
    const end = last ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1;
    if (end === 0 && bytes.length > LONGEST_RECORD) {
      splitter.rejectEndless(bytes.subarray(0, ENDLESS_SHOWN), rows);
      endless = true;
      pending = NOTHING;
    } else {
      const used = splitter.take(bytes.subarray(0, end), bytes.length - end, last, rows);
      pending = bytes.subarray(used);
    }
    yield { rows, bytesRead };
  }
}
