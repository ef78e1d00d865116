import { parse } from 'csv-parse/sync';
import { type PortalColumn, portalColumns } from './candidate.ts';
import type { ColumnPositions } from './portal-row.ts';

/** Columns without which a row cannot be judged. */
const required: readonly PortalColumn[] = portalColumns.filter((column) => column !== 'language');
const delimiters = [',', ';', '\t'] as const;

export interface CsvHeader {
  readonly delimiter: string;
  readonly width: number;
  readonly positions: ColumnPositions;
}

export type HeaderFault =
  | { readonly code: 'columns-missing'; readonly columns: readonly PortalColumn[] }
  | { readonly code: 'columns-doubled'; readonly columns: readonly PortalColumn[] };

/** Reads a header line: the delimiter is the one that shows the most columns we know; other columns are left alone. */
export function readHeader(line: string): CsvHeader | HeaderFault {
  const readings = delimiters.map((delimiter) => ({ delimiter, names: columnNames(line, delimiter) }));
  const known = (names: readonly string[]) => portalColumns.filter((column) => names.includes(column)).length;
  const { delimiter, names } = readings.reduce((best, next) => (known(next.names) > known(best.names) ? next : best));
  const missing = required.filter((column) => !names.includes(column));
  if (missing.length > 0) return { code: 'columns-missing', columns: missing };
  const doubled = portalColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (doubled.length > 0) return { code: 'columns-doubled', columns: doubled };
  const positions = Object.fromEntries(portalColumns.map((column) => [column, names.indexOf(column)]));
  return { delimiter, width: names.length, positions: positions as ColumnPositions };
}

/** Case, blanks around and blanks or hyphens inside do not matter; a line that cannot be parsed has no names. */
function columnNames(line: string, delimiter: string): readonly string[] {
  try {
    const [names = []] = parse(line, { delimiter, to: 1 }) as string[][];
    return names.map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    );
  } catch {
    return [];
  }
}
