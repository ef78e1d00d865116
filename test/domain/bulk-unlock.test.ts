import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { MOST_IN_BULK } from '../../src/domain/bulk-unlock.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { OperatorFact } from '../../src/domain/operator.ts';
import { receiptOf } from '../../src/domain/receipt.ts';
import {
  accepted,
  approvalRequested,
  codeRequested,
  delivered,
  ended,
  locked,
  lockedByOtp,
  receiptRecorded,
  unlocked,
  wrongEntry,
} from '../support/activation-facts.ts';
import { givenActivation, givenOperator } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, revokedCertificate, SERIAL } from '../support/situations.ts';
import { agentNamed, ewa, marek, olga } from '../support/staff.ts';

const operator = 'Orange';
const UNTIL = NOON + HOUR;
const outage = { operator, from: NOON, until: UNTIL };
const ASKED = UNTIL + MINUTE;
const recognised: OperatorFact = { type: 'outage-recognised', at: NOON + 30 * MINUTE, operator, from: NOON };
const over: readonly OperatorFact[] = [recognised, { type: 'outage-ended', at: UNTIL, operator }];
const asked: Extract<OperatorFact, { type: 'bulk-unlock-requested' }> = {
  type: 'bulk-unlock-requested',
  at: ASKED,
  outage,
  serials: [SERIAL],
  requestedBy: 'ewa',
  requestedAt: ASKED,
  note: 'outage of the morning',
  expiresAt: ASKED + DAY,
};
const approved: OperatorFact = {
  type: 'bulk-unlock-approved',
  at: ASKED + MINUTE,
  operator,
  by: 'olga',
  expiresAt: ASKED + MINUTE + DAY,
};
const ask = { type: 'ask-bulk-unlock', operator, serials: [SERIAL], note: asked.note } as const;
const approve = { type: 'approve-bulk-unlock', operator } as const;
const reject = { type: 'reject-bulk-unlock', operator } as const;
const byEwa = { actor: ewa, now: ASKED };

describe('asking for a bulk unlock', () => {
  test('when the outage is over, for exactly these', () => {
    givenOperator(...over)
      .when(ask, byEwa)
      .thenDone(asked);
  });
  test('names each once', () => {
    givenOperator(...over)
      .when({ ...ask, serials: [SERIAL, SERIAL] }, byEwa)
      .thenDone(asked);
  });
  test('not while it lasts', () => {
    givenOperator(recognised).when(ask, byEwa).thenRefused({ code: 'outage-lasts', since: NOON });
  });
  test('not without an outage', () => {
    givenOperator().when(ask, byEwa).thenRefused({ code: 'no-outage' });
  });
  test('not for nobody, and not for more than anyone can read', () => {
    givenOperator(...over)
      .when({ ...ask, serials: [] }, byEwa)
      .thenRefused({ code: 'nobody-locked-by-outage' });
    const crowd = Array.from({ length: MOST_IN_BULK + 1 }, (_, place) => String(place));
    givenOperator(...over)
      .when({ ...ask, serials: crowd }, byEwa)
      .thenRefused({ code: 'too-many-at-once', most: MOST_IN_BULK });
    const most = givenOperator(...over).when({ ...ask, serials: crowd.slice(1) }, byEwa);
    expect(most.decision.verdict).toBe('done');
  });
  test('not a second time while the first waits; again when it was carried out, refused or forgotten', () => {
    const given = givenOperator(...over, asked);
    given.when(ask, { ...byEwa, now: ASKED + 1 }).thenRefused({ code: 'approval-pending', expiresAt: ASKED + DAY });
    expect(given.when(ask, { ...byEwa, now: ASKED + DAY }).decision.verdict).toBe('done');
    expect(givenOperator(...over, asked, approved).when(ask, byEwa).decision.verdict).toBe('done');
  });
});

