import { sameDigest } from './constant-time.ts';

/** What kind of wrong an entered SMS code was. The kind is kept, never the code. */
export const wrongCodeKinds = ['previous-code', 'digits-swapped', 'one-digit-off', 'other'] as const;
export type WrongCodeKind = (typeof wrongCodeKinds)[number];

/** What a wrong code is compared with: the digests kept of the newest code and of the one before. */
export interface KnownCodes {
  readonly isNewest: (code: string) => boolean;
  readonly isPrevious: (code: string) => boolean;
}

/** The codes that were sent, as comparisons in constant time. */
export function knownCodes(
  digestOf: (attempt: number, code: string, like: string) => string,
  { number, codeDigest, previousDigest }: CodeDigests,
): KnownCodes {
  return {
    isNewest: (code) => sameDigest(digestOf(number, code, codeDigest), codeDigest),
    isPrevious: (code) =>
      previousDigest !== null && sameDigest(digestOf(number - 1, code, previousDigest), previousDigest),
  };
}

interface CodeDigests {
  readonly number: number;
  readonly codeDigest: string;
  readonly previousDigest: string | null;
}

/** Why a wrong code is wrong, most telling reason first. At most 60 digests for a code of six digits. */
export function kindOfWrongCode(entered: string, { isNewest, isPrevious }: KnownCodes): WrongCodeKind {
  if (isPrevious(entered)) return 'previous-code';
  if (neighboursSwapped(entered).some(isNewest)) return 'digits-swapped';
  return oneDigitChanged(entered).some(isNewest) ? 'one-digit-off' : 'other';
}

function neighboursSwapped(code: string): readonly string[] {
  const swappedAt = (place: number) =>
    code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
  return Array.from({ length: code.length - 1 }, (_, place) => swappedAt(place)).filter((other) => other !== code);
}

function oneDigitChanged(code: string): readonly string[] {
  return [...code].flatMap((digit, place) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => code.slice(0, place) + other + code.slice(place + 1)),
  );
}
