import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/ids.ts';
import { ASKING, requestCode } from '../support/activation-commands.ts';
import { codeRequested } from '../support/activation-facts.ts';
import { givenAccount, givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { accountOf, PHONE, verifiedCase } from '../support/situations.ts';
import { agentNamed, CUSTOMER, marek, olga } from '../support/staff.ts';
import { accountBlocked, accountOpened, NEW_PHONE, phoneChanged, phoneChangeRequested } from './account-facts.ts';

const customerId = CUSTOMER;
const askFor = (phone = NEW_PHONE) => ({ type: 'request-phone-change', customerId, phone, ...ASKING }) as const;
const approve = { type: 'approve-phone-change', customerId, atOnce: false } as const;
const approveAtOnce = { ...approve, atOnce: true } as const;
const reject = { type: 'reject-phone-change', customerId } as const;
const now = NOON + MINUTE;
const visited = { status: 'passed', at: NOON, proofs: ['e-mail-reply', 'date-of-birth'], points: 4 } as const;

describe('asking for another phone number', () => {
  test('waits a day for a supervisor, and changes nothing yet', () => {
    givenAccount(accountOpened())
      .when(askFor(), { now })
      .thenDone(phoneChangeRequested(now))
      .thenAnnounces('phone-change-asked')
      .andState({ phone: { e164: PHONE, kind: 'mobile' }, pendingPhoneChange: { requestedBy: 'ewa' } as never });
  });

  test('is possible for an account without a number', () => {
    const supportCase = verifiedCase('ewa', NOON, { verification: visited });
    const on = { proofs: ['e-mail-reply', 'date-of-birth'], points: 4, finding: null, counters: null } as const;
    givenAccount(accountOpened(NOON, null))
      .when(askFor(), { now, supportCase })
      .thenDone(phoneChangeRequested(now, { askedOn: on }));
  });

  test('is refused for the number already on file', () => {
    givenAccount(accountOpened())
      .when(askFor({ e164: PHONE, kind: 'mobile' }))
      .thenRefused({ code: 'phone-unchanged' });
  });

  test.each([
    '602000002',
    '0048602000002',
    '+48 602 000 002',
    '+0602000002',
    '+48602',
    '+4860200000212345',
    '+48６02000002',
  ])('is refused for %s, which is not E.164', (e164) => {
    givenAccount(accountOpened())
      .when(askFor({ e164, kind: 'mobile' }))
      .thenRefused({ code: 'phone-invalid' });
  });

  test('is refused while another change waits', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON))
      .when(askFor(), { now: NOON + DAY - 1 })
      .thenRefused({ code: 'approval-pending', expiresAt: NOON + DAY });
  });

  test('is possible again once the other has lapsed', () => {
    const at = NOON + DAY;
    givenAccount(accountOpened(), phoneChangeRequested(NOON))
      .when(askFor(), { now: at })
      .thenDone({ type: 'phone-change-lapsed', at }, phoneChangeRequested(at));
  });

  test('is refused for a landline, which receives no code', () => {
    givenAccount(accountOpened())
      .when(askFor({ e164: '+48221234567', kind: 'landline' }))
      .thenRefused({ code: 'phone-not-mobile' });
  });

  test('is refused on knowledge alone', () => {
    const known = { status: 'passed', at: NOON, proofs: ['contract-number', 'date-of-birth'], points: 4 } as const;
    givenAccount(accountOpened())
      .when(askFor(), { now, supportCase: verifiedCase('ewa', NOON, { verification: known }) })
      .thenRefused({ code: 'possession-needed' });
  });

  test('is refused when a number changed an hour ago is all that was called', () => {
    givenAccount(accountOpened(), phoneChanged(NOON, NOON + DAY))
      .when(askFor({ e164: '+48603000003', kind: 'mobile' }), { now: NOON + HOUR })
      .thenRefused({ code: 'possession-needed' });
  });

  test('is refused while a no is fresh, wherever on the account it was said', () => {
    const lastNoAt = now - 4 * HOUR + 1;
    givenAccount(accountOpened())
      .when(askFor(), { now, lastNoAt })
      .thenRefused({ code: 'cool-down', until: now + 1 });
    givenAccount(accountOpened())
      .when(askFor(), { now, lastNoAt: now - 4 * HOUR })
      .thenDone(phoneChangeRequested(now));
  });

  test('is refused on a blocked account', () => {
    givenAccount(accountOpened(), accountBlocked(NOON))
      .when(askFor())
      .thenRefused({ code: 'account-blocked', since: NOON });
  });
});

