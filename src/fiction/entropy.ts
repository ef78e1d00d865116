import type { Entropy } from '../domain/ports.ts';
import { seededRandom } from './random.ts';

/** The letters and digits of case ids, as at the real door. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CASE_ID_LENGTH = 8;

/** Codes, secrets and case ids that follow from a seed, so that a demonstration can be told again. Anybody can guess them. */
export function seededEntropy(seed: number): Entropy {
  const random = seededRandom(seed);
  return {
    code: (digits) => random.digits(digits),
    bytes: (length) => random.bytes(length),
    caseId: () =>
      Array.from({ length: CASE_ID_LENGTH }, () => READABLE[random.between(0, READABLE.length - 1)]).join(''),
  };
}
