import { describe, test } from 'vitest';
import { type Instant, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { sign } from '../support/activation-commands.ts';
import {
  activated,
  awaitingOtp,
  codeRequested,
  disabled,
  ended,
  frozen,
  LOCKED_AT,
  lockedByOtp,
  lockedBySms,
  OTP_LOCKED_AT,
  otpOf,
  otpRefused,
  PROVEN_AT,
  proven,
  secretOf,
  signed,
  stepOf,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { plainVault } from '../support/plain-vault.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, certificateOf, revokedCertificate, suspendedCertificate } from '../support/situations.ts';

const now = PROVEN_AT + 10 * MINUTE;

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
