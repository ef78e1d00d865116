import type { Instant } from './ids.ts';
import { wasOut } from './operator.ts';
import type { Policy } from './policy.ts';
import { causeOf, type RawState, type Receipt, type ReceiptCause } from './receipt.ts';
import type { Outage } from './situation.ts';
import type { WrongCodeKind } from './wrong-code.ts';

/** How one *Send SMS code* ended; exactly one of these. */
export const attemptOutcomes = ['confirmed', 'not_delivered', 'expired', 'wrong_code', 'superseded'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** The attempt that is under way. Numbered from 1 within its activation. */
export interface OpenAttempt {
  readonly number: number;
  readonly phone: string;
  readonly requestedAt: Instant;
  readonly deadline: Instant;
  readonly codeDigest: string;
  /** Of the code before, which may still lie in the inbox. */
  readonly previousDigest: string | null;
  readonly operator: string | null;
  /** When our gateway took it. */
  readonly acceptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly wrongEntries: number;
  /** The operator's newest receipt: its state and its network's error in the operator's own words. */
  readonly rawState: RawState | null;
  readonly errorCode: number | null;
}

/** An attempt as it is kept: open (outcome null) or ended, with what the receipts said, however late. */
export interface AttemptRecord extends Omit<OpenAttempt, 'codeDigest' | 'previousDigest'> {
  readonly outcome: AttemptOutcome | null;
  readonly endedAt: Instant | null;
  /** When the operator took it from our gateway. */
  readonly submittedAt: Instant | null;
  /** When the operator's newest receipt came. */
  readonly reportedAt: Instant | null;
  readonly failureCause: ReceiptCause | null;
  /** When a code was last entered, right or wrong. */
  readonly enteredAt: Instant | null;
  /** False when an operator outage excused the failure. */
  readonly counted: boolean;
}

export type AttemptFact =
  | {
      readonly type: 'sms-code-requested';
      readonly at: Instant;
      readonly number: number;
      readonly phone: string;
      readonly deadline: Instant;
      /** Keyed digest; the audit log gets it blanked. */
      readonly codeDigest: string;
    }
  | { readonly type: 'sms-receipt-recorded'; readonly at: Instant; readonly number: number; readonly receipt: Receipt }
  | {
      readonly type: 'wrong-code-entered';
      readonly at: Instant;
      readonly number: number;
      readonly kind: WrongCodeKind;
    }
  | {
      readonly type: 'sms-attempt-ended';
      readonly at: Instant;
      readonly number: number;
      readonly outcome: AttemptOutcome;
      readonly counted: boolean;
    }
  /** It failed by an outage that was recognised afterwards, and does not count any more. */
  | { readonly type: 'sms-attempt-excused'; readonly at: Instant; readonly number: number };

/** Did time end it? Not delivered or expired at the deadline itself; null while the code is still good. */
export function outcomeAtDeadline(attempt: OpenAttempt, now: Instant): 'not_delivered' | 'expired' | null {
  // Right at 5:00.000 the code is still good: it is valid for, not less than, five minutes.
  if (now <= attempt.deadline) return null;
  return attempt.deliveredAt === null ? 'not_delivered' : 'expired';
}

/** Ends an attempt; a failure by a recognised outage of its operator does not count when policy says so. */
export function endAttempt(
  attempt: OpenAttempt,
  outcome: AttemptOutcome,
  at: Instant,
  { policy, outages }: { readonly policy: Policy; readonly outages: readonly Outage[] },
): Extract<AttemptFact, { type: 'sms-attempt-ended' }> {
  const undelivered = attempt.deliveredAt === null && outcome !== 'confirmed' && outcome !== 'wrong_code';
  const byOutage = undelivered && isExcusable(attempt) && wasOut(attempt.operator, at, outages);
  const excused = byOutage && policy.outageExcusesFailures;
  return { type: 'sms-attempt-ended', at, number: attempt.number, outcome, counted: !excused };
}

/** May an outage excuse it? Not when somebody typed codes that never came: those were guesses, and guesses count. */
export function isExcusable(attempt: Pick<OpenAttempt, 'rawState' | 'errorCode' | 'wrongEntries'>): boolean {
  return attempt.wrongEntries === 0 && blamesNobodyElse(attempt);
}

/** Can an outage be to blame? Not when the operator itself has named the phone or the number as the cause. */
export function blamesNobodyElse({ rawState, errorCode }: Pick<OpenAttempt, 'rawState' | 'errorCode'>): boolean {
  if (rawState === null) return true;
  const cause = causeOf({ raw: rawState, error: errorCode });
  return cause === 'unknown' || cause === 'expired';
}

/** The attempts of one activation, by number, after one more fact. Facts of other kinds leave them alone. */
export function evolveAttempts(
  attempts: ReadonlyMap<number, AttemptRecord>,
  fact: AttemptFact,
): ReadonlyMap<number, AttemptRecord> {
  const next = evolveAttempt(attempts.get(fact.number), fact);
  return next ? new Map(attempts).set(next.number, next) : attempts;
}

export function evolveAttempt(attempt: AttemptRecord | undefined, fact: AttemptFact): AttemptRecord | undefined {
  if (fact.type === 'sms-code-requested') return begun(fact);
  if (!attempt) return undefined;
  switch (fact.type) {
    case 'sms-receipt-recorded':
      return withReceipt(attempt, fact);
    case 'wrong-code-entered':
      return { ...attempt, wrongEntries: attempt.wrongEntries + 1, enteredAt: fact.at };
    case 'sms-attempt-ended': {
      const enteredAt = fact.outcome === 'confirmed' ? fact.at : attempt.enteredAt;
      return { ...attempt, outcome: fact.outcome, endedAt: fact.at, counted: fact.counted, enteredAt };
    }
    case 'sms-attempt-excused':
      return { ...attempt, counted: false };
  }
}

function begun({ number, phone, at, deadline }: Extract<AttemptFact, { type: 'sms-code-requested' }>): AttemptRecord {
  return {
    number,
    phone,
    requestedAt: at,
    deadline,
    operator: null,
    acceptedAt: null,
    deliveredAt: null,
    wrongEntries: 0,
    outcome: null,
    endedAt: null,
    submittedAt: null,
    reportedAt: null,
    rawState: null,
    errorCode: null,
    failureCause: null,
    enteredAt: null,
    counted: true,
  };
}

function withReceipt(
  attempt: AttemptRecord,
  { at, receipt }: Extract<AttemptFact, { type: 'sms-receipt-recorded' }>,
): AttemptRecord {
  const { operator } = receipt;
  const acceptedAt = attempt.acceptedAt ?? at;
  if (receipt.state === 'accepted') return { ...attempt, operator, acceptedAt };
  if (receipt.state === 'submitted') return { ...attempt, operator, acceptedAt, submittedAt: at };
  const reported = { ...attempt, operator, reportedAt: at, rawState: receipt.raw, errorCode: receipt.error };
  // What the operator keeps or has brought, it took; what it rejects it may never have taken.
  const taken = { ...reported, acceptedAt, submittedAt: attempt.submittedAt ?? at };
  switch (receipt.state) {
    case 'held':
      return taken;
    case 'delivered':
      return { ...taken, deliveredAt: at };
    case 'failed':
      return { ...reported, failureCause: receipt.cause };
  }
}

/** Why it has not arrived, as far as the operator has said: in its last word, or while it goes on trying. */
export function troubleOf(attempt: AttemptRecord): ReceiptCause | null {
  const { failureCause, deliveredAt, rawState, errorCode } = attempt;
  if (failureCause !== null) return failureCause;
  if (deliveredAt !== null || rawState === null || errorCode === null) return null;
  return causeOf({ raw: rawState, error: errorCode });
}

/** Does this receipt say nothing that is not known already? A last word stays the last. */
export function isKnownReceipt(attempt: AttemptRecord, receipt: Receipt): boolean {
  if (attempt.deliveredAt !== null || attempt.failureCause !== null) return true;
  switch (receipt.state) {
    case 'accepted':
      return attempt.acceptedAt !== null;
    case 'submitted':
      return attempt.submittedAt !== null;
    case 'held':
      return attempt.rawState === receipt.raw && attempt.errorCode === receipt.error;
    case 'delivered':
    case 'failed':
      return false;
  }
}