describe('deciding', () => {
  test('another person, a supervisor, says yes: from then on it is good for a day', () => {
    givenOperator(...over, asked)
      .when(approve, { actor: olga, now: ASKED + MINUTE })
      .thenDone(approved)
      .andState({ bulkUnlock: { approved: { by: 'olga', at: ASKED + MINUTE } } });
  });
  test('or no, and that is the end of it', () => {
    givenOperator(...over, asked)
      .when(reject, { actor: olga, now: ASKED + MINUTE })
      .thenDone({ type: 'bulk-unlock-rejected', at: ASKED + MINUTE, operator })
      .andState({ bulkUnlock: null });
  });
  test('never who asked', () => {
    givenOperator(...over, { ...asked, requestedBy: 'olga' })
      .when(approve, { actor: olga, now: ASKED + 1 })
      .thenRefused({ code: 'same-person' });
  });
  test('not twice', () => {
    givenOperator(...over, asked, approved)
      .when(approve, { actor: olga })
      .thenRefused({ code: 'no-approval-pending' });
  });
  test('not when it has waited too long; that is written down', () => {
    givenOperator(...over, asked)
      .when(approve, { actor: olga, now: ASKED + DAY })
      .thenRefused({ code: 'no-approval-pending' }, { type: 'bulk-unlock-lapsed', at: ASKED + DAY, operator });
  });
});

/** A failed attempt every ten minutes; what each failed by. */
const fails: Readonly<
  Record<
    'outage' | 'guessed' | 'wrong' | 'unreported' | 'absent' | 'other-operator' | 'late' | 'just-in-time',
    (n: number) => ActivationFact[]
  >
> = {
  outage: (n) => [
    codeRequested(n, at(n)),
    accepted(at(n), n),
    ended('not_delivered', at(n) + 5 * MINUTE, { number: n }),
  ],
  guessed: (n) => [
    codeRequested(n, at(n)),
    accepted(at(n), n),
    wrongEntry(at(n) + MINUTE, n),
    ended('not_delivered', at(n) + 5 * MINUTE, { number: n }),
  ],
  wrong: (n) => [
    codeRequested(n, at(n)),
    delivered(at(n) + SECOND, n),
    wrongEntry(at(n) + MINUTE, n),
    ended('wrong_code', at(n) + MINUTE, { number: n }),
  ],
  unreported: (n) => [
    codeRequested(n, at(n)),
    accepted(at(n), n),
    wrongEntry(at(n) + MINUTE, n),
    ended('wrong_code', at(n) + MINUTE, { number: n }),
  ],
  absent: (n) => [
    codeRequested(n, at(n)),
    receiptRecorded(receiptOf(operator, { raw: 'UNDELIV', error: 27 }), at(n) + SECOND, n),
    ended('not_delivered', at(n) + SECOND, { number: n }),
  ],
  'other-operator': (n) => [
    codeRequested(n, at(n)),
    receiptRecorded({ state: 'accepted', operator: 'Play' }, at(n), n),
    ended('not_delivered', at(n) + 5 * MINUTE, { number: n }),
  ],
  late: (n) => [...fails.outage(n), delivered(at(n) + 5 * MINUTE + 1, n)],
  'just-in-time': (n) => [...fails.outage(n), delivered(at(n) + 5 * MINUTE, n)],
};
const at = (n: number) => NOON + (n - 1) * 10 * MINUTE;
const lockedBy = (...kinds: readonly (keyof typeof fails)[]) =>
  givenActivation(...kinds.flatMap((kind, place) => fails[kind](place + 1)), locked('sms', NOON + 26 * MINUTE));
const bulkUnlock = { ...asked, approved: { by: 'olga', at: ASKED + MINUTE } };
const now = ASKED + 2 * MINUTE;
const clear = { type: 'clear-outage-lock', serial: SERIAL, operator } as const;

