import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { sign } from '../support/activation-commands.ts';
import {
  activated,
  awaitingOtp,
  codeRequested,
  ended,
  ISSUED_AT,
  locked,
  lockedByOtp,
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

  test('of another certificate of the same person is told from a plainly wrong one', () => {
    const other = {
      serial: 'C0000002',
      generation: 7,
      sealed: plainVault.seal('C0000002', 7, secretOf(7)),
      issuedAt: NOON,
    };
    const otherSecrets = [other];
    givenActivation(...activated())
      .when(sign(otpOf(7, now)), { now, otherSecrets })
      .thenRefused({ code: 'otp-of-other-certificate', triesLeft: 4 }, otpRefused(now, 'other-certificate'));
    givenActivation(...activated())
      .when(sign(otpOf(8, now)), { now, otherSecrets })
      .thenRefused({ code: 'otp-wrong', triesLeft: 4 }, otpRefused(now));
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
