import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { DAY, type Instant, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { sign } from '../support/activation-commands.ts';
import {
  activated,
  awaitingOtp,
  codeRequested,
  disabled,
  ended,
  frozen,
  ISSUED_AT,
  LOCKED_AT,
  locked,
  lockedByOtp,
  lockedBySms,
  OTP_LOCKED_AT,
  otpOf,
  otpRefused,
  PROVEN_AT,
  proven,
  qrClosed,
  secretIssued,
  secretOf,
  signed,
  stepOf,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { plainVault } from '../support/plain-vault.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, certificateOf, revokedCertificate, suspendedCertificate } from '../support/situations.ts';

const STEP = 30 * SECOND;
const now = PROVEN_AT + 10 * MINUTE;
const wrongOtps = (count: number): readonly ActivationFact[] =>
  Array.from({ length: count }, (_, place) => otpRefused(PROVEN_AT + (place + 1) * SECOND));

describe('the first right OTP', () => {
  test('proves the activation and signs the document', () => {
    const at = ISSUED_AT + MINUTE;
    givenActivation(...awaitingOtp())
      .when(sign(otpOf(1, at)), { now: at })
      .thenDone(proven(at), signed(at))
      .andState({ status: 'active', activatedAt: at, lastTimeStep: stepOf(at), wrongOtps: 0 });
  });

  test('is good after the QR window has closed: the app keeps the secret', () => {
    const at = ISSUED_AT + DAY;
    givenActivation(...awaitingOtp())
      .when(sign(otpOf(1, at)), { now: at })
      .thenDone(qrClosed(ISSUED_AT + 5 * MINUTE), proven(at), signed(at));
  });

  test('clears the wrong ones before it', () => {
    const at = ISSUED_AT + MINUTE;
    givenActivation(...awaitingOtp(), otpRefused(ISSUED_AT + 1))
      .when(sign(otpOf(1, at)), { now: at })
      .andState({ status: 'active', wrongOtps: 0, lifetimeFailures: 1 });
  });
});

describe('a right OTP on an active activation', () => {
  test('signs one document', () => {
    givenActivation(...activated())
      .when(sign(otpOf(1, now)), { now })
      .thenDone(signed(now))
      .andState({ lastTimeStep: stepOf(now) });
  });

  test.each([-1, 1])('of a phone clock %d step off is good, and remembered with its own step', (drift) => {
    givenActivation(...activated())
      .when(sign(otpOf(1, now + drift * STEP)), { now })
      .thenDone(signed(now, stepOf(now) + drift))
      .andState({ lastTimeStep: stepOf(now) + drift });
  });

  test('sets the wrong OTPs to zero, and leaves the lifetime failures', () => {
    givenActivation(...activated(), ...wrongOtps(4))
      .when(sign(otpOf(1, now)), { now })
      .thenDone(signed(now))
      .andState({ wrongOtps: 0, lifetimeFailures: 4 });
  });
});

describe('an OTP is good once', () => {
  test('the same one again is refused, and counted', () => {
    givenActivation(...activated(), signed(now))
      .when(sign(otpOf(1, now)), { now: now + SECOND })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(now + SECOND, 'used'))
      .andState({ wrongOtps: 1, lifetimeFailures: 1, lastTimeStep: stepOf(now) });
  });

  test('the one that proved the activation is used', () => {
    givenActivation(...activated())
      .when(sign(otpOf(1, PROVEN_AT)), { now: PROVEN_AT + SECOND })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(PROVEN_AT + SECOND, 'used'));
  });

  test('an older one inside the window is used as well', () => {
    givenActivation(...activated(), signed(now))
      .when(sign(otpOf(1, now - STEP)), { now: now + SECOND })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(now + SECOND, 'used'));
  });

  test('after one from a fast phone, the step in between is used up', () => {
    givenActivation(...activated(), signed(now, stepOf(now) + 1))
      .when(sign(otpOf(1, now)), { now: now + SECOND })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(now + SECOND, 'used'));
  });
});

