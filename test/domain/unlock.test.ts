import { describe, expect, test } from 'vitest';
import { type ActivationFact, untouched } from '../../src/domain/activation.ts';
import { unlockRefusal } from '../../src/domain/activation-support.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { requestCode, sign, unlock } from '../support/activation-commands.ts';
import {
  activated,
  approvalRequested,
  awaitingOtp,
  codeRequested,
  disabled,
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
  signed,
  unlocked,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import {
  accountOf,
  blockedAccount,
  certificateOf,
  revokedCertificate,
  suspendedCertificate,
} from '../support/situations.ts';

const now = LOCKED_AT + MINUTE;

describe('unlocking after three failed attempts', () => {
  test('returns the activation to its start, with the failures cleared', () => {
    givenActivation(...lockedBySms())
      .when(unlock, { now })
      .thenDone(unlocked('sms', now))
      .andState({ status: 'inactive', consecutiveFailures: 0, unlocks: [{ at: now, approved: false }] });
  });

  test('clears neither the lifetime failures nor the wrong OTPs', () => {
    const wrong = [otpRefused(ISSUED_AT + 1), otpRefused(ISSUED_AT + 2)];
    const failed = lockedBySms().map((fact) => ('number' in fact ? { ...fact, number: fact.number + 1 } : fact));
    givenActivation(...awaitingOtp(), ...wrong, ...failed)
      .when(unlock)
      .andState({ status: 'inactive', consecutiveFailures: 0, wrongOtps: 2, lifetimeFailures: 5 });
  });

  test('keeps the secret, if there is one', () => {
    const failed = lockedBySms().map((fact) => ('number' in fact ? { ...fact, number: fact.number + 1 } : fact));
    const { state } = givenActivation(...awaitingOtp(), ...failed).when(unlock);
    expect(state).toMatchObject({ secret: { generation: 1 }, superseded: [] });
  });

  test('lets the subscriber ask for a code again', () => {
    givenActivation(...lockedBySms(), unlocked('sms', now))
      .when(requestCode(4), { now: now + 1 })
      .thenDone(codeRequested(4, now + 1));
  });

  test('is told to the subscriber', () => {
    givenActivation(...lockedBySms())
      .when(unlock)
      .thenAnnounces('activation-unlocked');
  });
});

describe('a request to unlock that still waits when the lock goes', () => {
  const asked = approvalRequested(LOCKED_AT + 1, { action: 'unlock' });

  test('is over with it: it would lift another lock later', () => {
    givenActivation(...lockedBySms(), asked)
      .when(unlock, { now })
      .thenDone(unlocked('sms', now), { type: 'approval-lapsed', at: now })
      .andState({ status: 'inactive', pendingApproval: null });
  });

  test('a request to reset goes on waiting', () => {
    givenActivation(...lockedBySms(), approvalRequested(LOCKED_AT + 1, { action: 'reset' }))
      .when(unlock, { now })
      .thenDone(unlocked('sms', now))
      .andState({ pendingApproval: { action: 'reset' } });
  });
});

describe('unlocking after five wrong OTPs', () => {
  test('returns a proven activation to active, with the wrong OTPs cleared', () => {
    const at = OTP_LOCKED_AT + MINUTE;
    givenActivation(...lockedByOtp())
      .when(unlock, { now: at })
      .thenDone(unlocked('otp', at))
      .andState({ status: 'active', activatedAt: PROVEN_AT, wrongOtps: 0, lifetimeFailures: 5 });
  });

  test('returns a phone on trial to awaiting_otp, with its window closed', () => {
    const wrong = [1, 2, 3, 4, 5].map((ms) => otpRefused(ISSUED_AT + ms));
    const at = ISSUED_AT + MINUTE;
    givenActivation(...awaitingOtp(), ...wrong, locked('otp', ISSUED_AT + 5))
      .when(unlock, { now: at })
      .thenDone(unlocked('otp', at))
      .andState({ status: 'awaiting_otp', qr: { state: 'closed', at }, wrongOtps: 0 });
  });

  test('forgets no used OTP', () => {
    const at = PROVEN_AT + MINUTE;
    givenActivation(...activated(), signed(at), ...lockedByOtp().slice(-6), unlocked('otp', at + 1))
      .when(sign(otpOf(1, at)), { now: at + 2 })
      .thenRefused({ code: 'otp-already-used', triesLeft: 4 }, otpRefused(at + 2, 'used'));
  });
});

describe('two unlocks a day without approval', () => {
  const unlockedAt = (...moments: readonly Instant[]): readonly ActivationFact[] => [
    ...moments.flatMap((at) => [locked('sms', at - 1), unlocked('sms', at)]),
    locked('sms', NOON - 1),
  ];

  test('the second is the agent’s own', () => {
    givenActivation(...unlockedAt(NOON - HOUR))
      .when(unlock, { now: NOON })
      .thenDone(unlocked('sms', NOON));
  });

  test('the third needs approval, and the answer says when it will not', () => {
    givenActivation(...unlockedAt(NOON - 3 * HOUR, NOON - HOUR))
      .when(unlock, { now: NOON })
      .thenRefused({ code: 'approval-needed', limit: 2, window: DAY, freeAgainAt: NOON + 21 * HOUR });
  });

  test('a millisecond before the first is a day old the third still needs approval', () => {
    givenActivation(...unlockedAt(NOON - DAY + 1, NOON - HOUR))
      .when(unlock, { now: NOON })
      .thenRefused({ code: 'approval-needed', limit: 2, window: DAY, freeAgainAt: NOON + 1 });
  });

  test('from the millisecond the first is a day old the third is the agent’s own', () => {
    givenActivation(...unlockedAt(NOON - DAY, NOON - HOUR))
      .when(unlock, { now: NOON })
      .thenDone(unlocked('sms', NOON));
  });

  test('where policy allows none, waiting does not help, and the answer does not say so', () => {
    const policy = { ...defaultPolicy, support: { ...defaultPolicy.support, unlocksWithoutApproval: 0 } };
    for (const earlier of [[], [NOON - HOUR]]) {
      givenActivation(...unlockedAt(...earlier))
        .when(unlock, { now: NOON, policy })
        .thenRefused({ code: 'approval-needed', limit: 0, window: DAY, freeAgainAt: null });
    }
  });

  test('approved ones do not use them up', () => {
    givenActivation(
      locked('sms', NOON - 4 * HOUR),
      unlocked('sms', NOON - 3 * HOUR, true),
      ...unlockedAt(NOON - 2 * HOUR),
    )
      .when(unlock, { now: NOON })
      .thenDone(unlocked('sms', NOON));
  });

  test('locks of both kinds share them', () => {
    const otpLocks = [2 * HOUR, HOUR].flatMap((ago) => [locked('otp', NOON - ago), unlocked('otp', NOON - ago + 1)]);
    givenActivation(...activated(), ...otpLocks, locked('otp', NOON))
      .when(unlock, { now: NOON + 1 })
      .thenRefused({ code: 'approval-needed', limit: 2, window: DAY, freeAgainAt: NOON - 2 * HOUR + 1 + DAY });
  });
});

describe('nothing is unlocked', () => {
  test.each([
    ['that was never touched', []],
    ['with an attempt open', [codeRequested(1, now)]],
    ['that awaits its first OTP', awaitingOtp()],
    ['that is active', activated()],
    ['that is frozen: only a reset helps', [...lockedBySms(), frozen(LOCKED_AT)]],
    ['that is disabled: only a reset helps', [...lockedBySms(), disabled(LOCKED_AT)]],
  ] as const)('%s', (_what, facts) => {
    const settled = givenActivation(...facts).settledBy(now).decision.facts;
    givenActivation(...facts, ...settled)
      .when(unlock)
      .thenRefused({ code: 'not-locked' });
  });

  test('on a blocked account', () => {
    givenActivation(...lockedBySms())
      .when(unlock, { account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('for a certificate that is suspended', () => {
    givenActivation(...lockedBySms())
      .when(unlock, { certificate: suspendedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON });
  });

  test('for a certificate that is revoked', () => {
    givenActivation(...lockedBySms())
      .when(unlock, { certificate: revokedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });
});

describe('a screen that asks beforehand', () => {
  const situation = { account: accountOf(), certificate: certificateOf(), now, policy: defaultPolicy };
  const { state } = givenActivation(...lockedBySms());

  test('is told that the unlock will pass', () => {
    expect(unlockRefusal(state, situation)).toBeNull();
  });

  test('is told what will be in the way, whoever the caller is', () => {
    const blocked = { ...situation, account: blockedAccount(NOON) };
    expect(unlockRefusal(state, blocked)).toEqual({ code: 'account-blocked', since: NOON });
    expect(unlockRefusal(untouched, situation)).toEqual({ code: 'not-locked' });
  });
});
