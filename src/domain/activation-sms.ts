import type { Activation, ActivationCommand, ActivationFact } from './activation.ts';
import { evolveActivation } from './activation-evolve.ts';
import { checkSubscriber, stoppedRefusal, withConsequences } from './activation-rules.ts';
import { type Decision, done, refuse } from './decision.ts';
import type { Situation } from './situation.ts';
import { endAttempt, isKnownReceipt, type OpenAttempt } from './sms-attempt.ts';
import { kindOfWrongCode, knownCodes } from './wrong-code.ts';

type Of<T extends ActivationCommand['type']> = Extract<ActivationCommand, { type: T }>;
type Answer = Decision<ActivationFact>;

/** *Send SMS code*: one open attempt at a time; a newer request supersedes the open one, which counts as its failure. */
export function requestSmsCode(state: Activation, command: Of<'request-sms-code'>, situation: Situation): Answer {
  const { account, now, policy, codesToPhone, vault } = situation;
  const barred = checkSubscriber(situation) ?? stoppedRefusal(state);
  if (barred) return refuse(barred);
  if (state.status === 'active') return refuse({ code: 'already-active', since: state.activatedAt });
  if (account.status === 'absent' || account.phone === null) return refuse({ code: 'no-phone' });
  if (now < account.phoneUsableFrom) return refuse({ code: 'phone-too-new', usableFrom: account.phoneUsableFrom });
  const open = state.status === 'awaiting_code' ? state.attempt : null;
  const retryAt = open ? open.requestedAt + policy.sms.resendNotBefore : now;
  if (now < retryAt) return refuse({ code: 'too-soon', retryAt });
  const { codesPerPhone: limit, codesPerPhoneWindow: window } = policy.sms;
  if (codesToPhone.count >= limit) {
    return refuse({ code: 'too-many-codes', limit, window, retryAt: (codesToPhone.oldest ?? now) + window });
  }
  const superseded = open ? withConsequences(state, [endAttempt(open, 'superseded', now, situation)], situation) : [];
  const stopped = stoppedRefusal(superseded.reduce(evolveActivation, state));
  if (stopped) return refuse(stopped, superseded);
  const number = state.attempts + 1;
  const phone = account.phone.e164;
  const deadline = now + policy.sms.codeValid;
  const codeDigest = vault.digestCode(command.serial, number, command.code);
  return done(
    [...superseded, { type: 'sms-code-requested', at: now, number, phone, deadline, codeDigest }],
    [
      {
        kind: 'sms-code',
        customerId: account.customerId,
        serial: command.serial,
        attempt: number,
        phone,
        code: command.code,
        validUntil: deadline,
      },
    ],
  );
}

/** A delivery receipt, also one that comes when the attempt is long over: it explains why the caller was stuck. */
export function recordReceipt(state: Activation, command: Of<'record-sms-receipt'>, situation: Situation): Answer {
  const { attempt, now } = situation;
  const { receipt } = command;
  if (!attempt) return refuse({ code: 'attempt-unknown' });
  if (isKnownReceipt(attempt, receipt)) return refuse({ code: 'receipt-known' });
  const at = Math.min(Math.max(command.happenedAt, attempt.requestedAt), now);
  const recorded: ActivationFact = { type: 'sms-receipt-recorded', at, number: attempt.number, receipt };
  const isOpen = state.status === 'awaiting_code' && state.attempt.number === attempt.number;
  if (!isOpen || receipt.state !== 'failed') return done([recorded]);
  const said = { operator: receipt.operator, rawState: receipt.raw, errorCode: receipt.error };
  const open: OpenAttempt = { ...state.attempt, ...said };
  return done(withConsequences(state, [recorded, endAttempt(open, 'not_delivered', at, situation)], situation));
}

/** The subscriber types the code. Right: the secret is issued. Wrong: counted, although the answer is a refusal. */
export function confirmCode(state: Activation, command: Of<'confirm-code'>, situation: Situation): Answer {
  const { account, now, policy, vault } = situation;
  const barred = checkSubscriber(situation) ?? stoppedRefusal(state);
  if (barred) return refuse(barred);
  if (state.status !== 'awaiting_code') return refuse({ code: 'no-open-attempt' });
  const { attempt } = state;
  // A number is changed because somebody else may hold the old phone: what lies in its inbox opens nothing.
  if (account.status === 'absent' || account.phone?.e164 !== attempt.phone)
    return refuse({ code: 'code-to-old-number' });
  const { wrongEntriesPerCode, failuresToLock } = policy.sms;
  // As many as the code had when it was sent: the policy may have changed since.
  const digits = vault.digitsOf(attempt.codeDigest) ?? policy.sms.codeDigits;
  if (!new RegExp(`^[0-9]{${digits}}$`).test(command.code)) return refuse({ code: 'code-malformed', digits });
  const codes = knownCodes((...words) => vault.digestCode(command.serial, ...words), attempt);
  if (codes.isNewest(command.code)) {
    const generation = state.generations + 1;
    const sealed = vault.seal(command.serial, generation, command.newSecret);
    return done([
      endAttempt(attempt, 'confirmed', now, situation),
      { type: 'otp-secret-issued', at: now, generation, sealed },
    ]);
  }
  const kind = kindOfWrongCode(command.code, codes);
  const wrong: ActivationFact = { type: 'wrong-code-entered', at: now, number: attempt.number, kind };
  const entriesLeft = wrongEntriesPerCode - attempt.wrongEntries - 1;
  if (entriesLeft > 0) return refuse({ code: 'wrong-code', entriesLeft }, [wrong]);
  const facts = withConsequences(state, [wrong, endAttempt(attempt, 'wrong_code', now, situation)], situation);
  const after = facts.reduce(evolveActivation, state);
  const failures = after.consecutiveFailures;
  return refuse(stoppedRefusal(after) ?? { code: 'attempt-failed', failures, limit: failuresToLock }, facts);
}

/** Discloses the secret to its subscriber, once, while the window may be open. */
export function showSecretQr(state: Activation, command: Of<'show-secret-qr'>, situation: Situation): Answer {
  const barred = checkSubscriber(situation) ?? stoppedRefusal(state);
  if (barred) return refuse(barred);
  if (state.status !== 'awaiting_otp') return refuse({ code: 'no-secret' });
  switch (state.qr.state) {
    case 'shown':
      return refuse({ code: 'qr-already-shown', shownAt: state.qr.at });
    case 'closed':
      return refuse({ code: 'qr-expired', since: state.qr.at });
    case 'unseen': {
      const secret = openSecret(situation, command.serial, state.secret);
      if (!secret) return refuse({ code: 'secret-unreadable' });
      return done([{ type: 'secret-qr-shown', at: situation.now }], [], { kind: 'otp-secret', secret });
    }
  }
}

/** The subscriber closes the window; not scanned by then means asking for a new code. */
export function closeQrWindow(state: Activation, situation: Situation): Answer {
  const barred = checkSubscriber(situation);
  if (barred) return refuse(barred);
  if (state.status !== 'awaiting_otp') return refuse({ code: 'no-secret' });
  if (state.qr.state === 'closed') return refuse({ code: 'qr-window-closed' });
  return done([{ type: 'qr-window-closed', at: situation.now }]);
}

/** Null when the ciphertext does not open: the file was tampered with, or the key file is another one's. */
export function openSecret(
  { vault }: Pick<Situation, 'vault'>,
  serial: string,
  secret: { readonly generation: number; readonly sealed: string },
): Uint8Array | null {
  try {
    return vault.open(serial, secret.generation, secret.sealed);
  } catch {
    return null;
  }
}
