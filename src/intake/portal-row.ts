import { cleanText, hasUnsafe } from '../domain/clean-text.ts';
import type { Instant } from '../domain/ids.ts';
import type { ImportRecord } from '../domain/import-record.ts';
import type { Phone } from '../domain/phone-number.ts';
import { type PortalColumn, type Reject, shownValue } from './candidate.ts';
import { Fault, fault } from './fault.ts';
import { readCustomerId, readEmail, readLanguage, readLogin, readSerial, readStatus, readText } from './read-fields.ts';
import { readInstant } from './read-instant.ts';
import { readPhone } from './read-phone.ts';

/** Where each column stands in a row; -1 for a column the file does not have. */
export type ColumnPositions = Readonly<Record<PortalColumn, number>>;

/** A phone or a date is shorter; what is much longer is refused before it is even cleaned. */
const LONGEST_SHORT_FIELD = 60;
const LONGEST_RAW = 4 * LONGEST_SHORT_FIELD;

/** Turns the fields of one row into a clean record, or names the first field (in `portalColumns` order) that is wrong. */
export function readPortalRow(fields: readonly string[], at: ColumnPositions): ImportRecord | Reject {
  const cell = (column: PortalColumn): string => fields[at[column]] ?? '';
  const wrong = (column: PortalColumn, { code }: Fault): Reject => rejectField(column, code, cell(column));

  const customerId = readCustomerId(cell('customer_id'));
  if (customerId instanceof Fault) return wrong('customer_id', customerId);
  const login = readLogin(cell('login'));
  if (login instanceof Fault) return wrong('login', login);
  const givenName = readText(cell('given_name'), 'name');
  if (givenName instanceof Fault) return wrong('given_name', givenName);
  const familyName = readText(cell('family_name'), 'name');
  if (familyName instanceof Fault) return wrong('family_name', familyName);
  const email = readEmail(cell('email'));
  if (email instanceof Fault) return wrong('email', email);
  const phone = readPhoneCell(cell('phone'));
  if (phone instanceof Fault) return wrong('phone', phone);
  const language = readLanguage(cell('language'));
  if (language instanceof Fault) return wrong('language', language);
  const serial = readSerial(cell('certificate_serial'));
  if (serial instanceof Fault) return wrong('certificate_serial', serial);
  const subject = readText(cell('certificate_subject'), 'subject');
  if (subject instanceof Fault) return wrong('certificate_subject', subject);
  const notBefore = readDateCell(cell('not_before'), 'start');
  if (notBefore instanceof Fault) return wrong('not_before', notBefore);
  const notAfter = readDateCell(cell('not_after'), 'end');
  if (notAfter instanceof Fault) return wrong('not_after', notAfter);
  if (notAfter <= notBefore) return wrong('not_after', fault('expiry-before-start'));
  const told = readStatus(cell('certificate_status'));
  if (told instanceof Fault) return wrong('certificate_status', told);

  // That a certificate expired follows from the clock; it says nothing of what the CA had set before.
  const status = told === 'expired' ? null : told;
  const certificate = { serial, subject, identity: null, notBefore, notAfter, status, pem: null };
  return { customerId, login, givenName, familyName, email, phone, language, certificate };
}

/** A reject of one field, with what stood there made fit to be shown. */
export function rejectField(field: Reject['field'], code: Reject['code'], raw: string): Reject {
  return { field, code, value: shownValue(cleanText(raw.slice(0, LONGEST_RAW))) };
}

function readPhoneCell(raw: string): Phone | Fault {
  return readShortCell(raw, readPhone);
}

function readDateCell(raw: string, edge: 'start' | 'end'): Instant | Fault {
  return readShortCell(raw, (text) => readInstant(text, edge));
}

function readShortCell<T>(raw: string, read: (text: string) => T | Fault): T | Fault {
  if (raw.length > LONGEST_RAW) return fault('too-long');
  if (hasUnsafe(raw)) return fault('control-characters');
  const text = cleanText(raw);
  if (text === '') return fault('missing');
  return text.length > LONGEST_SHORT_FIELD ? fault('too-long') : read(text);
}
