import { createHash } from 'node:crypto';
import type { KnownAccount } from '../domain/account.ts';

const WORDS = [
  'brzoza',
  'wilga',
  'jezioro',
  'latarnia',
  'mewa',
  'orzech',
  'polana',
  'rower',
  'sosna',
  'wiatrak',
] as const;

/** What the subscriber types to log in to the portal, and to ECSigner Desktop. */
export interface PortalLogin {
  readonly login: string;
  readonly password: string;
}

/**
 * The password an invented subscriber has: always the same for a customer id, so that every process and every run knows
 * it. It opens nothing but the simulated portal.
 */
export function portalLoginOf({ customerId, login }: Pick<KnownAccount, 'customerId' | 'login'>): PortalLogin {
  const digest = createHash('sha256').update(`portal ${customerId}`).digest();
  const word = (place: number) => WORDS[digest.readUInt8(place) % WORDS.length];
  const number = String(digest.readUInt16BE(2) % 10_000).padStart(4, '0');
  return { login, password: `${word(0)}-${number}-${word(1)}` };
}
