import type { Cause, Evidence, Finding, Known } from './diagnosis.ts';
import { attemptsInQuestion, factsSince, refusedLately } from './diagnosis-history.ts';
import type { Rule } from './diagnosis-rules.ts';
import type { WrongCodeKind } from './wrong-code.ts';

const named: Readonly<Record<WrongCodeKind, Cause>> = {
  'previous-code': 'previous-code',
  'digits-swapped': 'digits-swapped',
  'one-digit-off': 'one-digit-off',
  other: 'wrong-code',
};
/** A code that was typed had arrived. */
const ARRIVED = ['sms-on-its-way', 'phone-foreign'] as const satisfies readonly Cause[];

/** What was done with the code: typed wrongly, asked for too often. */
export const codeRules: readonly Rule[] = [
  (known) => typed(known, 'previous-code'),
  (known) => typed(known, 'digits-swapped'),
  (known) => typed(known, 'one-digit-off'),
  (known) => typed(known, 'other'),
  notTyped,
  askedTooSoon,
  tooManyCodes,
];

/** Certain when it was all that went wrong with the newest SMS; likely when an earlier one failed by it. */
function typed(known: Known, kind: WrongCodeKind): Finding | null {
  const attempts = attemptsInQuestion(known);
  const numbers = new Set(attempts.map(({ number }) => number));
  const entries = factsSince(known.entries, 'wrong-code-entered', ['otp-secret-issued', 'activation-reset']).filter(
    (fact) => numbers.has(fact.number) && fact.kind === kind,
  );
  if (entries.length === 0) return null;
  const newest = entries[0]?.number === attempts[0]?.number;
  return {
    cause: named[kind],
    confidence: newest && kind !== 'other' ? 'certain' : 'likely',
    evidence: [{ what: 'typed', kind, times: entries.length }],
    rulesOut: newest ? ARRIVED : [],
  };
}

/** It came in time, and nobody typed it: not seen, seen on another phone, or typed when it was over. */
function notTyped(known: Known): Finding | null {
  const [newest] = attemptsInQuestion(known);
  const missed = attemptsInQuestion(known).filter(
    ({ deliveredAt, deadline, wrongEntries, outcome }) =>
      deliveredAt !== null && deliveredAt <= deadline && wrongEntries === 0 && outcome !== 'superseded',
  );
  if (missed.length === 0) return null;
  // Typed when it was over; or typed was something else, such as the PIN of the app.
  const instead = (['no-open-attempt', 'code-malformed'] as const).flatMap(
    (code) => refusedLately(known, code, known.policy.sms.codeValid) ?? [],
  );
  const came = missed.map(
    ({ number, requestedAt, deliveredAt, deadline }): Evidence => ({
      what: 'delivered',
      attempt: number,
      after: (deliveredAt ?? requestedAt) - requestedAt,
      until: deadline,
    }),
  );
  const isNewest = missed.some(({ number }) => number === newest?.number);
  return {
    cause: 'code-not-typed',
    confidence: isNewest ? 'certain' : 'likely',
    evidence: [...came, ...instead],
    rulesOut: isNewest ? ARRIVED : [],
  };
}

function askedTooSoon(known: Known): Finding | null {
  const { sms } = known.policy;
  const refused = refusedLately(known, 'too-soon', sms.codeValid);
  const given = attemptsInQuestion(known).filter(({ outcome }) => outcome === 'superseded');
  if (!refused && given.length === 0) return null;
  const givenUp = given.map(
    ({ number, requestedAt, endedAt }): Evidence => ({
      what: 'superseded',
      attempt: number,
      after: (endedAt ?? requestedAt) - requestedAt,
    }),
  );
  const evidence = [...(refused ? [refused] : []), ...givenUp];
  return { cause: 'asked-too-soon', confidence: given.length > 0 ? 'likely' : 'possible', evidence, rulesOut: [] };
}

function tooManyCodes(known: Known): Finding | null {
  const refused = refusedLately(known, 'too-many-codes', known.policy.sms.codesPerPhoneWindow);
  return refused ? { cause: 'too-many-codes', confidence: 'likely', evidence: [refused], rulesOut: [] } : null;
}
