import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { nextDueAt, settleActivation } from '../../src/domain/activation-settle.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { settle } from '../support/activation-commands.ts';
import {
  accepted,
  activated,
  approvalRequested,
  awaitingOtp,
  codeRequested,
  delivered,
  ended,
  ISSUED_AT,
  locked,
  qrClosed,
  qrShown,
  secretIssued,
  undelivered,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';

const DEADLINE = NOON + 5 * MINUTE;
const outage = (from: number, until: number | null = null) => ({ outages: [{ operator: 'Orange', from, until }] });

describe('time ends an attempt', () => {
  test('not at 4:59.999', () => {
    givenActivation(codeRequested())
      .settledBy(DEADLINE - 1)
      .thenFacts();
  });

  test('not at 5:00.000: the code is good for five minutes, not for less', () => {
    givenActivation(codeRequested()).settledBy(DEADLINE).thenFacts();
  });

  test('at 5:00.001, dated at the deadline, as not delivered when no receipt came', () => {
    givenActivation(codeRequested())
      .settledBy(DEADLINE + 1)
      .thenFacts(ended('not_delivered', DEADLINE))
      .andState({ status: 'inactive', consecutiveFailures: 1, lifetimeFailures: 1 });
  });

  test('as expired when it was delivered', () => {
    givenActivation(codeRequested(), delivered(NOON + 1))
      .settledBy(DEADLINE + 1)
      .thenFacts(ended('expired', DEADLINE));
  });

  test('as not delivered when the operator only accepted it', () => {
    givenActivation(codeRequested(), accepted(NOON + 1))
      .settledBy(DEADLINE + 1)
      .thenFacts(ended('not_delivered', DEADLINE));
  });

  test('days later still at its deadline', () => {
    givenActivation(codeRequested())
      .settledBy(NOON + 3 * DAY)
      .thenFacts(ended('not_delivered', DEADLINE));
  });

  test('and locks when it was the third, at the same moment', () => {
    const start = NOON + 20 * MINUTE;
    const deadline = start + 5 * MINUTE;
    givenActivation(...undelivered(1, NOON), ...undelivered(2, NOON + 10 * MINUTE), codeRequested(3, start))
      .settledBy(NOON + DAY)
      .thenFacts(ended('not_delivered', deadline, { number: 3 }), locked('sms', deadline))
      .thenAnnounces('activation-locked')
      .andState({ status: 'locked', lockedAt: deadline, consecutiveFailures: 3 });
  });

  test('and does not lock when it was the second', () => {
    givenActivation(...undelivered(1, NOON), codeRequested(2, NOON + 10 * MINUTE))
      .settledBy(NOON + DAY)
      .andState({ status: 'inactive', consecutiveFailures: 2 });
  });
});

describe('an outage of the operator excuses what time ends', () => {
  const given = givenActivation(codeRequested(), accepted(NOON + 1));
  const counted = (around: ReturnType<typeof outage>) =>
    given.settledBy(NOON + DAY, around).state.consecutiveFailures === 1;

  test('that lasts', () => {
    given
      .settledBy(NOON + DAY, outage(NOON))
      .thenFacts(ended('not_delivered', DEADLINE, { counted: false }))
      .andState({ consecutiveFailures: 0, lifetimeFailures: 0 });
  });

  test('from its first millisecond on', () => {
    expect(counted(outage(DEADLINE))).toBe(false);
    expect(counted(outage(DEADLINE + 1))).toBe(true);
  });

  test('until just before its end', () => {
    expect(counted(outage(NOON, DEADLINE + 1))).toBe(false);
    expect(counted(outage(NOON, DEADLINE))).toBe(true);
  });

  test('only its own', () => {
    expect(counted({ outages: [{ operator: 'Play', from: NOON, until: null }] })).toBe(true);
  });

  test('only when the operator is known', () => {
    givenActivation(codeRequested())
      .settledBy(NOON + DAY, outage(NOON))
      .thenFacts(ended('not_delivered', DEADLINE));
  });

  test('not when the SMS came', () => {
    givenActivation(codeRequested(), delivered(NOON + 1))
      .settledBy(NOON + DAY, outage(NOON))
      .thenFacts(ended('expired', DEADLINE));
  });

  test('not when codes were typed meanwhile: what never came was guessed', () => {
    const guessed = { type: 'wrong-code-entered', at: NOON + 1, number: 1, kind: 'other' } as const;
    givenActivation(codeRequested(), accepted(NOON), guessed)
      .settledBy(NOON + DAY, outage(NOON))
      .thenFacts(ended('not_delivered', DEADLINE));
  });

  test('not when the policy says so', () => {
    const policy = { ...defaultPolicy, outageExcusesFailures: false };
    given.settledBy(NOON + DAY, { ...outage(NOON), policy }).thenFacts(ended('not_delivered', DEADLINE));
  });
});

describe('time closes the QR window', () => {
  const closesAt = ISSUED_AT + 5 * MINUTE;

  test('five minutes after the secret was issued, seen or not', () => {
    givenActivation(...awaitingOtp())
      .settledBy(closesAt - 1)
      .thenFacts();
    givenActivation(...awaitingOtp())
      .settledBy(closesAt)
      .thenFacts(qrClosed(closesAt));
    givenActivation(...awaitingOtp())
      .settledBy(closesAt + 1)
      .thenFacts(qrClosed(closesAt));
  });

  test('once only', () => {
    givenActivation(...awaitingOtp(), qrShown(ISSUED_AT), qrClosed(ISSUED_AT + 1))
      .settledBy(NOON + DAY)
      .thenFacts();
  });

  test('not of an activation that is proven', () => {
    givenActivation(...activated())
      .settledBy(NOON + DAY)
      .thenFacts();
  });
});

describe('time ends a request for approval', () => {
  test('a day after it was asked for', () => {
    givenActivation(approvalRequested(NOON))
      .settledBy(NOON + DAY - 1)
      .thenFacts();
    givenActivation(approvalRequested(NOON))
      .settledBy(NOON + DAY)
      .thenFacts({ type: 'approval-lapsed', at: NOON + DAY })
      .andState({ pendingApproval: null });
  });
});

describe('time wipes superseded secrets', () => {
  const wiped = (at: number, generation: number): ActivationFact => ({
    type: 'superseded-secret-wiped',
    at,
    generation,
  });
  const given = givenActivation(secretIssued(NOON, 1), secretIssued(NOON + HOUR, 2), secretIssued(NOON + DAY, 3));

  test('thirty days after each was superseded', () => {
    const first = NOON + HOUR + 30 * DAY;
    given.settledBy(first - 1).thenFacts(qrClosed(NOON + DAY + 5 * MINUTE));
    given.settledBy(first).thenFacts(qrClosed(NOON + DAY + 5 * MINUTE), wiped(first, 1));
  });

  test('all that are due at once, the oldest first, and never the one in use', () => {
    const { state } = given
      .settledBy(NOON + 90 * DAY)
      .thenFacts(qrClosed(NOON + DAY + 5 * MINUTE), wiped(NOON + HOUR + 30 * DAY, 1), wiped(NOON + 31 * DAY, 2));
    expect(state).toMatchObject({ superseded: [], secret: { generation: 3 } });
  });
});

describe('settling', () => {
  const facts = [
    secretIssued(NOON - 31 * DAY, 1),
    secretIssued(NOON - 29.999 * DAY, 2),
    approvalRequested(NOON - DAY + 4 * MINUTE),
    codeRequested(1, NOON),
  ];
  const given = givenActivation(...facts);

  test('writes what happened in the order it happened', () => {
    given
      .settledBy(NOON + DAY)
      .thenFacts(
        { type: 'superseded-secret-wiped', at: NOON + 0.001 * DAY, generation: 1 },
        { type: 'approval-lapsed', at: NOON + 4 * MINUTE },
        ended('not_delivered', DEADLINE),
      );
  });

  test('twice changes nothing more', () => {
    const once = given.settledBy(NOON + DAY).state;
    expect(settleActivation(once, { now: NOON + DAY, policy: defaultPolicy, outages: [] })).toEqual([]);
  });

  test('the command for it does just that', () => {
    given.when(settle, { now: DEADLINE + 1 }).andState({ status: 'inactive', pendingApproval: null, superseded: [] });
  });

  test('an untouched activation has nothing to settle', () => {
    givenActivation()
      .settledBy(NOON + 365 * DAY)
      .thenFacts();
  });
});

describe('the next moment at which time alone changes something', () => {
  const next = (...facts: readonly ActivationFact[]) => nextDueAt(givenActivation(...facts).state, defaultPolicy);

  test.each<[string, readonly ActivationFact[], number | null]>([
    ['is none for an untouched activation', [], null],
    ['is none for a proven one', activated(), null],
    ['is the millisecond after the deadline of an open attempt', [codeRequested()], DEADLINE + 1],
    ['is when the unseen window closes', awaitingOtp(), ISSUED_AT + 5 * MINUTE],
    ['is when the shown window closes', [...awaitingOtp(), qrShown(ISSUED_AT + 9)], ISSUED_AT + 9 + 5 * MINUTE],
    ['is none once the window is closed', [...awaitingOtp(), qrClosed(ISSUED_AT)], null],
    ['is when a request lapses', [approvalRequested(NOON)], NOON + DAY],
    [
      'is when a superseded secret is wiped',
      [secretIssued(NOON, 1), { type: 'activation-reset', at: NOON }],
      NOON + 30 * DAY,
    ],
    ['is the earliest of several', [approvalRequested(NOON), codeRequested()], DEADLINE + 1],
  ])('%s', (_what, facts, expected) => {
    expect(next(...facts)).toBe(expected);
  });

  test('is the first moment at which settling has something to say', () => {
    for (const facts of [[codeRequested()], awaitingOtp(), [approvalRequested(NOON)]]) {
      const given = givenActivation(...facts);
      const due = nextDueAt(given.state, defaultPolicy) ?? 0;
      expect(given.settledBy(due - 1).state).toEqual(given.state);
      expect(given.settledBy(due).state).not.toEqual(given.state);
    }
  });
});
