import type { Cause, Confidence, Evidence, Finding, Known, OperatorHealth } from './diagnosis.ts';
import { attemptsInQuestion } from './diagnosis-history.ts';
import type { Rule } from './diagnosis-rules.ts';
import type { Instant } from './ids.ts';
import { wasOut } from './operator.ts';
import { SLOW } from './radar.ts';
import { lastsOf, type ReceiptCause } from './receipt.ts';
import { type AttemptRecord, blamesNobodyElse, troubleOf } from './sms-attempt.ts';

/** What became of the SMS on its way to the phone. */
export const deliveryRules: readonly Rule[] = [
  operatorOut,
  operatorWasOut,
  (known) => failedBy(known, 'absent-subscriber', 'phone-unreachable'),
  (known) => failedBy(known, 'inbox-full', 'inbox-full'),
  (known) => failedBy(known, 'unknown-subscriber', 'number-unknown'),
  (known) => failedBy(known, 'barred', 'number-barred'),
  (known) => failedBy(known, 'rejected', 'sms-rejected'),
  (known) => failedBy(known, 'expired', 'sms-expired'),
  late,
  lost,
  onItsWay,
];

/** Certain while a supervisor recognises it and this subscriber's SMS fails by it; likely when those of others do too. */
function operatorOut(known: Known): Finding | null {
  const { operator } = known;
  if (!operator) return null;
  const { outage, trouble } = operator;
  if (outage?.until === null) {
    const own = disturbed(known).filter(({ endedAt }) => (endedAt ?? known.now) >= outage.from);
    const recognised: Evidence = { what: 'outage-recognised', ...outage };
    return byOperator(known, 'operator-outage', 'certain', own, [recognised, others(operator)]);
  }
  const own = disturbed(known).filter(({ requestedAt }) => trouble !== null && requestedAt >= trouble.since);
  return byOperator(known, 'operator-outage', 'likely', own, [others(operator)]);
}

/** It is over, and yet it is why they failed: a new code arrives, and those it locked may be unlocked together. */
function operatorWasOut(known: Known): Finding | null {
  const outage = known.operator?.outage;
  if (!outage || outage.until === null) return null;
  const own = disturbed(known).filter(
    ({ operator, endedAt }) => endedAt !== null && wasOut(operator, endedAt, [outage]),
  );
  return byOperator(known, 'operator-outage-over', 'certain', own, [{ what: 'outage-recognised', ...outage }]);
}

function byOperator(
  known: Known,
  cause: Cause,
  confidence: Confidence,
  own: readonly AttemptRecord[],
  evidence: readonly Evidence[],
): Finding | null {
  if (own.length === 0) return null;
  const sure = isNewest(own, known) ? confidence : 'likely';
  return finding(cause, sure, [...evidence, ...own.map((one) => fateOf(one, known.now))], ['sms-lost', 'sms-late']);
}

/** Not delivered in time, or waiting for long, and neither the phone nor the number is to blame. */
function disturbed(known: Known): readonly AttemptRecord[] {
  return attemptsInQuestion(known).filter((attempt) => {
    const { operator, requestedAt, deliveredAt, deadline, outcome } = attempt;
    if (operator !== known.operator?.operator) return false;
    if (deliveredAt !== null) return deliveredAt > deadline;
    return (outcome !== null || known.now - requestedAt > SLOW) && blamesNobodyElse(attempt);
  });
}

function others({ operator, sent, failed, median, trouble }: OperatorHealth): Evidence {
  return { what: 'others-on-operator', operator, sent, failed, median, trouble };
}

function fateOf(attempt: AttemptRecord, now: Instant): Evidence {
  const { number, requestedAt, deliveredAt, outcome } = attempt;
  if (deliveredAt !== null) return { what: 'delivered-late', attempt: number, after: deliveredAt - requestedAt };
  return outcome === null ? { what: 'waiting', attempt: number, for: now - requestedAt } : asEvidence(attempt);
}