describe('each of them', () => {
  test('is unlocked, on the approval of them all; what failed by the outage counts no more', () => {
    lockedBy('outage', 'late', 'outage')
      .when(clear, { now, bulkUnlock })
      .thenDone(
        { type: 'sms-attempt-excused', at: now, number: 1 },
        { type: 'sms-attempt-excused', at: now, number: 2 },
        { type: 'sms-attempt-excused', at: now, number: 3 },
        {
          type: 'outage-lock-cleared',
          at: now,
          outage,
          requestedBy: 'ewa',
          approvedBy: 'olga',
          approvedAt: ASKED + MINUTE,
        },
        unlocked('sms', now, true),
      )
      .thenAnnounces('activation-unlocked')
      .andState({ status: 'inactive', consecutiveFailures: 0, lifetimeFailures: 0 });
  });

  test('and a request to unlock them one by one is over', () => {
    const kinds = ['outage', 'outage', 'outage'] as const;
    givenActivation(
      ...kinds.flatMap((kind, place) => fails[kind](place + 1)),
      locked('sms', NOON + 26 * MINUTE),
      approvalRequested(NOON + 27 * MINUTE, { action: 'unlock' }),
    )
      .when(clear, { now, bulkUnlock })
      .andState({ status: 'inactive', pendingApproval: null });
  });

  test('also when one of three failed by it: without that one there would be no lock', () => {
    lockedBy('wrong', 'outage', 'wrong')
      .when(clear, { now, bulkUnlock })
      .andState({ status: 'inactive', consecutiveFailures: 0, lifetimeFailures: 2 });
  });

  test.each([
    ['wrong codes', ['wrong', 'wrong', 'wrong']],
    ['guesses at codes that never came', ['guessed', 'guessed', 'guessed']],
    ['codes typed from an SMS that nobody reported', ['unreported', 'unreported', 'unreported']],
    ['a phone that was off, during the outage', ['absent', 'absent', 'absent']],
    ['another operator', ['other-operator', 'other-operator', 'other-operator']],
    ['SMS that came in their last millisecond', ['just-in-time', 'just-in-time', 'just-in-time']],
  ] as const)('is not unlocked when it was locked by %s', (_, kinds) => {
    lockedBy(...kinds)
      .when(clear, { now, bulkUnlock })
      .thenRefused({ code: 'lock-has-another-cause' });
  });

  test('is not unlocked when wrong OTPs locked it', () => {
    givenActivation(...lockedByOtp())
      .when(clear, { now, bulkUnlock })
      .thenRefused({ code: 'lock-has-another-cause' });
  });

  test('is not unlocked by failures of before an earlier unlock', () => {
    const before = ['outage', 'outage', 'outage'] as const;
    const after = ['wrong', 'wrong', 'wrong'] as const;
    givenActivation(
      ...before.flatMap((kind, place) => fails[kind](place + 1)),
      locked('sms', NOON + 26 * MINUTE),
      unlocked('sms', NOON + 27 * MINUTE),
      ...after.flatMap((kind, place) => fails[kind](place + 4)),
      locked('sms', NOON + 55 * MINUTE),
    )
      .when(clear, { now, bulkUnlock })
      .thenRefused({ code: 'lock-has-another-cause' });
  });

  test('once: the second time there is nothing to unlock', () => {
    const facts = ['outage', 'outage', 'outage'] as const;
    givenActivation(
      ...facts.flatMap((kind, place) => fails[kind](place + 1)),
      locked('sms', NOON + 26 * MINUTE),
      unlocked('sms', now, true),
    )
      .when(clear, { now: now + 1, bulkUnlock })
      .thenRefused({ code: 'not-locked' });
  });

  test('only on an approval that is given, in force, and names it', () => {
    const given = lockedBy('outage', 'outage', 'outage');
    given.when(clear, { now, bulkUnlock: null }).thenRefused({ code: 'bulk-unlock-not-approved' });
    given
      .when(clear, { now, bulkUnlock: { ...asked, approved: null } })
      .thenRefused({ code: 'bulk-unlock-not-approved' });
    given.when(clear, { now: ASKED + DAY, bulkUnlock }).thenRefused({ code: 'bulk-unlock-not-approved' });
    given.when(clear, { now, bulkUnlock: { ...bulkUnlock, serials: ['00'] } }).thenRefused({ code: 'not-on-the-list' });
  });

  test('not who asked for the list or approved it: nobody unlocks themselves, not with others either', () => {
    const given = lockedBy('outage', 'outage', 'outage');
    for (const holder of ['ewa', 'olga']) {
      given
        .when(clear, { now, bulkUnlock, actor: marek, holders: ['jan', holder] })
        .thenRefused({ code: 'own-account' });
    }
    given.when(clear, { now, bulkUnlock, actor: marek, holders: ['jan'] }).andState({ status: 'inactive' });
  });

  test('not on a blocked account, not with a certificate that is gone, not the agent’s own', () => {
    const given = lockedBy('outage', 'outage', 'outage');
    const refusals = [
      given.when(clear, { now, bulkUnlock, account: blockedAccount() }),
      given.when(clear, { now, bulkUnlock, certificate: revokedCertificate(NOON) }),
      given.when(clear, { now, bulkUnlock, agent: agentNamed('olga', { ownCustomerId: 'EC-100001' }) }),
    ].map(({ decision }) => (decision.verdict === 'refused' ? decision.refusal.code : null));
    expect(refusals).toEqual(['account-blocked', 'certificate-not-valid', 'own-account']);
  });
});
