import { timingSafeEqual } from 'node:crypto';

/** Compares two hex digests without telling by its duration where they differ. Unequal lengths are unequal digests. */
export function sameDigest(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
