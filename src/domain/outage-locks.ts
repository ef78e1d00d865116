import { accountRefusal } from './account.ts';
import type { Activation, ActivationCommand, ActivationFact } from './activation.ts';
import { unlockPointless } from './activation-support.ts';
import { approvalOf } from './bulk-unlock.ts';
import { certificateRefusal } from './certificate.ts';
import { type Decision, done, refuse } from './decision.ts';
import { ownAccountRefusal } from './gate.ts';
import { wasOut } from './operator.ts';
import type { Outage, Situation } from './situation.ts';
import { type AttemptRecord, isExcusable } from './sms-attempt.ts';

/**
 * The failures behind a lock that an outage brought about, newest first; none when the lock has another cause, that is
 * when it would stand without them. `attempts` newest first.
 */
export function outageFailures(
  state: Activation,
  attempts: readonly AttemptRecord[],
  outage: Outage,
  failuresToLock: number,
): readonly AttemptRecord[] {
  if (state.status !== 'locked' || state.cause !== 'sms') return [];
  const inARow = attempts
    .filter(({ outcome, counted }) => counted && outcome !== null && outcome !== 'confirmed')
    .slice(0, state.consecutiveFailures);
  const byOutage = inARow.filter((attempt) => failedByOutage(attempt, outage));
  return inARow.length - byOutage.length < failuresToLock ? byOutage : [];
}

function failedByOutage(attempt: AttemptRecord, outage: Outage): boolean {
  const { endedAt, deliveredAt, operator } = attempt;
  if (endedAt === null || !wasOut(operator, endedAt, [outage])) return false;
  return (deliveredAt === null || deliveredAt > endedAt) && isExcusable(attempt);
}

/** Unlocks one of those whom a recognised outage has locked, resting on the approval of them all; nobody else's lock. */
export function clearOutageLock(
  state: Activation,
  { serial }: Extract<ActivationCommand, { type: 'clear-outage-lock' }>,
  situation: Situation,
): Decision<ActivationFact> {
  const { bulkUnlock, holders, now, policy, recentAttempts } = situation;
  const unfit =
    accountRefusal(situation.account) ??
    certificateRefusal(situation.certificate, situation) ??
    ownAccountRefusal(situation);
  if (unfit) return refuse(unfit);
  const approval = approvalOf(bulkUnlock, serial, now);
  if ('code' in approval) return refuse(approval);
  const { outage, requestedBy, approved } = approval;
  // The list is approved as a whole: whoever asked for it, or approved it, does not get themselves unlocked by it.
  if (holders.some((agentId) => agentId === requestedBy || agentId === approved.by)) {
    return refuse({ code: 'own-account' });
  }
  if (state.status !== 'locked') return refuse({ code: 'not-locked' });
  const failures = outageFailures(state, recentAttempts, outage, policy.sms.failuresToLock);
  if (failures.length === 0) return refuse({ code: 'lock-has-another-cause' });
  const excused = failures.map(({ number }) => ({ type: 'sms-attempt-excused', at: now, number }) as const);
  const grounds = { outage, requestedBy, approvedBy: approved.by, approvedAt: approved.at };
  return done([
    ...excused.toReversed(),
    { type: 'outage-lock-cleared', at: now, ...grounds },
    { type: 'activation-unlocked', at: now, cause: 'sms', approved: true },
    ...unlockPointless(state, now),
  ]);
}
