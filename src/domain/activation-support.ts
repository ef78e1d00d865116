import { accountRefusal } from './account.ts';
import type { Activation, ActivationCommand, ActivationFact } from './activation.ts';
import { approvalInForce, unlockAllowance } from './activation-rules.ts';
import { cutShort } from './activation-stop.ts';
import { askRefusal, isFirstOfTwo, newAsk, noRefusal, possessionRefusal, yesRefusal } from './approval.ts';
import { certificateRefusal } from './certificate.ts';
import { type Decision, done, refuse } from './decision.ts';
import { checkGrounds, ownAccountRefusal } from './gate.ts';
import type { Instant } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

type Of<T extends ActivationCommand['type']> = Extract<ActivationCommand, { type: T }>;
type Answer = Decision<ActivationFact>;

/** Clears the failed attempts of a locked activation; beyond the policy's number a supervisor has to approve. */
export function unlockActivation(state: Activation, command: Of<'unlock-activation'>, situation: Situation): Answer {
  const unfit = ownAccountRefusal(situation) ?? unlockRefusal(state, situation) ?? checkGrounds(command, situation);
  if (unfit) return refuse(unfit);
  return state.status === 'locked'
    ? done([
        { type: 'activation-unlocked', at: situation.now, cause: state.cause, approved: false },
        ...unlockPointless(state, situation.now),
      ])
    : refuse({ code: 'not-locked' });
}

/** A request to unlock was about the lock that has just gone; left open it would lift another one later. */
export function unlockPointless({ pendingApproval }: Activation, at: Instant): readonly ActivationFact[] {
  return pendingApproval?.action === 'unlock' ? [{ type: 'approval-lapsed', at }] : [];
}

/** Why this activation cannot be unlocked by an agent now, whoever the caller is; null when it can. Screens ask it too. */
export function unlockRefusal(
  state: Activation,
  situation: Pick<Situation, 'account' | 'certificate' | 'now' | 'policy'>,
): Refusal | null {
  const unusable = accountRefusal(situation.account) ?? certificateRefusal(situation.certificate, situation);
  if (unusable) return unusable;
  if (state.status !== 'locked') return { code: 'not-locked' };
  const { left, freeAgainAt } = unlockAllowance(state, situation);
  const { unlocksWithoutApproval: limit, unlockWindow: window } = situation.policy.support;
  return left > 0 ? null : { code: 'approval-needed', limit, window, freeAgainAt };
}

/** An agent asks for what only a supervisor may grant: a reset, or an unlock beyond the limit. */
export function requestApproval(state: Activation, command: Of<'request-approval'>, situation: Situation): Answer {
  const { now } = situation;
  const possession = command.action === 'reset' ? possessionRefusal(situation) : null;
  const unfit = askRefusal(command, situation) ?? unusableRefusal(command.action, situation) ?? possession;
  if (unfit) return refuse(unfit);
  const pending = approvalInForce(state, now);
  if (pending) return refuse({ code: 'approval-pending', expiresAt: pending.expiresAt });
  if (command.action === 'unlock' && state.status !== 'locked') return refuse({ code: 'not-locked' });
  const { consecutiveFailures, wrongOtps, lifetimeFailures } = state;
  const counters = { consecutiveFailures, wrongOtps, lifetimeFailures, unlocks: state.unlocks.length };
  const ask = newAsk(command, counters, situation);
  return done([{ type: 'approval-requested', at: now, action: command.action, ...ask }]);
}

/** A reset helps whatever became of the certificate; an unlock is of no use when nothing can be signed with it. */
function unusableRefusal(
  action: Of<'request-approval'>['action'],
  situation: Pick<Situation, 'account' | 'certificate' | 'now' | 'policy'>,
): Refusal | null {
  const barred = accountRefusal(situation.account);
  return barred ?? (action === 'unlock' ? certificateRefusal(situation.certificate, situation) : null);
}

/** Another person, a supervisor, says yes: what was asked for happens in the same moment. An emergency takes two of them. */
export function approveRequest(state: Activation, situation: Situation): Answer {
  const { pendingApproval: pending } = state;
  const unfit = yesRefusal(pending, situation);
  if (unfit) return refuse(unfit);
  if (!pending) return refuse({ code: 'no-approval-pending' });
  const { action, requestedBy, firstYesBy } = pending;
  const at = situation.now;
  const unusable = unusableRefusal(action, situation);
  if (unusable) return refuse(unusable);
  if (action === 'unlock' && state.status !== 'locked') return refuse({ code: 'not-locked' });
  if (isFirstOfTwo(pending)) return done([{ type: 'approval-begun', at, by: situation.actor.id }]);
  const granted: ActivationFact = { type: 'approval-granted', at, action, requestedBy, firstYesBy };
  return state.status === 'locked' && action === 'unlock'
    ? done([granted, { type: 'activation-unlocked', at, cause: state.cause, approved: true }])
    : done([...cutShort(state, situation), granted, { type: 'activation-reset', at }]);
}

/** One "no" ends it. */
export function rejectRequest(state: Activation, situation: Situation): Answer {
  const unfit = noRefusal(state.pendingApproval, situation);
  return unfit ? refuse(unfit) : done([{ type: 'approval-rejected', at: situation.now }]);
}
