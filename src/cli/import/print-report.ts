import type { ImportConflict } from '../../domain/import-record.ts';
import type { Texts } from '../../text/en.ts';
import type { Context } from '../spec.ts';
import { reasonText } from './reasons.ts';
import type { ImportReport, Tally } from './report.ts';

/** A file that could not be read at all. */
export interface RefusedFile {
  readonly file: string;
  readonly code: string;
  readonly reason: string;
}

export interface WholeReport {
  readonly report: ImportReport;
  readonly refused: readonly RefusedFile[];
  readonly dryRun: boolean;
  readonly rejectsFile: string | null;
}

const counts = ['records', 'accepted', 'unchanged', 'conflicting', 'rejected', 'skipped'] as const;
type Count = (typeof counts)[number] | 'phoneChanged' | 'landline';
/** The rest is in the JSON document and in the reject file. */
const SHOWN = 20;
/** Of more files than this only those are listed of which there is something to say. */
const LISTED = 10;

export function reportDocument(texts: Texts, { report, refused, dryRun, rejectsFile }: WholeReport) {
  const { tallies, conflicts, conflictCount, rejects, interrupted } = report;
  return {
    dryRun,
    interrupted,
    files: tallies,
    refusedFiles: refused,
    conflictCount,
    conflicts: conflicts.map(({ conflict, ...place }) => ({ ...place, ...conflict })),
    rejects: rejects.map((one) => ({ ...one, reason: reasonText(texts, one.code) })),
    rejectsFile,
  };
}

export function printReport({ out, texts }: Context, { report, refused, dryRun, rejectsFile }: WholeReport): void {
  const { import: say, fields } = texts.cli;
  const { tallies, conflicts, conflictCount, rejects, interrupted } = report;
  const shown = tallies.length > LISTED ? tallies.filter(isNotable) : tallies;
  const total = [say.total(tallies.length), ...counts.map((count) => String(sum(tallies, count)))];
  out.table(
    [fields.file, ...counts.map((count) => say.counts[count])],
    [
      ...shown.map((tally) => [tally.file, ...counts.map((count) => String(tally[count]))]),
      ...(tallies.length === 1 ? [] : [total]),
    ],
  );
  const [phoneChanged, landline] = [sum(tallies, 'phoneChanged'), sum(tallies, 'landline')];
  if (phoneChanged > 0) out.line(say.flags.phoneChanged(phoneChanged));
  if (landline > 0) out.line(say.flags.landline(landline));
  for (const { record, customerId, conflict } of conflicts.slice(0, SHOWN)) {
    const { field, stored, given } = readable(texts, conflict);
    out.line(say.conflict(record, customerId, texts.words.conflictField[field], stored, given));
  }
  if (conflictCount > SHOWN) out.line(say.moreConflicts(conflictCount - SHOWN));
  for (const { file, record, field, code } of rejects.slice(0, SHOWN)) {
    out.line(say.reject(file, record, field, reasonText(texts, code)));
  }
  const rejected = sum(tallies, 'rejected');
  if (rejected > SHOWN) out.line(say.moreRejects(rejected - SHOWN));
  if (rejectsFile !== null) out.line(say.rejects(rejectsFile));
  for (const { file, reason } of refused) out.note(`${file}: ${reason}`);
  if (dryRun) out.note(say.dryRun);
  if (interrupted) out.note(say.interrupted(sum(tallies, 'accepted')));
}

function isNotable({ rejected, conflicting, skipped, phoneChanged }: Tally): boolean {
  return rejected + conflicting + skipped + phoneChanged > 0;
}

function sum(tallies: readonly Tally[], count: Count): number {
  return tallies.reduce((total, tally) => total + tally[count], 0);
}

/** Validity comes as two instants; people read dates. */
function readable({ moments }: Texts, conflict: ImportConflict): ImportConflict {
  if (conflict.field !== 'validity') return conflict;
  const dates = (pair: string) =>
    pair
      .split('/')
      .map((at) => moments.moment(Number(at)))
      .join(' – ');
  return { field: 'validity', stored: dates(conflict.stored), given: dates(conflict.given) };
}
