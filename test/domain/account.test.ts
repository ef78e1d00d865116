import { describe, expect, test } from 'vitest';
import { type Account, type AccountCommand, accountDecider } from '../../src/domain/account.ts';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import { givenAccount } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { accountOf, PHONE } from '../support/situations.ts';
import { administrator, agentNamed, CUSTOMER, olga } from '../support/staff.ts';
import { accountBlocked, accountOpened, phoneChangeRequested } from './account-facts.ts';

const customerId = CUSTOMER;
const block = { type: 'block-account', customerId, note: 'asked for by the subscriber' } as const;
const unblock = { type: 'unblock-account', customerId, note: 'misunderstanding' } as const;
const now = NOON + MINUTE;

describe('an account', () => {
  test('is opened with a number that is usable at once', () => {
    const { state } = givenAccount(accountOpened(NOON));
    expect(state).toEqual(accountOf({ phoneUsableFrom: NOON, phone: { e164: PHONE, kind: 'mobile' } }));
  });

  test('may be opened without a number', () => {
    const { state } = givenAccount(accountOpened(NOON, null));
    expect(state).toMatchObject({ status: 'open', phone: null });
  });
});

describe('blocking', () => {
  test('stops an open account, and the subscriber is told', () => {
    givenAccount(accountOpened())
      .when(block, { now })
      .thenDone(accountBlocked(now))
      .thenAnnounces('account-blocked')
      .andState({ status: 'blocked', blockedAt: now });
  });

  test('may be done by the administrator too', () => {
    givenAccount(accountOpened()).when(block, { now, actor: administrator }).thenDone(accountBlocked(now));
  });

  test('twice is refused', () => {
    givenAccount(accountOpened(), accountBlocked(NOON))
      .when(block)
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('needs a free text', () => {
    givenAccount(accountOpened())
      .when({ ...block, note: ' ' })
      .thenRefused({ code: 'note-missing' });
  });
});

describe('unblocking', () => {
  test('opens the account again, and the subscriber is told', () => {
    const { state } = givenAccount(accountOpened(), accountBlocked(NOON))
      .when(unblock, { now })
      .thenDone({ type: 'account-unblocked', at: now })
      .thenAnnounces('account-unblocked');
    expect(state).toEqual(givenAccount(accountOpened()).state);
  });

  test('is refused when nothing is blocked', () => {
    givenAccount(accountOpened()).when(unblock).thenRefused({ code: 'account-not-blocked' });
  });

  test('needs a free text', () => {
    givenAccount(accountOpened(), accountBlocked(NOON))
      .when({ ...unblock, note: '' })
      .thenRefused({ code: 'note-missing' });
  });
});

test.each([block, unblock])('$type is not for one’s own account', (command) => {
  givenAccount(accountOpened())
    .when(command, { actor: olga, agent: agentNamed('olga', { ownCustomerId: CUSTOMER }) })
    .thenRefused({ code: 'own-account' });
});

const commands: readonly AccountCommand[] = [
  block,
  unblock,
  { type: 'approve-phone-change', customerId, atOnce: false },
  { type: 'reject-phone-change', customerId },
  { type: 'settle-account', customerId },
];
test.each(commands)('$type is refused for an account that is not there', (command) => {
  givenAccount().when(command).thenRefused({ code: 'account-unknown' });
});

test('facts about an account that is not there change nothing', () => {
  const absent: Account = { status: 'absent' };
  for (const fact of [accountBlocked(NOON), phoneChangeRequested(NOON)]) {
    expect(accountDecider.evolve(absent, fact)).toEqual(absent);
  }
});

test('settling an account writes down what time has decided', () => {
  givenAccount(accountOpened(), phoneChangeRequested(NOON))
    .when({ type: 'settle-account', customerId }, { now: NOON + DAY })
    .thenDone({ type: 'phone-change-lapsed', at: NOON + DAY });
});
