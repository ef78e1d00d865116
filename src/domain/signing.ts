import type { Activation, ActivationCommand, ActivationFact, OtpRefusal } from './activation.ts';
import { evolveActivation } from './activation-evolve.ts';
import { checkSubscriber, stoppedRefusal, withConsequences } from './activation-rules.ts';
import { openSecret } from './activation-sms.ts';
import { type Decision, done, refuse } from './decision.ts';
import { checkOtp, isOtp, type OtpCheck } from './otp.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

type SignDocument = Extract<ActivationCommand, { type: 'sign-document' }>;

/** One signature authorised by one single-use OTP; the first right one proves the activation (sole control, EN 419 241-1). */
export function signDocument(state: Activation, command: SignDocument, situation: Situation): Decision<ActivationFact> {
  const { now, policy, lastEntryAt } = situation;
  const barred = checkSubscriber(situation) ?? stoppedRefusal(state);
  if (barred) return refuse(barred);
  if (state.status !== 'awaiting_otp' && state.status !== 'active') return refuse({ code: 'not-activated' });
  if (lastEntryAt !== null && lastEntryAt > now + policy.clockMayLag) {
    return refuse({ code: 'clock-behind', lastEntryAt, now });
  }
  if (!isOtp(command.otp)) return refuse({ code: 'otp-malformed', digits: policy.otp.digits });
  const secret = openSecret(situation, command.serial, state.secret);
  if (!secret) return refuse({ code: 'secret-unreadable' });
  const check = checkOtp(secret, command.otp, now, state.lastTimeStep, policy.otp);
  if (check.verdict !== 'right') return refuseOtp(state, command, check, situation);
  const { timeStep } = check;
  const { digest, name } = command;
  const signed: ActivationFact = { type: 'document-signed', at: now, timeStep, digest, name };
  return done(state.status === 'active' ? [signed] : [{ type: 'activation-proven', at: now, timeStep }, signed]);
}

function refuseOtp(
  state: Activation,
  command: SignDocument,
  check: Exclude<OtpCheck, { verdict: 'right' }>,
  situation: Situation,
): Decision<ActivationFact> {
  const { now, policy } = situation;
  const cause = causeOf(state, command, check, situation);
  const steps = cause === 'clock-off' && check.verdict === 'clock-off' ? check.steps : null;
  const facts = withConsequences(state, [{ type: 'otp-refused', at: now, cause, steps }], situation);
  const stopped = stoppedRefusal(facts.reduce(evolveActivation, state));
  const triesLeft = policy.otp.failuresToLock - state.wrongOtps - 1;
  return refuse(stopped ?? explain(cause, steps, triesLeft), facts);
}

/** An entry of an earlier secret, or of another certificate of the same person, is told apart from a plainly wrong code. */
function causeOf(
  state: Activation,
  { serial, otp }: SignDocument,
  check: Exclude<OtpCheck, { verdict: 'right' }>,
  situation: Situation,
): OtpRefusal {
  if (check.verdict !== 'wrong') return check.verdict;
  const fromOld = state.superseded.some((old) => {
    const secret = openSecret(situation, serial, old);
    return secret !== null && checkOtp(secret, otp, situation.now, null, situation.policy.otp).verdict === 'right';
  });
  if (fromOld) return 'old-secret';
  const fromOther = situation.otherSecrets.some((other) => {
    const secret = openSecret(situation, other.serial, other);
    return secret !== null && checkOtp(secret, otp, situation.now, null, situation.policy.otp).verdict === 'right';
  });
  return fromOther ? 'other-certificate' : 'wrong';
}

function explain(cause: OtpRefusal, steps: number | null, triesLeft: number): Refusal {
  switch (cause) {
    case 'wrong':
      return { code: 'otp-wrong', triesLeft };
    case 'used':
      return { code: 'otp-already-used', triesLeft };
    case 'old-secret':
      return { code: 'otp-of-old-secret', triesLeft };
    case 'other-certificate':
      return { code: 'otp-of-other-certificate', triesLeft };
    case 'clock-off':
      return { code: 'otp-clock-off', steps: steps ?? 0, triesLeft };
  }
}
