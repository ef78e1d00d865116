import type { Cause, Evidence, Finding, Known } from './diagnosis.ts';
import { attemptsInQuestion } from './diagnosis-history.ts';
import type { Rule } from './diagnosis-rules.ts';
import { lastsOf, type ReceiptCause } from './receipt.ts';
import { type AttemptRecord, troubleOf } from './sms-attempt.ts';

/** So many of the others have to be looked at before their failures mean anything, and so many of them have to fail. */
const FEW = 5;
const HALF = 0.5;

/** What became of the SMS on its way to the phone. */
export const deliveryRules: readonly Rule[] = [
  operatorOut,
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

/** Certain when a supervisor recognised it and this subscriber's SMS failed by it; likely when half of the others fail too. */
function operatorOut(known: Known): Finding | null {
  const { operator } = known;
  const own = undelivered(known).filter((attempt) => attempt.operator === operator?.operator);
  if (!operator || own.length === 0) return null;
  const { sent, failed, median, outageFrom } = operator;
  const others: Evidence = { what: 'others-on-operator', operator: operator.operator, sent, failed, median };
  const evidence = [others, ...own.map(asEvidence)];
  if (outageFrom !== null) {
    const recognised: Evidence = { what: 'outage-recognised', operator: operator.operator, from: outageFrom };
    return finding('operator-outage', 'certain', [recognised, ...evidence], ['sms-lost', 'sms-late']);
  }
  const out = sent >= FEW && failed / sent >= HALF;
  return out ? finding('operator-outage', 'likely', evidence, ['sms-lost']) : null;
}

function failedBy(known: Known, cause: ReceiptCause, named: Cause): Finding | null {
  const failed = attemptsInQuestion(known).filter((attempt) => troubleOf(attempt) === cause);
  return failed.length > 0 ? finding(named, 'certain', failed.map(asEvidence), ['sms-lost', 'sms-on-its-way']) : null;
}

function late(known: Known): Finding | null {
  const evidence = attemptsInQuestion(known).flatMap(({ number, requestedAt, deliveredAt, deadline }): Evidence[] =>
    deliveredAt !== null && deliveredAt > deadline
      ? [{ what: 'delivered-late', attempt: number, after: deliveredAt - requestedAt }]
      : [],
  );
  return evidence.length > 0
    ? finding('sms-late', 'certain', evidence, ['phone-unreachable', 'sms-rejected', 'phone-foreign'])
    : null;
}

/** Accepted by the operator, or not even that, and never heard of again. */
function lost(known: Known): Finding | null {
  const silent = undelivered(known).filter((attempt) => (troubleOf(attempt) ?? 'unknown') === 'unknown');
  return silent.length > 0 ? finding('sms-lost', 'likely', silent.map(asEvidence)) : null;
}

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
export function asEvidence(attempt: AttemptRecord): Evidence {
  const { number, operator, submittedAt, rawState, errorCode } = attempt;
  const said = rawState === null ? null : { raw: rawState, error: errorCode };
  const cause = troubleOf(attempt);
  const lasts = cause === null ? null : lastsOf(cause);
  return { what: 'undelivered', attempt: number, operator, cause, said, lasts, taken: submittedAt !== null };
}

function finding(
  cause: Cause,
  confidence: Finding['confidence'],
  evidence: readonly Evidence[],
  rulesOut: readonly Cause[] = [],
): Finding {
  return { cause, confidence, evidence, rulesOut };
}
