import { DAY, HOUR, MINUTE, SECOND } from './ids.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };
const WHOLE = /^([+-])?((?:\d{1,6}(?:ms|s|m|h|d))+)$/;
const PART = /(\d{1,6})(ms|s|m|h|d)/g;

/** `6m`, `1h30m`, `+4m`, `-90s` in milliseconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const [, sign, parts] = WHOLE.exec(text) ?? [];
  if (parts === undefined) return null;
  let sum = 0;
  for (const [, count, unit] of parts.matchAll(PART)) sum += Number(count) * (units[unit ?? ''] ?? 0);
  return sign === '-' ? -sum : sum;
}
