import type { ImportRecord, ImportVerdict } from '../../domain/import-record.ts';
import type { Origin } from '../../intake/candidate.ts';
import type { Input } from '../../intake/open-input.ts';
import type { RejectedRecord } from '../../intake/reject-file.ts';
import {
  emptyTally,
  type ImportReport,
  LONGEST_LIST,
  type RejectReason,
  type ReportedConflict,
  type ReportedReject,
  type Tally,
} from './report.ts';

/** Keeps count of what became of every record, and the rejects that have not been written yet. */
export interface Ledger {
  begin(input: Pick<Input, 'named' | 'kind'>): void;
  read(): void;
  skip(): void;
  reject(origin: Origin, field: string, code: RejectReason): void;
  settle(origin: Origin, record: ImportRecord, verdict: ImportVerdict): void;
  /** The rejects since the last call, in the file's order. */
  takeRejects(): readonly RejectedRecord<RejectReason>[];
  report(interrupted: boolean): ImportReport;
}

export function openLedger(): Ledger {
  const tallies: Tally[] = [];
  const conflicts: ReportedConflict[] = [];
  const rejects: ReportedReject[] = [];
  let unwritten: RejectedRecord<RejectReason>[] = [];
  let conflictCount = 0;
  let tally = emptyTally('', 'csv');

  const noteReject = ({ record, line, original }: Origin, field: string, code: RejectReason) => {
    const place = { file: tally.file, record, line, field, code };
    unwritten.push({ ...place, original: original() });
  };

  return {
    begin({ named, kind }) {
      tally = emptyTally(named, kind);
      tallies.push(tally);
    },
    read: () => {
      tally.records += 1;
    },
    skip: () => {
      tally.skipped += 1;
    },
    reject(origin, field, code) {
      tally.rejected += 1;
      noteReject(origin, field, code);
    },
    settle(origin, { customerId }, verdict) {
      tally[verdict.verdict] += 1;
      if (verdict.verdict === 'unchanged') return;
      if (verdict.verdict === 'rejected') {
        noteReject(origin, 'certificate_serial', verdict.code);
        return;
      }
      if (verdict.verdict === 'accepted' && verdict.landline) tally.landline += 1;
      if (verdict.conflicts.some(({ field }) => field === 'phone')) tally.phoneChanged += 1;
      conflictCount += verdict.conflicts.length;
      for (const conflict of verdict.conflicts) {
        if (conflicts.length < LONGEST_LIST)
          conflicts.push({ file: tally.file, record: origin.record, customerId, conflict });
      }
    },
    takeRejects() {
      const taken = unwritten.sort((a, b) => a.record - b.record);
      unwritten = [];
      for (const { original: _original, ...place } of taken.slice(0, LONGEST_LIST - rejects.length))
        rejects.push(place);
      return taken;
    },
    report: (interrupted) => ({ tallies, conflicts, conflictCount, rejects, interrupted }),
  };
}
