import type { Clock, Entropy } from './domain/ports.ts';

/** Letters and digits that are not taken for one another when read aloud. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CASE_ID_LENGTH = 8;

/** Loaded with the first code or secret: questions need none. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** The operating system's randomness. */
export const systemEntropy: Entropy = {
  code: (digits) => String(crypto().randomInt(10 ** digits)).padStart(digits, '0'),
  bytes: (length) => crypto().randomBytes(length),
  caseId: () => Array.from({ length: CASE_ID_LENGTH }, () => READABLE[crypto().randomInt(READABLE.length)]).join(''),
};

export const systemClock: Clock = { now: () => Date.now() };
