import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/ids.ts';
import {
  type Proof,
  pointsOf,
  proofs,
  type SupportCaseFact,
  supportCaseDecider,
} from '../../src/domain/support-case.ts';
import { givenCase } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { accountOf, blockedAccount, CASE, TICKET } from '../support/situations.ts';
import { agentNamed, CUSTOMER, jan, olga } from '../support/staff.ts';

const caseId = CASE;
const now = NOON + MINUTE;
const open = { type: 'open-case', caseId, ticket: TICKET, customerId: CUSTOMER, words: 'kod nie działa' } as const;
const verify = (passed: readonly Proof[], failed: readonly Proof[] = []) =>
  ({ type: 'record-verification', caseId, passed, failed }) as const;
const close = { type: 'close-case', caseId } as const;

const opened: SupportCaseFact = {
  type: 'case-opened',
  at: NOON,
  caseId,
  ticket: TICKET,
  customerId: CUSTOMER,
  agentId: 'ewa',
  words: 'kod nie działa',
};
const closed: SupportCaseFact = { type: 'case-closed', at: NOON + 1 };
const failure = (at: number, passed: readonly Proof[], failed: readonly Proof[], points: number): SupportCaseFact => ({
  type: 'caller-verification-failed',
  at,
  passed,
  failed,
  points,
});

describe('opening a case', () => {
  test('notes agent, ticket and account, and nobody is verified yet', () => {
    givenCase()
      .when(open, { now: NOON })
      .thenDone(opened)
      .andState({ status: 'open', agentId: 'ewa', openedAt: NOON, verification: { status: 'none' } });
  });

  test('is possible for a blocked account: the caller needs an explanation', () => {
    givenCase()
      .when(open, { now: NOON, account: blockedAccount(NOON) })
      .thenDone(opened);
  });

  test('is refused for an account that is not there', () => {
    givenCase()
      .when(open, { account: { status: 'absent' } })
      .thenRefused({ code: 'account-unknown' });
  });

  test('is refused for the agent’s own account', () => {
    givenCase()
      .when(open, { agent: agentNamed('ewa', { ownCustomerId: CUSTOMER }) })
      .thenRefused({ code: 'own-account' });
  });

  test('is no trouble when the agent’s own account is another one', () => {
    givenCase()
      .when(open, { now: NOON, agent: agentNamed('ewa', { ownCustomerId: 'EC-100002' }), account: accountOf() })
      .thenDone(opened);
  });

  test('is refused twice under one id', () => {
    givenCase(opened).when(open).thenRefused({ code: 'case-exists' });
  });

  test.each(['INC-20931', 'T4711', 'HD#12/3', 'a_1', `A${'1'.repeat(31)}`])('takes the ticket %s', (ticket) => {
    givenCase()
      .when({ ...open, ticket })
      .andState({ ticket });
  });

  test.each(['', 'A', '-1', 'INC 1', ' INC-1', 'INC-1\n', 'ŻÓŁW-1', `A${'1'.repeat(32)}`])(
    'refuses the ticket %j',
    (ticket) => {
      givenCase()
        .when({ ...open, ticket })
        .thenRefused({ code: 'ticket-malformed' });
    },
  );
});

describe('verifying the caller', () => {
  test('needs four points', () => {
    givenCase(opened)
      .when(verify(['call-back', 'date-of-birth']), { now })
      .thenDone({ type: 'caller-verified', at: now, proofs: ['call-back', 'date-of-birth'], points: 4 })
      .andState({ verification: { status: 'passed', at: now, proofs: ['call-back', 'date-of-birth'], points: 4 } });
  });

  test('with three is refused, and recorded', () => {
    givenCase(opened)
      .when(verify(['call-back']), { now })
      .thenRefused({ code: 'not-enough-points', points: 3, needed: 4 }, failure(now, ['call-back'], [], 3))
      .andState({ verification: { status: 'failed', at: now, failures: 1 } });
  });

  test('with one proof failed is refused, however many passed, and recorded', () => {
    const passed: readonly Proof[] = ['call-back', 'contract-number', 'date-of-birth'];
    givenCase(opened)
      .when(verify(passed, ['e-mail-on-file']), { now })
      .thenRefused({ code: 'caller-not-verified' }, failure(now, passed, ['e-mail-on-file'], 6))
      .andState({ verification: { status: 'failed', at: now, failures: 1 } });
  });

  test('with nothing asked is refused', () => {
    givenCase(opened)
      .when(verify([]), { now })
      .thenRefused({ code: 'not-enough-points', points: 0, needed: 4 }, failure(now, [], [], 0));
  });

  test('counts a proof once, however often it is named', () => {
    givenCase(opened)
      .when(verify(['contract-number', 'contract-number']), { now })
      .thenRefused(
        { code: 'not-enough-points', points: 2, needed: 4 },
        failure(now, ['contract-number', 'contract-number'], [], 2),
      );
  });

  test('names a proof once in what is recorded', () => {
    givenCase(opened)
      .when(verify(['call-back', 'call-back', 'date-of-birth']), { now })
      .thenDone({ type: 'caller-verified', at: now, proofs: ['call-back', 'date-of-birth'], points: 4 });
  });

  test('that fails undoes the one that passed', () => {
    const passed = { type: 'caller-verified', at: NOON, proofs: ['call-back', 'date-of-birth'], points: 4 } as const;
    givenCase(opened, passed)
      .when(verify([], ['date-of-birth']), { now })
      .andState({ verification: { status: 'failed', at: now, failures: 1 } });
  });

  test('that fails again is counted', () => {
    givenCase(opened, failure(NOON, [], ['date-of-birth'], 0))
      .when(verify([], ['date-of-birth']), { now })
      .andState({ verification: { status: 'failed', at: now, failures: 2 } });
  });

  test('is for the agent who opened the case', () => {
    givenCase(opened)
      .when(verify(['call-back', 'date-of-birth']), { actor: jan })
      .thenRefused({ code: 'case-of-another-agent' });
  });

  test('is refused on a case that is not there', () => {
    givenCase().when(verify([])).thenRefused({ code: 'case-unknown' });
  });

  test('is refused on a closed case', () => {
    givenCase(opened, closed).when(verify([])).thenRefused({ code: 'case-closed' });
  });
});

