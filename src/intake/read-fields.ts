import { cleanText, foldText, hasUnsafe } from '../domain/clean-text.ts';
import type { CustomerId, Serial } from '../domain/ids.ts';
import type { ImportedCertificate } from '../domain/import-record.ts';
import { type Fault, fault } from './fault.ts';

const LONGEST = { name: 200, login: 100, subject: 1_000, email: 254, customerId: 40 } as const;
/** More than this is refused before it is even cleaned. */
const LONGEST_RAW = 8_000;
/** U+FFFD stands where an earlier program could not read a letter: what was there is lost. */
const LOST_LETTER = '\ufffd';

const CUSTOMER_ID = /^[A-Z0-9][A-Z0-9._/-]*$/;
const PLAIN_EMAIL = /^[a-z0-9_%+-]+(?:\.[a-z0-9_%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
/** RFC 5321 with RFC 6531's letters; quoted local parts and literal addresses are nobody's real mailbox. */
const EMAIL =
  /^[^\s@.,;:<>()[\]\\"\p{C}]+(?:\.[^\s@.,;:<>()[\]\\"\p{C}]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;
const LANGUAGE = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/;
const SERIAL = /^(?:[0-9A-F]+|[0-9A-F]{2}(?:[: ][0-9A-F]{2})*)$/;
const SERIAL_OCTETS = 20;

/** Statuses as portals write them in English and Polish, folded. */
const STATUSES: ReadonlyMap<string, ImportedCertificate['status'] | 'expired'> = new Map([
  ['valid', 'valid'],
  ['wazny', 'valid'],
  ['suspended', 'suspended'],
  ['zawieszony', 'suspended'],
  ['revoked', 'revoked'],
  ['uniewazniony', 'revoked'],
  ['expired', 'expired'],
  ['wygasly', 'expired'],
]);

/** A name or other text that only describes: whatever a terminal would act on is taken out. */
export function readText(raw: string, longest: 'name' | 'subject'): string | Fault {
  if (raw.length > LONGEST_RAW) return fault('too-long');
  const text = cleanText(raw);
  if (text === '') return fault('missing');
  if (text.length > LONGEST[longest]) return fault('too-long');
  return text.includes(LOST_LETTER) ? fault('lost-letters') : text;
}

/** A field that identifies is never repaired: two customers must not become one by cleaning. */
function readIdentifier(raw: string, longest: number): string | Fault {
  const text = raw.trim();
  if (text === '') return fault('missing');
  if (text.length > longest) return fault('too-long');
  if (hasUnsafe(text)) return fault('control-characters');
  return text.includes(LOST_LETTER) ? fault('lost-letters') : text.normalize('NFC');
}

/** Upper case, so that `ec-100000` and `EC-100000` are one customer. */
export function readCustomerId(raw: string): CustomerId | Fault {
  const text = readIdentifier(raw, LONGEST.customerId);
  if (typeof text !== 'string') return text;
  const id = text.toUpperCase();
  return CUSTOMER_ID.test(id) ? id : fault('bad-characters');
}

export function readLogin(raw: string): string | Fault {
  const text = readIdentifier(raw, LONGEST.login);
  return typeof text === 'string' && /\s/.test(text) ? fault('bad-characters') : text;
}

/** Lower case, trimmed. */
export function readEmail(raw: string): string | Fault {
  const text = readIdentifier(raw, LONGEST.email);
  if (typeof text !== 'string') return text;
  const email = text.toLowerCase();
  if (!PLAIN_EMAIL.test(email) && !EMAIL.test(email)) return fault('not-an-address');
  const at = email.indexOf('@');
  if (at > LONGEST_LOCAL_PART) return fault('not-an-address');
  if (
    email.length - at > LONGEST_LABEL &&
    email
      .slice(at + 1)
      .split('.')
      .some((label) => label.length > LONGEST_LABEL)
  ) {
    return fault('not-an-address');
  }
  return email;
}

/** The primary subtag of a language tag: `pl-PL` is `pl`; null when nothing is said. */
export function readLanguage(raw: string): string | null | Fault {
  const text = raw.trim().toLowerCase();
  if (text === '') return null;
  return LANGUAGE.exec(text)?.[1] ?? fault('not-a-language');
}

/**
 * Hex with `:` or blanks between pairs or without. As X.509 parsing gives it: upper case, whole octets, no leading zero
 * octet; at most 20 octets and never zero (RFC 5280, 4.1.2.2).
 */
export function readSerial(raw: string): Serial | Fault {
  const text = readIdentifier(raw, LONGEST_RAW);
  if (typeof text !== 'string') return text;
  const upper = text.toUpperCase();
  if (!SERIAL.test(upper)) return fault('not-hex');
  const digits = upper.replace(/[: ]/g, '').replace(/^0+/, '');
  if (digits === '') return fault('zero');
  const octets = digits.length % 2 === 0 ? digits : `0${digits}`;
  return octets.length > SERIAL_OCTETS * 2 ? fault('too-long') : octets;
}

export function readStatus(raw: string): ImportedCertificate['status'] | 'expired' | Fault {
  const text = foldText(raw);
  if (text === '') return fault('missing');
  return STATUSES.get(text) ?? fault('unknown-status');
}
