import type { Activation, ActivationFact } from './activation.ts';
import { withConsequences } from './activation-rules.ts';
import type { Instant } from './ids.ts';
import type { Policy } from './policy.ts';
import type { Situation } from './situation.ts';
import { endAttempt, outcomeAtDeadline } from './sms-attempt.ts';

type Clockwork = Pick<Situation, 'now' | 'policy' | 'outages'>;

/** What time has decided by `now`, in the order it happened, each fact dated at its own deadline. */
export function settleActivation(state: Activation, situation: Clockwork): readonly ActivationFact[] {
  const due = [attemptOver(state, situation), qrHidden(state, situation), approvalLapsed(state, situation)]
    .concat(secretsToWipe(state, situation))
    .flatMap((facts) => (facts.length > 0 ? [facts] : []));
  return due.sort((a, b) => firstAt(a) - firstAt(b)).flat();
}

function firstAt(facts: readonly ActivationFact[]): Instant {
  return facts[0]?.at ?? 0;
}

function attemptOver(state: Activation, situation: Clockwork): readonly ActivationFact[] {
  if (state.status !== 'awaiting_code') return [];
  const outcome = outcomeAtDeadline(state.attempt, situation.now);
  if (!outcome) return [];
  return withConsequences(state, [endAttempt(state.attempt, outcome, state.attempt.deadline, situation)], situation);
}

function qrHidden(state: Activation, { now, policy }: Clockwork): readonly ActivationFact[] {
  if (state.status !== 'awaiting_otp' || state.qr.state === 'closed') return [];
  const since = state.qr.state === 'shown' ? state.qr.at : state.secret.issuedAt;
  const at = since + policy.otp.qrVisible;
  return now >= at ? [{ type: 'qr-window-closed', at }] : [];
}

function approvalLapsed(state: Activation, { now }: Clockwork): readonly ActivationFact[] {
  const pending = state.pendingApproval;
  return pending && now >= pending.expiresAt ? [{ type: 'approval-lapsed', at: pending.expiresAt }] : [];
}

function secretsToWipe(state: Activation, { now, policy }: Clockwork): (readonly ActivationFact[])[] {
  return state.superseded
    .map(({ generation, supersededAt }) => ({ generation, at: supersededAt + policy.otp.supersededKept }))
    .filter(({ at }) => now >= at)
    .map(({ generation, at }) => [{ type: 'superseded-secret-wiped', at, generation }]);
}

/** The next moment at which time alone changes this activation, or null; a sweep looks for those that have passed. */
export function nextDueAt(state: Activation, policy: Policy): Instant | null {
  const due: Instant[] = state.superseded.map(({ supersededAt }) => supersededAt + policy.otp.supersededKept);
  if (state.pendingApproval) due.push(state.pendingApproval.expiresAt);
  // The code is still good at its deadline; a millisecond later it is not.
  if (state.status === 'awaiting_code') due.push(state.attempt.deadline + 1);
  if (state.status === 'awaiting_otp' && state.qr.state !== 'closed') {
    due.push((state.qr.state === 'shown' ? state.qr.at : state.secret.issuedAt) + policy.otp.qrVisible);
  }
  return due.length > 0 ? Math.min(...due) : null;
}
