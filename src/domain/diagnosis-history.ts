import type { ActivationFact } from './activation.ts';
import type { AuditEntry, RecordedFact } from './audit.ts';
import type { Known } from './diagnosis.ts';
import { HOUR } from './ids.ts';
import type { RefusalCode } from './refusal.ts';
import type { AttemptRecord } from './sms-attempt.ts';

type FactOf<Type extends ActivationFact['type']> = Extract<RecordedFact, { readonly type: Type }>;

/** How long a failure that an outage excused still tells why the caller rings. */
const EXCUSED_MATTERS = 2 * HOUR;

/**
 * The attempts that explain where the activation stands now, newest first: the open one, those that an outage excused just
 * now, and those that failed in a row.
 */
export function attemptsInQuestion({ view, now }: Known): readonly AttemptRecord[] {
  const { activation, attempts } = view;
  const open = attempts.filter(({ outcome }) => outcome === null).slice(0, 1);
  const ended = attempts.filter(({ outcome }) => outcome !== null);
  const lastSuccess = ended.findIndex(({ outcome }) => outcome === 'confirmed');
  const since = lastSuccess < 0 ? ended : ended.slice(0, lastSuccess);
  const excused = since.findIndex(({ counted }) => counted);
  const recent = since
    .slice(0, excused < 0 ? since.length : excused)
    .filter(({ requestedAt }) => requestedAt > now - EXCUSED_MATTERS);
  const counted = since.filter((attempt) => attempt.counted).slice(0, activation.consecutiveFailures);
  return [...open, ...recent, ...counted];
}

/** Facts of one type, newest first, since the last fact of another type that closed the matter. */
export function factsSince<Type extends ActivationFact['type']>(
  entries: readonly AuditEntry[],
  type: Type,
  closing: readonly ActivationFact['type'][],
): readonly FactOf<Type>[] {
  const found: FactOf<Type>[] = [];
  for (const { facts } of entries) {
    for (const fact of facts.toReversed()) {
      if (closing.some((one) => one === fact.type)) return found;
      if (fact.type === type) found.push(fact as FactOf<Type>);
    }
  }
  return found;
}

/** How often the subscriber was refused for this reason within so many milliseconds, and when last; null for never. */
export function refusedLately(
  { entries, now }: Known,
  code: RefusalCode,
  within: number,
): { readonly what: 'refused'; readonly code: RefusalCode; readonly times: number; readonly lastAt: number } | null {
  const refused = entries.filter((entry) => entry.refusal === code && entry.at > now - within);
  const [last] = refused;
  return last ? { what: 'refused', code, times: refused.length, lastAt: last.at } : null;
}
