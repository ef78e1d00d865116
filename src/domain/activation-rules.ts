import { accountRefusal } from './account.ts';
import type { Activation, ActivationFact, PendingApproval } from './activation.ts';
import { evolveActivation } from './activation-evolve.ts';
import { askInForce } from './approval.ts';
import { certificateRefusal } from './certificate.ts';
import type { Instant } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

/** The subscriber asks for their own, usable certificate on an open account, or why not. */
export function checkSubscriber(situation: Situation): Refusal | null {
  const { actor, account } = situation;
  if (account.status !== 'absent' && actor.id !== account.customerId) return { code: 'not-your-account' };
  return accountRefusal(account) ?? certificateRefusal(situation.certificate, situation);
}

/** Why an activation that is stopped lets nothing through; null when it is not stopped. */
export function stoppedRefusal(state: Activation): Refusal | null {
  switch (state.status) {
    case 'locked':
      return { code: 'activation-locked', cause: state.cause, since: state.lockedAt };
    case 'frozen':
      return { code: 'activation-frozen', since: state.frozenAt };
    case 'disabled':
      return { code: 'activation-disabled', failures: state.lifetimeFailures };
    case 'inactive':
    case 'awaiting_code':
    case 'awaiting_otp':
    case 'active':
      return null;
  }
}

/** Adds what a counted failure brings about: the lifetime cap first, then the lock of the counter that is full. */
export function withConsequences(
  before: Activation,
  facts: readonly ActivationFact[],
  { policy }: Pick<Situation, 'policy'>,
): readonly ActivationFact[] {
  const after = facts.reduce(evolveActivation, before);
  const at = facts.at(-1)?.at;
  if (at === undefined || stoppedRefusal(after)) return facts;
  const failed = after.lifetimeFailures > before.lifetimeFailures;
  if (!failed) return facts;
  if (after.lifetimeFailures >= policy.lifetimeFailures) return [...facts, { type: 'activation-disabled', at }];
  if (after.consecutiveFailures > before.consecutiveFailures) {
    const full = after.consecutiveFailures >= policy.sms.failuresToLock;
    return full ? [...facts, { type: 'activation-locked', at, cause: 'sms' }] : facts;
  }
  const full = after.wrongOtps >= policy.otp.failuresToLock;
  return full ? [...facts, { type: 'activation-locked', at, cause: 'otp' }] : facts;
}

/** The pending approval that is still in force. */
export function approvalInForce(state: Activation, now: number): PendingApproval | null {
  return askInForce(state.pendingApproval, now);
}

/** How many unlocks without approval the policy's window still holds, and when the oldest leaves it; null when it holds none ever. */
export function unlockAllowance(
  state: Activation,
  { now, policy }: Pick<Situation, 'now' | 'policy'>,
): { readonly left: number; readonly freeAgainAt: Instant | null } {
  const { unlocksWithoutApproval, unlockWindow } = policy.support;
  const recent = state.unlocks.filter((unlock) => !unlock.approved && unlock.at > now - unlockWindow);
  if (unlocksWithoutApproval === 0) return { left: 0, freeAgainAt: null };
  const oldest = recent.at(-unlocksWithoutApproval)?.at ?? now;
  return { left: Math.max(0, unlocksWithoutApproval - recent.length), freeAgainAt: oldest + unlockWindow };
}