describe('a wrong OTP', () => {
  test('is refused and counted', () => {
    givenActivation(...activated())
      .when(sign('000000'), { now })
      .thenRefused({ code: 'otp-wrong', triesLeft: 4 }, otpRefused(now))
      .andState({ status: 'active', wrongOtps: 1, lifetimeFailures: 1, consecutiveFailures: 0 });
  });

  test('of a phone clock four minutes fast is refused with the number of steps', () => {
    givenActivation(...activated())
      .when(sign(otpOf(1, now + 4 * MINUTE)), { now })
      .thenRefused({ code: 'otp-clock-off', steps: 8, triesLeft: 4 }, otpRefused(now, 'clock-off', 8));
  });

  test('of a phone clock four minutes slow is refused with the number of steps', () => {
    givenActivation(...activated())
      .when(sign(otpOf(1, now - 4 * MINUTE)), { now })
      .thenRefused({ code: 'otp-clock-off', steps: -8, triesLeft: 4 }, otpRefused(now, 'clock-off', -8));
  });

  test('of an old entry in the app is told from a plainly wrong one', () => {
    givenActivation(...awaitingOtp(), secretIssued(NOON + DAY, 2))
      .when(sign(otpOf(1, NOON + DAY + MINUTE)), { now: NOON + DAY + MINUTE })
      .thenRefused({ code: 'otp-of-old-secret', triesLeft: 4 }, otpRefused(NOON + DAY + MINUTE, 'old-secret'));
  });

  test('of an old entry is plainly wrong once the old secret is wiped, thirty days later', () => {
    const issuedAgain = NOON + DAY;
    const wipedAt = issuedAgain + 30 * DAY;
    const given = givenActivation(...awaitingOtp(), secretIssued(issuedAgain, 2), proven(issuedAgain + 1));
    const wiped = { type: 'superseded-secret-wiped', at: wipedAt, generation: 1 } as const;
    given
      .when(sign(otpOf(1, wipedAt - 1)), { now: wipedAt - 1 })
      .thenRefused({ code: 'otp-of-old-secret', triesLeft: 4 }, otpRefused(wipedAt - 1, 'old-secret'));
    given
      .when(sign(otpOf(1, wipedAt)), { now: wipedAt })
      .thenRefused({ code: 'otp-wrong', triesLeft: 4 }, wiped, otpRefused(wipedAt));
  });
});

describe('five wrong OTPs in a row', () => {
  test('the fourth leaves one try', () => {
    givenActivation(...activated(), ...wrongOtps(3))
      .when(sign('000000'), { now })
      .thenRefused({ code: 'otp-wrong', triesLeft: 1 }, otpRefused(now))
      .andState({ status: 'active', wrongOtps: 4 });
  });

  test('the fifth locks', () => {
    givenActivation(...activated(), ...wrongOtps(4))
      .when(sign('000000'), { now })
      .thenRefused({ code: 'activation-locked', cause: 'otp', since: now }, otpRefused(now), locked('otp', now))
      .andState({ status: 'locked', cause: 'otp', wrongOtps: 5, activatedAt: PROVEN_AT });
  });

  test('lock a phone on trial too, which stays unproven', () => {
    const wrong = [1, 2, 3, 4].map((second) => otpRefused(ISSUED_AT + second * SECOND));
    const at = ISSUED_AT + 5 * SECOND;
    givenActivation(...awaitingOtp(), ...wrong)
      .when(sign('000000'), { now: at })
      .thenRefused({ code: 'activation-locked', cause: 'otp', since: at }, otpRefused(at), locked('otp', at))
      .andState({ status: 'locked', cause: 'otp', activatedAt: null });
  });

  test('are counted over a new code and a new secret: neither lowers the counter', () => {
    const wrong = [1, 2, 3, 4].map((second) => otpRefused(ISSUED_AT + second * SECOND));
    const again = NOON + 10 * MINUTE;
    const at = again + MINUTE;
    givenActivation(
      ...awaitingOtp(),
      ...wrong,
      codeRequested(2, again),
      ended('confirmed', again + 1, { number: 2 }),
      secretIssued(again + 1, 2),
    )
      .when(sign('000000'), { now: at })
      .thenRefused({ code: 'activation-locked', cause: 'otp', since: at }, otpRefused(at), locked('otp', at));
  });

  test('never mix with failed SMS attempts', () => {
    const { state } = givenActivation(...lockedByOtp());
    expect(state).toMatchObject({ wrongOtps: 5, consecutiveFailures: 0, lifetimeFailures: 5 });
  });
});

