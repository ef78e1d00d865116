import type { ImportRecord } from '../domain/import-record.ts';

/** Columns of a portal export, in the order in which a row is judged: the first bad one is reported. */
export const portalColumns = [
  'customer_id',
  'login',
  'given_name',
  'family_name',
  'email',
  'phone',
  'language',
  'certificate_serial',
  'certificate_subject',
  'not_before',
  'not_after',
  'certificate_status',
] as const;
export type PortalColumn = (typeof portalColumns)[number];

/** Why a row or a certificate cannot be taken in. Every code has a sentence in `src/text/<language>/intake.ts`. */
export const rejectCodes = [
  // the row as a whole
  'not-utf8',
  'unclosed-quote',
  'stray-quote',
  'too-few-fields',
  'too-many-fields',
  'row-too-long',
  // any field
  'missing',
  'too-long',
  'control-characters',
  'lost-letters',
  // single fields
  'bad-characters',
  'not-an-address',
  'not-a-number',
  'too-short',
  'too-many-digits',
  'no-such-number',
  'extension',
  'premium-rate',
  'shared-cost',
  'toll-free',
  'special-number',
  'not-a-language',
  'not-hex',
  'zero',
  'not-a-date',
  'no-such-day',
  'expiry-before-start',
  'unknown-status',
  // certificate files
  'not-a-certificate',
  'private-key',
  'container',
] as const;
export type RejectCode = (typeof rejectCodes)[number];

/** The first thing wrong with a record. `value` is what stood there, cleaned and cut, and may be shown. */
export interface Reject {
  readonly field: PortalColumn | 'row' | 'certificate';
  readonly code: RejectCode;
  readonly value: string;
}

/** Where a record came from. */
export interface Origin {
  /** 1-based count of data records (of PEM blocks in a certificate file). */
  readonly record: number;
  /** 1-based line of the file on which the record begins. */
  readonly line: number;
  /** The record as it stood in the file; bytes that are no UTF-8 as `\xNN`. Empty when it must not be repeated. */
  readonly original: () => string;
}

/** What the intake says of one record of a portal export. */
export type PortalVerdict =
  | (Origin & { readonly verdict: 'candidate'; readonly candidate: ImportRecord })
  | (Origin & { readonly verdict: 'reject'; readonly reject: Reject });

const SHOWN_VALUE = 120;

/** The beginning of an offending value. The caller has cleaned it. */
export function shownValue(clean: string): string {
  return clean.length > SHOWN_VALUE ? `${[...clean.slice(0, SHOWN_VALUE)].slice(0, -1).join('')}…` : clean;
}
