import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Entropy } from './domain/ports.ts';

/** Letters and digits that are not taken for one another when read aloud. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CASE_ID_LENGTH = 8;

/** The operating system's randomness. */
export const systemEntropy: Entropy = {
  code: (digits) => String(randomInt(10 ** digits)).padStart(digits, '0'),
  bytes: (length) => randomBytes(length),
  caseId: () => Array.from({ length: CASE_ID_LENGTH }, () => READABLE[randomInt(READABLE.length)]).join(''),
};

export const systemClock: Clock = { now: () => Date.now() };