describe('a re-formatted OTP is not looked at, and does not count', () => {
  const fullWidth = (code: string) => [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  test.each<[string, (code: string) => string]>([
    ['with a space', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with a no-break space', (code) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`],
    ['with a line break after', (code) => `${code}\n`],
    ['in full-width digits', fullWidth],
    ['with a sign', (code) => `+${code}`],
    ['a power of ten', () => '1e5'],
    ['empty', () => ''],
  ])('%s', (_how, reformat) => {
    givenActivation(...activated())
      .when(sign(reformat(otpOf(1, now))), { now })
      .thenRefused({ code: 'otp-malformed', digits: 6 })
      .andState({ wrongOtps: 0, lifetimeFailures: 0 });
  });
});

describe('a clock behind the last audit entry', () => {
  const behindBy = (lag: number): Instant => now + lag;

  test('by two minutes is put up with', () => {
    givenActivation(...activated())
      .when(sign(otpOf(1, now)), { now, lastEntryAt: behindBy(2 * MINUTE) })
      .thenDone(signed(now));
  });

  test('by a millisecond more refuses the OTP, says so, and does not count it', () => {
    const lastEntryAt = behindBy(2 * MINUTE + 1);
    givenActivation(...activated())
      .when(sign(otpOf(1, now)), { now, lastEntryAt })
      .thenRefused({ code: 'clock-behind', lastEntryAt, now })
      .andState({ wrongOtps: 0 });
  });

  test('never makes a used OTP good again', () => {
    givenActivation(...activated(), signed(now))
      .when(sign(otpOf(1, now - 90 * SECOND)), { now: now - 90 * SECOND, lastEntryAt: now })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(now - 90 * SECOND, 'used'))
      .andState({ lastTimeStep: stepOf(now) });
  });
});

describe('nothing is signed', () => {
  const right = sign(otpOf(1, now));

  test.each([
    ['before a code was asked for', []],
    ['before the code was confirmed', [codeRequested(1, now)]],
    [
      'when a new attempt has failed: the old secret has no phone to prove',
      [...awaitingOtp(), codeRequested(2, NOON + MINUTE), ended('expired', NOON + 6 * MINUTE, { number: 2 })],
    ],
  ] as const)('%s', (_when, facts) => {
    givenActivation(...facts)
      .when(right, { now })
      .thenRefused({ code: 'not-activated' });
  });

  test('with a suspended certificate', () => {
    givenActivation(...activated())
      .when(right, { now, certificate: suspendedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON });
  });

  test('with a revoked certificate', () => {
    givenActivation(...activated())
      .when(right, { now, certificate: revokedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });

  test('with an expired certificate', () => {
    givenActivation(...activated())
      .when(right, { now, certificate: certificateOf({ notAfter: now - 1 }) })
      .thenRefused({ code: 'certificate-not-valid', status: 'expired', since: now - 1 });
  });

  test('on a blocked account', () => {
    givenActivation(...activated())
      .when(right, { now, account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('by somebody else', () => {
    givenActivation(...activated())
      .when(right, { now, actor: { kind: 'subscriber', id: 'EC-100002' } })
      .thenRefused({ code: 'not-your-account' });
  });

  test('while locked by wrong OTPs, however right the OTP', () => {
    givenActivation(...lockedByOtp())
      .when(right, { now })
      .thenRefused({ code: 'activation-locked', cause: 'otp', since: OTP_LOCKED_AT });
  });

  test('while locked by failed attempts', () => {
    givenActivation(...lockedBySms())
      .when(sign(otpOf(1, LOCKED_AT)), { now: LOCKED_AT })
      .thenRefused({ code: 'activation-locked', cause: 'sms', since: LOCKED_AT });
  });

  test('while frozen', () => {
    givenActivation(...activated(), frozen(PROVEN_AT))
      .when(right, { now })
      .thenRefused({ code: 'activation-frozen', since: PROVEN_AT });
  });

  test('once disabled', () => {
    givenActivation(...activated(), disabled(PROVEN_AT))
      .when(right, { now })
      .thenRefused({ code: 'activation-disabled', failures: 0 });
  });

  test('when the secret was sealed for another certificate', () => {
    const sealed = plainVault.seal('C0000002', 1, secretOf(1));
    givenActivation({ type: 'otp-secret-issued', at: NOON, generation: 1, sealed }, proven(NOON))
      .when(right, { now })
      .thenRefused({ code: 'secret-unreadable' });
  });
});
