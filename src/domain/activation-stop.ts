import type { Activation, ActivationCommand, ActivationFact } from './activation.ts';
import { type Decision, done, refuse } from './decision.ts';
import { checkCase, ownAccountRefusal } from './gate.ts';
import type { Situation } from './situation.ts';
import { endAttempt } from './sms-attempt.ts';

type Of<T extends ActivationCommand['type']> = Extract<ActivationCommand, { type: T }>;
type Answer = Decision<ActivationFact>;

/** Stops an activation on suspicion; needs a case and a reason, not a verified caller. Only a reset starts it again. */
export function freezeActivation(state: Activation, command: Of<'freeze-activation'>, situation: Situation): Answer {
  const unfit = checkCase(command, situation);
  if (unfit) return refuse(unfit);
  if (state.status === 'frozen') return refuse({ code: 'already-frozen' });
  return done(frozen(state, 'suspicion', situation));
}

/** An agent under pressure breaks off the call: nothing but the account is needed, and what waits for a yes is over. */
export function abortCall(state: Activation, command: Of<'abort-call'>, situation: Situation): Answer {
  const own = ownAccountRefusal(situation);
  if (own) return refuse(own);
  const { cause, passed, failed } = command;
  return done([
    { type: 'call-aborted', at: situation.now, cause, passed, failed },
    ...overruled(state, situation),
    ...(state.status === 'frozen' ? [] : frozen(state, 'aborted-call', situation)),
  ]);
}

/**
 * The subscriber answers a notice: this was not me. Works whatever the state of account and activation
 * (NIST SP 800-63B-4, 4.6: notices tell how to dispute what they report).
 */
export function reportNotMe(state: Activation, command: Of<'report-not-me'>, situation: Situation): Answer {
  const { actor, account, notice, now, policy } = situation;
  if (account.status !== 'absent' && actor.id !== account.customerId) return refuse({ code: 'not-your-account' });
  const fits = notice !== null && (notice.serial === null || notice.serial === command.serial);
  if (!fits || now >= notice.sentAt + policy.support.disputeValid) return refuse({ code: 'reference-unknown' });
  return done([
    { type: 'not-me-reported', at: now, about: notice.template, sentAt: notice.sentAt },
    ...overruled(state, situation),
    ...(state.status === 'frozen' ? [] : frozen(state, 'not-me', situation)),
  ]);
}

function overruled(state: Activation, { now }: Situation): readonly ActivationFact[] {
  return state.pendingApproval ? [{ type: 'approval-rejected', at: now }] : [];
}

function frozen(
  state: Activation,
  cause: Extract<ActivationFact, { type: 'activation-frozen' }>['cause'],
  situation: Situation,
): readonly ActivationFact[] {
  return [...cutShort(state, situation), { type: 'activation-frozen', at: situation.now, cause }];
}

/** An attempt that is open when support stops or resets the activation ends there; the lock it might bring is overtaken too. */
export function cutShort(state: Activation, situation: Situation): readonly ActivationFact[] {
  return state.status === 'awaiting_code' ? [endAttempt(state.attempt, 'superseded', situation.now, situation)] : [];
}
