import type { FileHandle } from 'node:fs/promises';
import { type PortalVerdict, portalColumns, type Reject } from './candidate.ts';
import { type CsvHeader, type HeaderFault, readHeader } from './csv-header.ts';
import { type CsvShape, readCsvRows } from './csv-rows.ts';
import { countLines, detectEncoding, type Encoding } from './encoding.ts';
import { type OpenFault, openRegular } from './open-regular.ts';
import { readPortalRow } from './portal-row.ts';
import { type CsvRow, originalText } from './record-splitter.ts';
import { readTextBlocks } from './text-blocks.ts';

/** A portal export that can be read. */
export interface PortalFile {
  readonly path: string;
  /** Size in bytes, for progress. */
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly header: CsvHeader;
  readonly shape: CsvShape;
}

export type PortalFileFault =
  | { readonly code: OpenFault | 'empty-file' | 'header-too-long' | 'carriage-returns' }
  | HeaderFault;

export interface PortalBatch {
  /** In the file's order; each data record once. */
  readonly verdicts: readonly PortalVerdict[];
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
}

const LONGEST_HEADER = 64 * 1024;
/** Before the header may stand Excel's own way to name the delimiter, and lines without a word. */
const PREFACE = /^(?:[ \t;,]*\r?\n)*(?:"?sep=.{0,2}"?\r?\n)?(?:[ \t;,]*\r?\n)*/i;

/**
 * Looks at a whole file for its encoding (unless it is `told`), and at its header for delimiter and columns. Nothing
 * stays open.
 */
export async function openPortalFile(path: string, told?: Encoding): Promise<PortalFile | PortalFileFault> {
  const handle = await openRegular(path);
  if (typeof handle === 'string') return { code: handle };
  try {
    const encoding = told ?? (await detectEncoding(handle));
    const beginning = await readBeginning(handle, encoding);
    const preface = PREFACE.exec(beginning.toString('latin1'))?.[0] ?? '';
    const newline = beginning.indexOf('\n', preface.length);
    if (newline < 0 && beginning.length >= LONGEST_HEADER) return { code: 'header-too-long' };
    const headerBytes = newline < 0 ? beginning.length : newline + 1;
    const line = beginning.toString('utf8', preface.length, headerBytes).replace(/\r?\n$/, '');
    if (line.trim() === '') return { code: 'empty-file' };
    if (line.includes('\r')) return { code: 'carriage-returns' };
    const header = readHeader(line);
    if ('code' in header) return header;
    const shape = {
      delimiter: header.delimiter,
      width: header.width,
      headerLines: countLines(Buffer.from(preface, 'latin1')) + 1,
      headerBytes,
    };
    return { path, bytes: (await handle.stat()).size, encoding, header, shape };
  } finally {
    await handle.close();
  }
}

/**
 * Reads a portal export: every data record becomes a candidate or a reject, in batches, in bounded memory. Whether a
 * candidate fits what is stored (a serial of another customer, a row that came before) is the store's to decide.
 * @throws when the file cannot be read any more.
 */
export async function* readPortalFile({ path, encoding, header, shape }: PortalFile): AsyncGenerator<PortalBatch> {
  const handle = await openRegular(path);
  if (typeof handle === 'string') throw new Error(`${path}: ${handle}`);
  try {
    for await (const { rows, bytesRead } of readCsvRows(readTextBlocks(handle, encoding), shape)) {
      yield { verdicts: rows.map((row) => judge(row, header)), bytesRead };
    }
  } finally {
    await handle.close();
  }
}

function judge(row: CsvRow, { positions }: CsvHeader): PortalVerdict {
  const { record, line, source } = row;
  const original = () => originalText(source);
  if (row.status === 'broken') {
    return { verdict: 'reject', record, line, original, reject: rejectRow(row, positions) };
  }
  const read = readPortalRow(row.fields, positions);
  return 'code' in read
    ? { verdict: 'reject', record, line, original, reject: read }
    : { verdict: 'candidate', record, line, original, candidate: read };
}

function rejectRow(row: Extract<CsvRow, { status: 'broken' }>, positions: CsvHeader['positions']): Reject {
  const field = portalColumns.find((column) => positions[column] === row.column) ?? 'row';
  // What stood there is the row itself, which every reject brings along.
  return { field, code: row.code, value: '' };
}

/** The first lines, as UTF-8 unless the file is broken there. */
async function readBeginning(handle: FileHandle, encoding: Encoding): Promise<Buffer> {
  let beginning = Buffer.alloc(0);
  for await (const { bytes } of readTextBlocks(handle, encoding)) {
    beginning = Buffer.concat([beginning, bytes]);
    if (beginning.length >= LONGEST_HEADER) break;
  }
  return beginning.subarray(0, LONGEST_HEADER);
}
