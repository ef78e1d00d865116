import { accountRefusal } from './account.ts';
import type { Activation, ActivationCommand, ActivationFact } from './activation.ts';
import { approvalInForce, unlockAllowance } from './activation-rules.ts';
import { certificateRefusal } from './certificate.ts';
import { type Decision, done, refuse } from './decision.ts';
import { checkCase, checkGrounds, ownAccountRefusal } from './gate.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';
import { endAttempt } from './sms-attempt.ts';

type Of<T extends ActivationCommand['type']> = Extract<ActivationCommand, { type: T }>;
type Answer = Decision<ActivationFact>;

/** Clears the failed attempts of a locked activation; beyond the policy's number a supervisor has to approve. */
export function unlockActivation(state: Activation, command: Of<'unlock-activation'>, situation: Situation): Answer {
  const unfit = unlockRefusal(state, situation) ?? checkGrounds(command, situation);
  if (unfit) return refuse(unfit);
  return state.status === 'locked'
    ? done([{ type: 'activation-unlocked', at: situation.now, cause: state.cause, approved: false }])
    : refuse({ code: 'not-locked' });
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
  const limit = situation.policy.support.unlocksWithoutApproval;
  return left > 0 ? null : { code: 'approval-needed', limit, freeAgainAt };
}

/** Stops an activation on suspicion; needs a case and a reason, not a verified caller. Only a reset starts it again. */
export function freezeActivation(state: Activation, command: Of<'freeze-activation'>, situation: Situation): Answer {
  const unfit = checkCase(command, situation);
  if (unfit) return refuse(unfit);
  if (state.status === 'frozen') return refuse({ code: 'already-frozen' });
  return done([...cutShort(state, situation), { type: 'activation-frozen', at: situation.now }]);
}

/** An attempt that is open when support stops or resets the activation ends there; the lock it might bring is overtaken too. */
function cutShort(state: Activation, situation: Situation): readonly ActivationFact[] {
  return state.status === 'awaiting_code' ? [endAttempt(state.attempt, 'superseded', situation.now, situation)] : [];
}

/** An agent asks for what only a supervisor may grant: a reset, or an unlock beyond the limit. */
export function requestApproval(state: Activation, command: Of<'request-approval'>, situation: Situation): Answer {
  const { now, policy, actor, supportCase } = situation;
  const unfit = checkGrounds(command, situation) ?? accountRefusal(situation.account);
  if (unfit) return refuse(unfit);
  const pending = approvalInForce(state, now);
  if (pending) return refuse({ code: 'approval-pending', expiresAt: pending.expiresAt });
  if (command.action === 'unlock' && state.status !== 'locked') return refuse({ code: 'not-locked' });
  const { action, caseId, reason, note } = command;
  return done([
    {
      type: 'approval-requested',
      at: now,
      action,
      requestedBy: actor.id,
      requestedAt: now,
      expiresAt: now + policy.support.approvalValid,
      caseId,
      ticket: supportCase.status === 'absent' ? '' : supportCase.ticket,
      reason,
      note,
    },
  ]);
}

/** Another person, a supervisor, says yes: what was asked for happens in the same moment. */
export function approveRequest(state: Activation, situation: Situation): Answer {
  const unfit = approvalRefusal(state, situation) ?? accountRefusal(situation.account);
  if (unfit) return refuse(unfit);
  const action = state.pendingApproval?.action ?? 'unlock';
  const at = situation.now;
  const granted: ActivationFact = { type: 'approval-granted', at, action };
  if (action === 'reset') return done([...cutShort(state, situation), granted, { type: 'activation-reset', at }]);
  if (state.status !== 'locked') return refuse({ code: 'not-locked' });
  return done([granted, { type: 'activation-unlocked', at, cause: state.cause, approved: true }]);
}

/** One "no" ends it. */
export function rejectRequest(state: Activation, situation: Situation): Answer {
  const unfit = approvalRefusal(state, situation);
  return unfit ? refuse(unfit) : done([{ type: 'approval-rejected', at: situation.now }]);
}

function approvalRefusal(state: Activation, situation: Situation): Refusal | null {
  const pending = approvalInForce(state, situation.now);
  if (!pending) return { code: 'no-approval-pending' };
  return pending.requestedBy === situation.actor.id ? { code: 'same-person' } : ownAccountRefusal(situation);
}