describe('approving another phone number', () => {
  const waiting = givenAccount(accountOpened(), phoneChangeRequested(NOON));

  test('makes it usable a day later, and the subscriber is told', () => {
    waiting
      .when(approve, { now })
      .thenDone(phoneChanged(now, now + DAY))
      .thenAnnounces('phone-changed')
      .andState({ phone: NEW_PHONE, phoneUsableFrom: now + DAY, pendingPhoneChange: null });
  });

  test('makes it usable at once when the supervisor says so', () => {
    waiting.when(approveAtOnce, { now }).thenDone(phoneChanged(now, now));
  });

  test('a millisecond before its day is over is possible', () => {
    const at = NOON + DAY - 1;
    waiting.when(approve, { now: at }).thenDone(phoneChanged(at, at + DAY));
  });

  test('when its day is over is refused, and what lapsed is written down', () => {
    const at = NOON + DAY;
    waiting
      .when(approve, { now: at })
      .thenRefused({ code: 'no-approval-pending' }, { type: 'phone-change-lapsed', at });
  });

  test('is refused when nothing waits', () => {
    givenAccount(accountOpened()).when(approve).thenRefused({ code: 'no-approval-pending' });
  });

  test('is refused to the one who asked', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON, { requestedBy: 'olga' }))
      .when(approve, { actor: olga })
      .thenRefused({ code: 'same-person' });
  });

  test('is possible for another supervisor', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON, { requestedBy: 'olga' }))
      .when(approve, { now, actor: marek })
      .thenDone({ ...phoneChanged(now, now + DAY), requestedBy: 'olga' });
  });

  test('is refused to a supervisor for their own account', () => {
    waiting
      .when(approve, { actor: olga, agent: agentNamed('olga', { ownCustomerId: CUSTOMER }) })
      .thenRefused({ code: 'own-account' });
  });

  test('is refused when a call was aborted, or something else rejected, after it was asked for', () => {
    const waiting = givenAccount(accountOpened(), phoneChangeRequested(NOON));
    waiting.when(approve, { now, lastNoAt: NOON + 1 }).thenRefused({ code: 'overruled', since: NOON + 1 });
    waiting.when(approveAtOnce, { now, lastNoAt: NOON }).thenRefused({ code: 'overruled', since: NOON });
    expect(waiting.when(approve, { now, lastNoAt: NOON - 1 }).decision.verdict).toBe('done');
  });

  test('is refused on an account that was blocked meanwhile', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON), accountBlocked(NOON + 1))
      .when(approve)
      .thenRefused({ code: 'account-blocked', since: NOON + 1 });
  });
});

describe('rejecting another phone number', () => {
  test('ends the request, and changes nothing', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON))
      .when(reject, { now })
      .thenDone({ type: 'phone-change-rejected', at: now })
      .andState({ phone: { e164: PHONE, kind: 'mobile' }, pendingPhoneChange: null });
  });

  test('is refused when nothing waits', () => {
    givenAccount(accountOpened()).when(reject).thenRefused({ code: 'no-approval-pending' });
  });

  test('is refused to the one who asked', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON, { requestedBy: 'olga' }))
      .when(reject, { actor: olga })
      .thenRefused({ code: 'same-person' });
  });

  test('is possible on a blocked account', () => {
    givenAccount(accountOpened(), phoneChangeRequested(NOON), accountBlocked(NOON + 1))
      .when(reject, { now })
      .thenDone({ type: 'phone-change-rejected', at: now });
  });
});