describe('closing a case', () => {
  test('keeps what was verified', () => {
    givenCase(opened)
      .when(close, { now })
      .thenDone({ type: 'case-closed', at: now })
      .andState({ status: 'closed', closedAt: now, ticket: TICKET });
  });

  test('twice is refused', () => {
    givenCase(opened, closed).when(close).thenRefused({ code: 'case-closed' });
  });

  test('is for the agent who opened it', () => {
    givenCase(opened).when(close, { actor: jan }).thenRefused({ code: 'case-of-another-agent' });
  });

  test('is refused when it is not there', () => {
    givenCase().when(close).thenRefused({ code: 'case-unknown' });
  });
});

describe('the points', () => {
  test('a call-back to the number on file is worth most, and not enough alone', () => {
    const known = proofs.filter((proof) => !['call-back', 'e-mail-reply', 'personal-visit'].includes(proof));
    for (const proof of known) expect(pointsOf([proof])).toBeLessThan(pointsOf(['call-back']));
    expect(pointsOf(['call-back'])).toBeLessThan(4);
  });

  test('add up', () => {
    expect(pointsOf(['contract-number', 'date-of-birth', 'e-mail-on-file'])).toBe(4);
    expect(pointsOf([])).toBe(0);
  });
});

test('facts about a case that is not open change nothing', () => {
  const { state } = givenCase(opened, closed);
  expect(supportCaseDecider.evolve(state, { ...closed, at: NOON + 9 })).toEqual(state);
  expect(supportCaseDecider.evolve({ status: 'absent' }, closed)).toEqual({ status: 'absent' });
});

describe('a call-back', () => {
  const called = verify(['call-back', 'date-of-birth']);
  const nothing = (usableFrom: number | null) => ({ code: 'call-back-proves-nothing', usableFrom }) as const;

  test('proves nothing where no number is on file', () => {
    givenCase(opened)
      .when(called, { now, account: accountOf({ phone: null }) })
      .thenRefused(nothing(null));
  });

  test('proves nothing before a new number counts, and something from that millisecond on', () => {
    const account = accountOf({ phoneUsableFrom: now });
    givenCase(opened)
      .when(called, { now: now - 1, account })
      .thenRefused(nothing(now));
    givenCase(opened)
      .when(called, { now, account })
      .thenDone({ type: 'caller-verified', at: now, proofs: ['call-back', 'date-of-birth'], points: 4 });
  });
});

describe('a visit in person', () => {
  const visit = verify(['personal-visit']);

  test('is recorded by a supervisor and is enough', () => {
    const { actor, facts } = { actor: olga, facts: { ...opened, agentId: 'olga' } };
    givenCase(facts)
      .when(visit, { now, actor })
      .thenDone({ type: 'caller-verified', at: now, proofs: ['personal-visit'], points: 4 });
  });

  test('is nothing that an agent can say', () => {
    givenCase(opened).when(visit, { now }).thenRefused({ code: 'visit-needs-supervisor' });
  });
});

describe('a verification that is broken off', () => {
  test('is recorded with what was checked by then, and ends the case', () => {
    givenCase(opened)
      .when({ type: 'abort-verification', caseId, passed: ['date-of-birth'], failed: ['call-back'] }, { now })
      .thenDone(
        { type: 'caller-verification-aborted', at: now, passed: ['date-of-birth'], failed: ['call-back'], points: 1 },
        { type: 'case-closed', at: now },
      )
      .andState({ status: 'closed', verification: { status: 'aborted', at: now } });
  });
});
