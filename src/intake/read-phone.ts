import { type PhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import type { Phone } from '../domain/phone-number.ts';
import { type Fault, fault } from './fault.ts';

/**
 * The `max` metadata of libphonenumber-js, because only it knows every kind of number: `min` has none, and `mobile`
 * calls a landline invalid instead of a landline.
 */
const COUNTRY = 'PL';

/** A Polish number of nine digits however spaced, with or without its country code. */
const POLISH = /^(?:\+48|0048|48)?([1-9]\d{8})$/;
const SPACING = /[ ()./-]+/g;

/**
 * What the library said of the Polish numbers that begin like this. Its patterns for nine-digit Polish numbers look at
 * no more than the first five digits (a test holds it to that), so it need not be asked again for each of ten thousand.
 */
const DECIDING_DIGITS = 5;
const polishKinds = new Map<string, Phone['kind'] | Fault>();

/** Reads a phone number as people write them; without a country code it is Polish. Landlines are taken, and named so. */
export function readPhone(text: string): Phone | Fault {
  const national = POLISH.exec(text.replace(SPACING, ''))?.[1];
  if (national === undefined) return askLibrary(text);
  const e164 = `+48${national}`;
  const beginning = national.slice(0, DECIDING_DIGITS);
  let kind = polishKinds.get(beginning);
  if (kind === undefined) {
    const asked = askLibrary(e164);
    kind = 'code' in asked ? asked : asked.kind;
    polishKinds.set(beginning, kind);
  }
  return typeof kind === 'string' ? { e164, kind } : kind;
}

/** The library's word on any number, unabridged. */
export function askLibrary(text: string): Phone | Fault {
  const number = parsePhoneNumberFromString(text, { defaultCountry: COUNTRY, extract: false });
  if (!number?.isValid()) return whyNot(text);
  if (number.ext) return fault('extension');
  const kind = kindOf(number);
  return typeof kind === 'string' ? { e164: number.number, kind } : kind;
}

function whyNot(text: string): Fault {
  switch (validatePhoneNumberLength(text, COUNTRY)) {
    case 'TOO_SHORT':
      return fault('too-short');
    case 'TOO_LONG':
      return fault('too-many-digits');
    case 'NOT_A_NUMBER':
      return fault('not-a-number');
    case 'INVALID_COUNTRY':
    case 'INVALID_LENGTH':
    case undefined:
      return fault('no-such-number');
  }
}

function kindOf(number: PhoneNumber): Phone['kind'] | Fault {
  const type = number.getType();
  switch (type) {
    case 'MOBILE':
      return 'mobile';
    case 'FIXED_LINE':
      return 'landline';
    case 'FIXED_LINE_OR_MOBILE':
    case 'VOIP':
    case 'PERSONAL_NUMBER':
    case undefined:
      return 'unknown';
    case 'PREMIUM_RATE':
      return fault('premium-rate');
    case 'SHARED_COST':
      return fault('shared-cost');
    case 'TOLL_FREE':
      return fault('toll-free');
    case 'PAGER':
    case 'UAN':
    case 'VOICEMAIL':
      return fault('special-number');
  }
}
