import { describe, expect, test } from 'vitest';
import { checkGrounds } from '../../src/domain/gate.ts';
import { HOUR, MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { SupportCaseFact } from '../../src/domain/support-case.ts';
import { givenCase } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { CASE, situationFor, TICKET, verifiedCase } from '../support/situations.ts';
import { agentNamed, CUSTOMER, ewa, irena, jan, olga } from '../support/staff.ts';

const caseId = CASE;
const now = NOON + HOUR;
const opened: SupportCaseFact = {
  type: 'case-opened',
  at: NOON,
  caseId,
  ticket: TICKET,
  customerId: CUSTOMER,
  agentId: 'ewa',
  words: '',
};
const verified: SupportCaseFact = { type: 'caller-verified', at: NOON + 1, proofs: ['call-back'], points: 4 };
const handOver = { type: 'hand-over-case', caseId, to: 'jan', note: 'needs a new SMS' } as const;
const handedOver = {
  type: 'case-handed-over',
  at: now,
  from: 'ewa',
  to: 'jan',
  note: 'needs a new SMS',
  verificationKept: false,
} as const;

describe('handing a case over', () => {
  test('gives it to the colleague with the note; the verification stays behind', () => {
    givenCase(opened, verified)
      .when(handOver, { now, actor: ewa })
      .thenDone(handedOver)
      .andState({
        agentId: 'jan',
        verification: { status: 'none' },
        handOver: { from: 'ewa', at: now, note: 'needs a new SMS' },
      });
  });

  test('policy may let the verification go along', () => {
    const policy = { ...defaultPolicy, support: { ...defaultPolicy.support, verificationSurvivesHandOver: true } };
    givenCase(opened, verified)
      .when(handOver, { now, actor: ewa, policy })
      .thenDone({ ...handedOver, verificationKept: true })
      .andState({ agentId: 'jan', verification: { status: 'passed' } });
  });

  test('a supervisor does it for somebody who went home; another agent may not', () => {
    givenCase(opened).when(handOver, { now, actor: olga }).thenDone(handedOver);
    givenCase(opened).when(handOver, { now, actor: jan }).thenRefused({ code: 'case-of-another-agent' });
  });

  test.each([
    ['the same agent', { ...handOver, to: 'ewa' }, { code: 'already-holds-case', agentId: 'ewa' }],
    ['nobody known', { ...handOver, to: 'nobody' }, { code: 'agent-unknown', agentId: 'nobody' }],
    ['an auditor', { ...handOver, to: irena.id }, { code: 'colleague-cannot', agentId: 'irena' }],
    ['anybody without a word', { ...handOver, note: ' ' }, { code: 'note-missing' }],
  ] as const)('not to %s', (_, command, refusal) => {
    givenCase(opened).when(command, { now, actor: ewa }).thenRefused(refusal);
  });

  test('not to somebody disabled, nor to the subscriber themselves', () => {
    const known = agentNamed('jan');
    if (known.status !== 'enabled') throw new Error('the staff has no jan');
    for (const colleague of [
      { ...known, status: 'disabled', disabledAt: NOON } as const,
      { ...known, ownCustomerId: CUSTOMER },
    ]) {
      const refusal = { code: 'colleague-cannot', agentId: 'jan' } as const;
      givenCase(opened).when(handOver, { now, actor: ewa, colleague }).thenRefused(refusal);
    }
  });

  test('not once it is closed', () => {
    givenCase(opened, { type: 'case-closed', at: NOON + 1 })
      .when(handOver, { now, actor: ewa })
      .thenRefused({ code: 'case-closed' });
  });
});

test('nothing rests on what the agent before verified', () => {
  const supportCase = verifiedCase('jan', now - MINUTE, { verification: { status: 'none' } });
  const situation = situationFor({ type: 'unlock-activation' }, now, { actor: jan, supportCase });
  const grounds = { caseId, reason: 'sms-late', note: 'x' } as const;
  expect(checkGrounds(grounds, situation)).toEqual({ code: 'caller-not-verified' });
  expect(checkGrounds(grounds, { ...situation, actor: ewa })).toEqual({ code: 'case-of-another-agent' });
});
