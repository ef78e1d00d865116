import type { App } from '../app.ts';
import { locateSimulated } from './locate.ts';
import type { CliRefusal } from './refusal.ts';

/** A number, or a phone's id: `+48601000001`, `+48601000001#2`, `EC-100000#1`. */
const PHONE = /^(?:\+[1-9][0-9]{6,14}(?:#[1-9]\d?)?|[A-Za-z0-9-]{2,32}#[1-9]\d?)$/;

export interface PhoneOf {
  readonly phone: string;
  /** Null when the phone was not named by a certificate. */
  readonly serial: string | null;
}

/** A phone by its number or id, or by its owner's certificate. */
export async function phoneOf(app: App, given: string): Promise<PhoneOf | { readonly refusal: CliRefusal }> {
  if (PHONE.test(given)) return { phone: given, serial: null };
  const located = await locateSimulated(app, given);
  if (!located.found) return { refusal: located.refusal };
  const { account, view } = located.value;
  if (!account.phone) return { refusal: { code: 'no-phone' } };
  return { phone: account.phone.e164, serial: view.certificate.serial };
}