describe('an emergency', () => {
  const soon = NOON + 2 * HOUR;
  const asked = phoneChangeRequested(NOON, { emergency: true, expiresAt: soon });

  test('does not wait for things to cool down, and lapses in two hours', () => {
    givenAccount(accountOpened())
      .when({ ...askFor(), emergency: true }, { now: NOON, lastNoAt: NOON - 1 })
      .thenDone(asked);
  });

  test('takes two supervisors, who are two people', () => {
    const begun = { type: 'phone-change-begun', at: now, by: 'olga' } as const;
    givenAccount(accountOpened(), asked)
      .when(approve, { now, actor: olga })
      .thenDone(begun)
      .andState({ phone: { e164: PHONE } });
    givenAccount(accountOpened(), asked, begun).when(approve, { actor: olga }).thenRefused({ code: 'same-person' });
    givenAccount(accountOpened(), asked, begun)
      .when(approveAtOnce, { now: now + 1, actor: marek })
      .thenDone({ ...phoneChanged(now + 1, now + 1), firstYesBy: 'olga' });
  });
});

describe('the subscriber says: this was not me', () => {
  const refuse = { type: 'refuse-phone-change', customerId, reference: 'ABC234' } as const;
  const notice = { template: 'phone-change-asked', serial: null, sentAt: NOON } as const;
  const waiting = givenAccount(accountOpened(), phoneChangeRequested(NOON));

  test('and the request is over, on a blocked account too', () => {
    waiting
      .when(refuse, { now, notice })
      .thenDone({ type: 'phone-change-rejected', at: now })
      .andState({ pendingPhoneChange: null, lastNoAt: now });
    givenAccount(accountOpened(), phoneChangeRequested(NOON), accountBlocked(NOON))
      .when(refuse, { now, notice })
      .thenDone({ type: 'phone-change-rejected', at: now });
  });

  test('not without a message of ours, nor a month after it, nor for somebody else', () => {
    waiting.when(refuse, { notice: null }).thenRefused({ code: 'reference-unknown' });
    waiting
      .when(refuse, { now, notice: { ...notice, sentAt: now - 30 * DAY } })
      .thenRefused({ code: 'reference-unknown' });
    const other = { kind: 'subscriber', id: 'EC-100002' } as const;
    waiting.when(refuse, { notice, actor: other }).thenRefused({ code: 'not-your-account' });
  });

  test('not when nothing waits', () => {
    givenAccount(accountOpened()).when(refuse, { notice }).thenRefused({ code: 'no-approval-pending' });
  });
});

describe('a request that nobody decides', () => {
  const waiting = givenAccount(accountOpened(), phoneChangeRequested(NOON));

  test('waits until a millisecond before its day is over', () => {
    waiting.settledBy(NOON + DAY - 1).thenFacts();
  });

  test('lapses a day after it was asked for, dated then', () => {
    waiting
      .settledBy(NOON + 2 * DAY)
      .thenFacts({ type: 'phone-change-lapsed', at: NOON + DAY })
      .andState({ pendingPhoneChange: null });
  });
});

describe('a code to the new number', () => {
  const changedAt = NOON - HOUR;
  const { state } = givenAccount(accountOpened(), phoneChanged(changedAt, changedAt + DAY));
  const account = accountOf({ ...(state.status === 'open' ? state : {}) });

  test('is refused until a millisecond before it is usable', () => {
    givenActivation()
      .when(requestCode(), { now: changedAt + DAY - 1, account })
      .thenRefused({ code: 'phone-too-new', usableFrom: changedAt + DAY });
  });

  test('is sent from a day after the change on', () => {
    const at = changedAt + DAY;
    givenActivation()
      .when(requestCode(), { now: at, account })
      .thenDone({ ...codeRequested(1, at), phone: NEW_PHONE.e164 });
    expect(account.status).toBe('open');
  });
});
