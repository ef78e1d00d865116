import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { approve, askFor, reject, requestCode } from '../support/activation-commands.ts';
import {
  activated,
  approvalRequested,
  awaitingOtp,
  codeRequested,
  disabled,
  ended,
  frozen,
  granted,
  ISSUED_AT,
  LOCKED_AT,
  lockedByOtp,
  lockedBySms,
  OTP_LOCKED_AT,
  unlocked,
  wasReset,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, revokedCertificate } from '../support/situations.ts';
import { agentNamed, CUSTOMER, ewa, marek, olga } from '../support/staff.ts';

const now = NOON + MINUTE;

describe('asking for approval', () => {
  test('of a reset waits a day for a supervisor, with the grounds it rests on', () => {
    givenActivation()
      .when(askFor('reset'), { now })
      .thenDone(approvalRequested(now))
      .andState({ status: 'inactive', pendingApproval: { action: 'reset', requestedBy: 'ewa', ticket: 'INC-20931' } });
  });

  test('of an unlock is for a locked activation', () => {
    const at = LOCKED_AT + MINUTE;
    givenActivation(...lockedBySms())
      .when(askFor('unlock'), { now: at })
      .thenDone(approvalRequested(at, { action: 'unlock' }))
      .andState({ status: 'locked' });
  });

  test('of an unlock is refused when nothing is locked', () => {
    givenActivation().when(askFor('unlock')).thenRefused({ code: 'not-locked' });
  });

  test('is refused while another request waits', () => {
    givenActivation(approvalRequested(NOON))
      .when(askFor('reset'), { now: NOON + DAY - 1 })
      .thenRefused({ code: 'approval-pending', expiresAt: NOON + DAY });
  });

  test('is possible again when the day is over', () => {
    const at = NOON + DAY;
    givenActivation(approvalRequested(NOON))
      .when(askFor('reset'), { now: at })
      .thenDone({ type: 'approval-lapsed', at }, approvalRequested(at));
  });

  test('is refused on a blocked account', () => {
    givenActivation()
      .when(askFor('reset'), { account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('of a reset is possible from any state, an invalid certificate included', () => {
    const states = [awaitingOtp(), activated(), lockedBySms(), lockedByOtp(), [frozen(NOON)], [disabled(NOON)]];
    for (const facts of states) {
      const { decision } = givenActivation(...facts).when(askFor('reset'), { certificate: revokedCertificate(NOON) });
      expect(decision.verdict).toBe('done');
    }
  });
});

describe('approving', () => {
  test('a reset revokes the secret and returns the activation to its start', () => {
    const { state } = givenActivation(...activated(), approvalRequested(now))
      .when(approve, { now: now + SECOND })
      .thenDone(granted(now + SECOND, 'reset'), wasReset(now + SECOND))
      .thenAnnounces('activation-reset');
    expect(state).toMatchObject({
      status: 'inactive',
      secret: null,
      superseded: [{ generation: 1, supersededAt: now + SECOND }],
      pendingApproval: null,
    });
  });

  test('a reset clears every counter of failures, and keeps count of attempts, secrets and unlocks', () => {
    const facts = [...lockedBySms(), unlocked('sms', LOCKED_AT + 1), ...lockedByOtp().slice(-6)];
    const pending = approvalRequested(LOCKED_AT + MINUTE);
    const secret = { type: 'otp-secret-issued', at: LOCKED_AT, generation: 1, sealed: 'x' } as const;
    givenActivation(secret, ...facts, pending)
      .when(approve)
      .andState({
        status: 'inactive',
        consecutiveFailures: 0,
        wrongOtps: 0,
        lifetimeFailures: 0,
        attempts: 3,
        generations: 1,
        unlocks: [{ at: LOCKED_AT + 1, approved: false }],
      });
  });

  test('a reset ends the attempt that was open', () => {
    const at = NOON + 2 * MINUTE;
    givenActivation(codeRequested(), approvalRequested(now))
      .when(approve, { now: at })
      .thenDone(ended('superseded', at), granted(at, 'reset'), wasReset(at))
      .andState({ status: 'inactive', consecutiveFailures: 0, lifetimeFailures: 0 });
  });

  test.each([
    ['frozen', frozen(NOON)],
    ['disabled', disabled(NOON)],
  ] as const)('a reset starts a %s activation again', (_what, stopped) => {
    const at = NOON + 2 * MINUTE;
    const given = givenActivation(stopped, approvalRequested(now), granted(at, 'reset'), wasReset(at));
    given.when(requestCode(), { now: at + 1 }).thenDone(codeRequested(1, at + 1));
  });

  test('an unlock of failed attempts', () => {
    const at = LOCKED_AT + 2 * MINUTE;
    givenActivation(...lockedBySms(), approvalRequested(LOCKED_AT, { action: 'unlock' }))
      .when(approve, { now: at })
      .thenDone(granted(at, 'unlock'), unlocked('sms', at, true))
      .andState({ status: 'inactive', consecutiveFailures: 0, unlocks: [{ at, approved: true }] });
  });

  test('an unlock of wrong OTPs', () => {
    const at = OTP_LOCKED_AT + 2 * MINUTE;
    givenActivation(...lockedByOtp(), approvalRequested(OTP_LOCKED_AT, { action: 'unlock' }))
      .when(approve, { now: at })
      .thenDone(granted(at, 'unlock'), unlocked('otp', at, true))
      .andState({ status: 'active', wrongOtps: 0 });
  });
});

describe('an approval is not given', () => {
  const pending: readonly ActivationFact[] = [approvalRequested(NOON)];

  test('when nothing waits for one', () => {
    givenActivation().when(approve).thenRefused({ code: 'no-approval-pending' });
  });

  test('by the one who asked', () => {
    givenActivation(approvalRequested(NOON, { requestedBy: 'olga' }))
      .when(approve, { actor: olga })
      .thenRefused({ code: 'same-person' });
  });

  test('by an agent who is no supervisor', () => {
    givenActivation(...pending)
      .when(approve, { actor: { kind: 'agent', id: 'jan' } })
      .thenRefused({ code: 'not-permitted', command: 'approve-request', party: 'agent' });
  });

  test('by a supervisor for their own account', () => {
    givenActivation(...pending)
      .when(approve, { actor: olga, agent: agentNamed('olga', { ownCustomerId: CUSTOMER }) })
      .thenRefused({ code: 'own-account' });
  });

  test('on a blocked account', () => {
    givenActivation(...pending)
      .when(approve, { account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('of an unlock that is no longer needed', () => {
    givenActivation(approvalRequested(NOON, { action: 'unlock' }))
      .when(approve)
      .thenRefused({ code: 'not-locked' });
  });

  test('a day after it was asked for, and what lapsed is written down', () => {
    const at = NOON + DAY;
    givenActivation(...pending)
      .when(approve, { now: at })
      .thenRefused({ code: 'no-approval-pending' }, { type: 'approval-lapsed', at });
  });
});

test('a millisecond before its day is over an approval can be given', () => {
  const at = NOON + DAY - 1;
  givenActivation(approvalRequested(NOON)).when(approve, { now: at }).thenDone(granted(at, 'reset'), wasReset(at));
});

test('two supervisors may ask and approve', () => {
  const at = NOON + MINUTE;
  givenActivation(approvalRequested(NOON, { requestedBy: 'olga' }))
    .when(approve, { actor: marek, now: at })
    .thenDone(granted(at, 'reset'), wasReset(at));
});

describe('rejecting', () => {
  test('ends the request, and changes nothing else', () => {
    const at = LOCKED_AT + MINUTE;
    givenActivation(...lockedBySms(), approvalRequested(LOCKED_AT, { action: 'unlock' }))
      .when(reject, { now: at })
      .thenDone({ type: 'approval-rejected', at })
      .andState({ status: 'locked', consecutiveFailures: 3, pendingApproval: null });
  });

  test('once is enough: nothing is left to approve', () => {
    givenActivation(approvalRequested(NOON), { type: 'approval-rejected', at: NOON + 1 })
      .when(approve)
      .thenRefused({ code: 'no-approval-pending' });
  });

  test('is refused when nothing waits', () => {
    givenActivation().when(reject).thenRefused({ code: 'no-approval-pending' });
  });

  test('is refused to the one who asked', () => {
    givenActivation(approvalRequested(NOON, { requestedBy: 'olga' }))
      .when(reject, { actor: olga })
      .thenRefused({ code: 'same-person' });
  });

  test('is refused to an agent', () => {
    givenActivation(approvalRequested(NOON, { requestedBy: 'jan' }))
      .when(reject, { actor: ewa })
      .thenRefused({ code: 'not-permitted', command: 'reject-request', party: 'agent' });
  });

  test('is possible on a blocked account', () => {
    givenActivation(approvalRequested(NOON))
      .when(reject, { now: ISSUED_AT, account: blockedAccount(NOON) })
      .thenDone({ type: 'approval-rejected', at: ISSUED_AT });
  });
});
