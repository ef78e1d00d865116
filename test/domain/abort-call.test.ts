import { describe, test } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import { abortCall, notMe, requestCode } from '../support/activation-commands.ts';
import {
  activated,
  approvalRequested,
  codeRequested,
  ended,
  frozen,
  lockedBySms,
  PROVEN_AT,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, SERIAL } from '../support/situations.ts';
import { agentNamed, CUSTOMER } from '../support/staff.ts';

const now = PROVEN_AT + MINUTE;
const aborted = (at: number) =>
  ({ type: 'call-aborted', at, cause: 'pressure', passed: ['date-of-birth'], failed: [] }) as const;

describe('an aborted call', () => {
  test('freezes the activation without a case, a ticket or a verified caller, and the subscriber is told', () => {
    givenActivation(...activated())
      .when(abortCall, { now, supportCase: { status: 'absent' } })
      .thenDone(aborted(now), frozen(now, 'aborted-call'))
      .thenAnnounces('activation-frozen')
      .andState({ status: 'frozen', cause: 'aborted-call', lastNoAt: now });
  });

  test('ends the attempt that is open and the request that waits', () => {
    givenActivation(codeRequested(), approvalRequested(NOON + 1))
      .when(abortCall, { now })
      .thenDone(
        aborted(now),
        { type: 'approval-rejected', at: now },
        ended('superseded', now),
        frozen(now, 'aborted-call'),
      )
      .andState({ pendingApproval: null });
  });

  test('is recorded also when it is frozen already', () => {
    givenActivation(frozen(NOON)).when(abortCall, { now }).thenDone(aborted(now)).andState({ cause: 'suspicion' });
  });

  test('is nothing for the own account', () => {
    givenActivation()
      .when(abortCall, { agent: agentNamed('ewa', { ownCustomerId: CUSTOMER }) })
      .thenRefused({ code: 'own-account' });
  });

  test('stops the subscriber’s next code', () => {
    givenActivation(frozen(NOON, 'aborted-call'))
      .when(requestCode())
      .thenRefused({ code: 'activation-frozen', since: NOON });
  });
});

describe('“this was not me”', () => {
  const notice = { template: 'reset-asked', serial: SERIAL, sentAt: NOON } as const;
  const reported = (at: number) => ({ type: 'not-me-reported', at, about: 'reset-asked', sentAt: NOON }) as const;

  test('freezes the activation and ends the request', () => {
    givenActivation(...activated(), approvalRequested(now - 1))
      .when(notMe, { now, notice })
      .thenDone(reported(now), { type: 'approval-rejected', at: now }, frozen(now, 'not-me'))
      .andState({ status: 'frozen', cause: 'not-me', lastNoAt: now });
  });

  test('works when the activation is locked, and when the account is blocked', () => {
    const at = NOON + DAY;
    givenActivation(...lockedBySms())
      .when(notMe, { now: at, notice })
      .thenDone(reported(at), frozen(at, 'not-me'));
    givenActivation(...activated())
      .when(notMe, { now, notice, account: blockedAccount(NOON) })
      .thenDone(reported(now), frozen(now, 'not-me'));
  });

  test('about the account freezes too; about another certificate it does not', () => {
    givenActivation()
      .when(notMe, { now, notice: { ...notice, serial: null } })
      .thenDone(reported(now), frozen(now, 'not-me'));
    givenActivation()
      .when(notMe, { notice: { ...notice, serial: 'C0000002' } })
      .thenRefused({ code: 'reference-unknown' });
  });

  test('needs a message of ours, not older than thirty days, and its receiver', () => {
    givenActivation().when(notMe, { notice: null }).thenRefused({ code: 'reference-unknown' });
    givenActivation()
      .when(notMe, { now: NOON + 30 * DAY, notice })
      .thenRefused({ code: 'reference-unknown' });
    const other = { kind: 'subscriber', id: 'EC-100002' } as const;
    givenActivation().when(notMe, { notice, actor: other }).thenRefused({ code: 'not-your-account' });
  });

  test('on the last millisecond of the thirty days still works, and is recorded when frozen already', () => {
    const at = NOON + 30 * DAY - 1;
    givenActivation(frozen(NOON)).when(notMe, { now: at, notice }).thenDone(reported(at));
  });
});
