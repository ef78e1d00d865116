import type { AttemptFact } from './sms-attempt.ts';

const attemptFacts: readonly string[] = [
  'sms-code-requested',
  'sms-receipt-recorded',
  'wrong-code-entered',
  'sms-attempt-ended',
  'sms-attempt-excused',
] satisfies AttemptFact['type'][];

/** Is it a fact about one SMS attempt, which goes into the attempts' history? */
export function isAttemptFact(fact: { readonly type: string }): fact is AttemptFact {
  return attemptFacts.includes(fact.type);
}