/** The newest SMS is what the caller speaks of: what ended an earlier one is only likely to matter, and rules nothing out. */
function isNewest(attempts: readonly AttemptRecord[], known: Known): boolean {
  const [newest] = attemptsInQuestion(known);
  return attempts.some(({ number }) => number === newest?.number);
}

function failedBy(known: Known, cause: ReceiptCause, named: Cause): Finding | null {
  const failed = attemptsInQuestion(known).filter((attempt) => troubleOf(attempt) === cause);
  if (failed.length === 0) return stillFailsBy(known, cause, named);
  const evidence = failed.map(asEvidence);
  return isNewest(failed, known)
    ? finding(named, 'certain', evidence, ['sms-lost', 'sms-on-its-way'])
    : finding(named, 'likely', evidence);
}

/** An unlock forgives the failures, and cures no number that is unknown, barred or refused: the next SMS fails like the last. */
function stillFailsBy({ view, account }: Known, cause: ReceiptCause, named: Cause): Finding | null {
  const [newest] = view.attempts;
  if (!newest || view.activation.status !== 'inactive' || view.activation.consecutiveFailures > 0) return null;
  if (newest.failureCause !== cause || lastsOf(cause) !== 'permanent') return null;
  return newest.phone === account.phone?.e164 ? finding(named, 'likely', [asEvidence(newest)]) : null;
}

/** Where the operator delivers late to others too, that is the reason, and one more code would be late as well. */
function late(known: Known): Finding | null {
  const attempts = attemptsInQuestion(known).filter(
    ({ deliveredAt, deadline }) => deliveredAt !== null && deliveredAt > deadline,
  );
  if (attempts.length === 0) return null;
  const evidence = attempts.map((one) => fateOf(one, known.now));
  const underWay = attemptsInQuestion(known).some(({ outcome }) => outcome === null);
  const byItself = !operatorOut(known) && !operatorWasOut(known);
  const confidence = underWay || !byItself ? 'likely' : 'certain';
  const arrives = isNewest(attempts, known);
  return finding(
    'sms-late',
    confidence,
    evidence,
    arrives ? ['phone-unreachable', 'sms-rejected', 'phone-foreign'] : [],
  );
}

/** Accepted by the operator, or not even that, and never heard of again. */
function lost(known: Known): Finding | null {
  const silent = undelivered(known).filter((attempt) => (troubleOf(attempt) ?? 'unknown') === 'unknown');
  return silent.length > 0 ? finding('sms-lost', 'likely', silent.map(asEvidence)) : null;
}

/** Unless its receipts say already why it does not come. */
function onItsWay(known: Known): Finding | null {
  const [newest] = attemptsInQuestion(known);
  if (!newest || newest.outcome !== null || newest.deliveredAt !== null) return null;
  const waiting: Evidence = { what: 'waiting', attempt: newest.number, for: known.now - newest.requestedAt };
  return finding('sms-on-its-way', 'certain', [waiting]);
}

/** Ended without a delivery, however late. */
function undelivered(known: Known): readonly AttemptRecord[] {
  return attemptsInQuestion(known).filter(({ outcome, deliveredAt }) => outcome !== null && deliveredAt === null);
}

/** An SMS that did not come, with the operator's own words. */
function asEvidence(attempt: AttemptRecord): Evidence {
  const { number, operator, submittedAt, rawState, errorCode } = attempt;
  const said = rawState === null ? null : { raw: rawState, error: errorCode };
  const cause = troubleOf(attempt);
  const lasts = cause === null ? null : lastsOf(cause);
  return { what: 'undelivered', attempt: number, operator, cause, said, lasts, taken: submittedAt !== null };
}

function finding(
  cause: Cause,
  confidence: Confidence,
  evidence: readonly Evidence[],
  rulesOut: readonly Cause[] = [],
): Finding {
  return { cause, confidence, evidence, rulesOut };
}
