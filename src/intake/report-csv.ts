import type { Field, ReportRows } from '../domain/report-rows.ts';
import { spreadsheetLines } from './spreadsheet.ts';

/** A report for a spreadsheet: instants in ISO 8601, UTC; nothing in a cell for what is not known. */
export function reportCsv({ head, rows }: ReportRows): string {
  return spreadsheetLines([head, ...rows.map((row) => row.map(written))], true);
}

function written(field: Field): string {
  if (field === null) return '';
  return typeof field === 'object' ? new Date(field.instant).toISOString() : String(field);
}
