import type { ImportConflict } from '../../domain/import-record.ts';
import type { RejectCode } from '../../intake/candidate.ts';

/** Why a record was not taken in: the intake's reasons, the store's, and ours. */
export type RejectReason = RejectCode | 'serial-of-another-customer' | 'unknown-subscriber' | 'several-subscribers';

export interface Tally {
  readonly file: string;
  readonly kind: 'csv' | 'pem' | 'der';
  records: number;
  accepted: number;
  unchanged: number;
  conflicting: number;
  rejected: number;
  /** A certificate authority's own certificates. */
  skipped: number;
  /** Records with another phone number than the stored one, whatever else became of them. */
  phoneChanged: number;
  landline: number;
}

export interface ReportedConflict {
  readonly file: string;
  readonly record: number;
  readonly customerId: string;
  readonly conflict: ImportConflict;
}

export interface ReportedReject {
  readonly file: string;
  readonly record: number;
  readonly line: number;
  readonly field: string;
  readonly code: RejectReason;
}

export interface ImportReport {
  readonly tallies: readonly Tally[];
  /** The first ones; `conflictCount` says how many there were. */
  readonly conflicts: readonly ReportedConflict[];
  readonly conflictCount: number;
  /** The first ones; the tallies say how many there were. */
  readonly rejects: readonly ReportedReject[];
  readonly interrupted: boolean;
}

/** More than this nobody reads, and a million of them would not fit the memory that an import may use. */
export const LONGEST_LIST = 1000;

export function emptyTally(file: string, kind: Tally['kind']): Tally {
  const counts = { records: 0, accepted: 0, unchanged: 0, conflicting: 0, rejected: 0, skipped: 0 };
  return { file, kind, ...counts, phoneChanged: 0, landline: 0 };
}
