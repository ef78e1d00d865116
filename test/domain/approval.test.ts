import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { askInForce } from '../../src/domain/approval.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { type Proof, pointsOf } from '../../src/domain/support-case.ts';
import { approve, askFor, reject, requestCode } from '../support/activation-commands.ts';
import {
  activated,
  approvalRequested,
  askedOn,
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
import { accountOf, blockedAccount, revokedCertificate, verifiedCase } from '../support/situations.ts';
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
      .thenDone(
        approvalRequested(at, {
          action: 'unlock',
          askedOn: askedOn({ consecutiveFailures: 3, lifetimeFailures: 3 }),
        }),
      )
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

describe('a reset is never asked for on knowledge alone', () => {
  const withProofs = (...proofs: readonly Proof[]) =>
    verifiedCase('ewa', NOON, { verification: { status: 'passed', at: NOON, proofs, points: pointsOf(proofs) } });

  test.each([
    [['contract-number', 'date-of-birth', 'certificate-expiry', 'e-mail-on-file', 'last-signature']],
    [['contract-number', 'certificate-expiry', 'last-signature']],
  ] as const)('%s', (proofs) => {
    givenActivation()
      .when(askFor('reset'), { now, supportCase: withProofs(...proofs) })
      .thenRefused({ code: 'possession-needed' });
    givenActivation()
      .when(askFor('reset', true), { now, supportCase: withProofs(...proofs) })
      .thenRefused({ code: 'possession-needed' });
  });

  test.each([[['e-mail-reply', 'contract-number']], [['call-back', 'contract-number']], [['personal-visit']]] as const)(
    'but on %s it is',
    (proofs) => {
      const { decision } = givenActivation().when(askFor('reset'), { now, supportCase: withProofs(...proofs) });
      expect(decision.verdict).toBe('done');
    },
  );

  test('a call-back proves nothing on a number that is not usable yet, or to nobody', () => {
    const called = { supportCase: withProofs('call-back', 'contract-number'), now };
    const fresh = accountOf({ phoneUsableFrom: now + 1 });
    givenActivation()
      .when(askFor('reset'), { ...called, account: fresh })
      .thenRefused({ code: 'possession-needed' });
    const usable = accountOf({ phoneUsableFrom: now });
    expect(givenActivation().when(askFor('reset'), { ...called, account: usable }).decision.verdict).toBe('done');
    const none = accountOf({ phone: null });
    givenActivation()
      .when(askFor('reset'), { ...called, account: none })
      .thenRefused({ code: 'possession-needed' });
  });

  test('one more unlock changes no secret and needs none of it', () => {
    const at = LOCKED_AT + MINUTE;
    const known = { status: 'passed', at, proofs: ['contract-number', 'date-of-birth'], points: 4 } as const;
    const { decision } = givenActivation(...lockedBySms()).when(askFor('unlock'), {
      now: at,
      supportCase: verifiedCase('ewa', at, { verification: known }),
    });
    expect(decision.verdict).toBe('done');
  });
});

describe('after a no', () => {
  test('nothing is asked for within four hours, by nobody', () => {
    const until = now + 1;
    const lastNoAt = until - 4 * HOUR;
    givenActivation().when(askFor('reset'), { now, lastNoAt }).thenRefused({ code: 'cool-down', until });
    givenActivation(...lockedBySms())
      .when(askFor('unlock'), { now, lastNoAt, actor: marek })
      .thenRefused({ code: 'cool-down', until });
    expect(givenActivation().when(askFor('reset'), { now, lastNoAt: lastNoAt - 1 }).decision.verdict).toBe('done');
  });

  test('said anywhere on the account, what was asked for before it gets no yes any more, and can still be rejected', () => {
    const waiting = givenActivation(...activated(), approvalRequested(now));
    for (const since of [now, now + 1, now + SECOND]) {
      waiting
        .when(approve, { now: now + MINUTE, lastNoAt: since })
        .thenRefused({ code: 'overruled', since })
        .andState({ status: 'active', pendingApproval: { requestedBy: 'ewa' } });
    }
    waiting
      .when(reject, { now: now + MINUTE, lastNoAt: now + SECOND })
      .thenDone({ type: 'approval-rejected', at: now + MINUTE });
    expect(waiting.when(approve, { now: now + MINUTE, lastNoAt: now - 1 }).decision.verdict).toBe('done');
  });
});

describe('an emergency', () => {
  const asked = approvalRequested(NOON, { emergency: true, expiresAt: NOON + 2 * HOUR });
  const begun = { type: 'approval-begun', at: now, by: 'olga' } as const;

  test('does not wait for things to cool down, and lapses in two hours', () => {
    givenActivation()
      .when(askFor('reset', true), { now: NOON, lastNoAt: NOON - 1 })
      .thenDone(asked);
  });

  test('the first yes changes nothing', () => {
    givenActivation(...activated(), asked)
      .when(approve, { now, actor: olga })
      .thenDone(begun)
      .thenAnnounces()
      .andState({ status: 'active', pendingApproval: { firstYesBy: 'olga' } });
  });

  test('the second is another supervisor’s, and both are on record', () => {
    givenActivation(...activated(), asked, begun)
      .when(approve, { now: now + 1, actor: olga })
      .thenRefused({ code: 'same-person' });
    givenActivation(...activated(), asked, begun)
      .when(approve, { now: now + 1, actor: marek })
      .thenDone(granted(now + 1, 'reset', { firstYesBy: 'olga' }), wasReset(now + 1));
  });

  test('a no after the first yes leaves nothing for the second', () => {
    givenActivation(...activated(), asked, begun)
      .when(approve, { now: now + 2, actor: marek, lastNoAt: now + 1 })
      .thenRefused({ code: 'overruled', since: now + 1 })
      .andState({ status: 'active' });
  });

  test('one no of either ends it', () => {
    givenActivation(asked, begun)
      .when(reject, { now: now + 1, actor: olga })
      .thenDone({ type: 'approval-rejected', at: now + 1 });
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

  test('of an unlock for a certificate that is not valid any more; it is not asked for either', () => {
    const certificate = revokedCertificate(LOCKED_AT + 2);
    const refusal = { code: 'certificate-not-valid', status: 'revoked', since: LOCKED_AT + 2 } as const;
    givenActivation(...lockedBySms(), approvalRequested(LOCKED_AT + 1, { action: 'unlock' }))
      .when(approve, { now: LOCKED_AT + 3, certificate })
      .thenRefused(refusal);
    givenActivation(...lockedBySms())
      .when(askFor('unlock'), { now: LOCKED_AT + 3, certificate })
      .thenRefused(refusal);
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

test('whoever looks at a request sees it until a millisecond before its end', () => {
  const { type: _type, at: _at, ...ask } = approvalRequested(NOON);
  expect(askInForce(ask, NOON + DAY - 1)).toBe(ask);
  expect(askInForce(ask, NOON + DAY)).toBeNull();
});

test('two supervisors may ask and approve', () => {
  const at = NOON + MINUTE;
  givenActivation(approvalRequested(NOON, { requestedBy: 'olga' }))
    .when(approve, { actor: marek, now: at })
    .thenDone(granted(at, 'reset', { requestedBy: 'olga' }), wasReset(at));
});

describe('rejecting', () => {
  test('ends the request, and changes nothing else', () => {
    const at = LOCKED_AT + MINUTE;
    givenActivation(...lockedBySms(), approvalRequested(LOCKED_AT, { action: 'unlock' }))
      .when(reject, { now: at })
      .thenDone({ type: 'approval-rejected', at })
      .andState({ status: 'locked', consecutiveFailures: 3, pendingApproval: null, lastNoAt: at });
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
