import type { CustomerId, Serial } from '../domain/ids.ts';
import type { ImportedCertificate, ImportRecord } from '../domain/import-record.ts';

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
  'line-break',
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
  /** The record as it stood in the file (`originalText`), uncleaned. Empty when it must not be repeated. */
  readonly original: () => string;
}

/** What the intake says of one record of a portal export. */
export type PortalVerdict =
  | (Origin & { readonly verdict: 'candidate'; readonly candidate: ImportRecord })
  | (Origin & { readonly verdict: 'reject'; readonly reject: Reject });

const SHOWN_VALUE = 120;

/** What the intake says of one certificate of a certificate file; `authority` is a CA's own, which is left out. */
export type CertificateVerdict =
  | (Origin & { readonly verdict: 'candidate'; readonly candidate: CertificateCandidate })
  | (Origin & { readonly verdict: 'authority'; readonly serial: Serial; readonly subject: string })
  | (Origin & { readonly verdict: 'reject'; readonly reject: Reject });

/** What an X.509 certificate tells of itself and its subscriber. Whose account it belongs to is for the caller to find. */
export interface CertificateCandidate {
  readonly certificate: ImportedCertificate;
  /** For finding the account, and for a new one; null where the certificate does not say. */
  readonly email: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** The beginning of an offending value. The caller has cleaned it. */
export function shownValue(clean: string): string {
  return clean.length > SHOWN_VALUE ? `${[...clean.slice(0, SHOWN_VALUE)].slice(0, -1).join('')}…` : clean;
}

/** A certificate as the record of this customer. It says nothing of login, phone or language. */
export function recordOf({ certificate, ...person }: CertificateCandidate, customerId: CustomerId): ImportRecord {
  return { customerId, login: null, phone: null, language: null, ...person, certificate };
}
