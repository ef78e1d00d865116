import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { enterCode } from '../support/activation-commands.ts';
import {
  activated,
  awaitingOtp,
  codeOf,
  codeRequested,
  delivered,
  ended,
  frozen,
  ISSUED_AT,
  LOCKED_AT,
  locked,
  lockedBySms,
  secretIssued,
  undelivered,
  WRONG_CODE,
  wrongEntry,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { plainVault } from '../support/plain-vault.ts';
import { NOON } from '../support/records.ts';
import { accountOf, blockedAccount, revokedCertificate, SERIAL, suspendedCertificate } from '../support/situations.ts';

const DEADLINE = NOON + 5 * MINUTE;

describe('the right code', () => {
  test('confirms the attempt and issues a sealed secret', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { now: ISSUED_AT })
      .thenDone(ended('confirmed', ISSUED_AT), secretIssued(ISSUED_AT))
      .andState({ status: 'awaiting_otp', generations: 1, qr: { state: 'unseen' }, lastTimeStep: null });
  });

  test('sets the consecutive failures to zero, and leaves the lifetime ones', () => {
    const now = NOON + 21 * MINUTE;
    givenActivation(
      ...undelivered(1, NOON),
      ...undelivered(2, NOON + 10 * MINUTE),
      codeRequested(3, NOON + 20 * MINUTE),
    )
      .when(enterCode(codeOf(3)), { now })
      .thenDone(ended('confirmed', now, { number: 3 }), secretIssued(now))
      .andState({ consecutiveFailures: 0, lifetimeFailures: 2 });
  });

  test('after two wrong entries is still right', () => {
    givenActivation(codeRequested(), wrongEntry(NOON + SECOND), wrongEntry(NOON + 2 * SECOND))
      .when(enterCode(codeOf(1)), { now: ISSUED_AT })
      .thenDone(ended('confirmed', ISSUED_AT), secretIssued(ISSUED_AT));
  });

  test.each([8, 10])('is as long as it was sent, whether codes have %i digits by now or had', (codeDigits) => {
    const policy = { ...defaultPolicy, sms: { ...defaultPolicy.sms, codeDigits } };
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { now: ISSUED_AT, policy })
      .thenDone(ended('confirmed', ISSUED_AT), secretIssued(ISSUED_AT));
    const code = '1'.repeat(codeDigits);
    const codeDigest = plainVault.digestCode(SERIAL, 1, code);
    const longer = { ...codeRequested(), codeDigest };
    givenActivation(longer)
      .when(enterCode(code), { now: ISSUED_AT })
      .thenDone(ended('confirmed', ISSUED_AT), secretIssued(ISSUED_AT));
    givenActivation(longer)
      .when(enterCode(codeOf(1)), { now: ISSUED_AT })
      .thenRefused({ code: 'code-malformed', digits: codeDigits });
  });

  test('a second time supersedes the earlier secret', () => {
    const now = NOON + 11 * MINUTE;
    const { state } = givenActivation(...awaitingOtp(), codeRequested(2, NOON + 10 * MINUTE))
      .when(enterCode(codeOf(2), 2), { now })
      .thenDone(ended('confirmed', now, { number: 2 }), secretIssued(now, 2));
    expect(state).toMatchObject({ secret: { generation: 2 }, superseded: [{ generation: 1, supersededAt: now }] });
  });
});

describe('the number changes while the code is under way', () => {
  const account = accountOf({ phone: { e164: '+48600000009', kind: 'mobile' } });

  test('the code that lies in the old phone opens nothing, and no guess is counted', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { account })
      .thenRefused({ code: 'code-to-old-number' })
      .andState({ status: 'awaiting_code', consecutiveFailures: 0 });
  });

  test('without any number it is the same', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { account: accountOf({ phone: null }) })
      .thenRefused({ code: 'code-to-old-number' });
  });
});

describe('the code is good for five minutes', () => {
  test('at 4:59.999 it is right', () => {
    const now = DEADLINE - 1;
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { now })
      .thenDone(ended('confirmed', now), secretIssued(now));
  });

  test('at 5:00.000 it is still right', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { now: DEADLINE })
      .thenDone(ended('confirmed', DEADLINE), secretIssued(DEADLINE));
  });

  test('at 5:00.001 the attempt is over, at its deadline', () => {
    givenActivation(codeRequested(), delivered(NOON + SECOND))
      .when(enterCode(codeOf(1)), { now: DEADLINE + 1 })
      .thenRefused({ code: 'no-open-attempt' }, ended('expired', DEADLINE))
      .andState({ status: 'inactive', consecutiveFailures: 1 });
  });

  test('too late a third time answers that the activation is locked', () => {
    const requestedAt = NOON + 20 * MINUTE;
    const deadline = requestedAt + 5 * MINUTE;
    givenActivation(...undelivered(1, NOON), ...undelivered(2, NOON + 10 * MINUTE), codeRequested(3, requestedAt))
      .when(enterCode(codeOf(3)), { now: deadline + 1 })
      .thenRefused(
        { code: 'activation-locked', cause: 'sms', since: deadline },
        ended('not_delivered', deadline, { number: 3 }),
        locked('sms', deadline),
      );
  });
});

describe('a wrong code', () => {
  test('is refused and counted all the same', () => {
    const now = NOON + SECOND;
    givenActivation(codeRequested())
      .when(enterCode(WRONG_CODE), { now })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(now))
      .andState({ status: 'awaiting_code', consecutiveFailures: 0 });
  });

  test('a second time leaves one more entry', () => {
    const now = NOON + 2 * SECOND;
    givenActivation(codeRequested(), wrongEntry(NOON + SECOND))
      .when(enterCode(WRONG_CODE), { now })
      .thenRefused({ code: 'wrong-code', entriesLeft: 1 }, wrongEntry(now))
      .andState({ status: 'awaiting_code' });
  });

  test('a third time ends the attempt as wrong_code', () => {
    const now = NOON + 3 * SECOND;
    givenActivation(codeRequested(), wrongEntry(NOON + SECOND), wrongEntry(NOON + 2 * SECOND))
      .when(enterCode(WRONG_CODE), { now })
      .thenRefused({ code: 'attempt-failed', failures: 1, limit: 3 }, wrongEntry(now), ended('wrong_code', now))
      .andState({ status: 'inactive', consecutiveFailures: 1, lifetimeFailures: 1 });
  });

  test('as the second failed attempt leaves one more', () => {
    const start = NOON + 10 * MINUTE;
    const now = start + 3 * SECOND;
    givenActivation(
      ...undelivered(1, NOON),
      codeRequested(2, start),
      wrongEntry(start + 1, 2),
      wrongEntry(start + 2, 2),
    )
      .when(enterCode(WRONG_CODE), { now })
      .thenRefused(
        { code: 'attempt-failed', failures: 2, limit: 3 },
        wrongEntry(now, 2),
        ended('wrong_code', now, { number: 2 }),
      )
      .andState({ status: 'inactive', consecutiveFailures: 2 });
  });

  test('as the third failed attempt locks', () => {
    const start = NOON + 20 * MINUTE;
    const now = start + 3 * SECOND;
    givenActivation(
      ...undelivered(1, NOON),
      ...undelivered(2, NOON + 10 * MINUTE),
      codeRequested(3, start),
      wrongEntry(start + 1, 3),
      wrongEntry(start + 2, 3),
    )
      .when(enterCode(WRONG_CODE), { now })
      .thenRefused(
        { code: 'activation-locked', cause: 'sms', since: now },
        wrongEntry(now, 3),
        ended('wrong_code', now, { number: 3 }),
        locked('sms', now),
      )
      .andState({ status: 'locked', cause: 'sms', consecutiveFailures: 3, lifetimeFailures: 3 });
  });

  test('counts even during an outage of the operator: it was the subscriber who erred', () => {
    const now = NOON + 3 * SECOND;
    const outages = [{ operator: 'Orange', from: NOON - DAY, until: null }];
    const accepted = { state: 'accepted', operator: 'Orange' } as const;
    givenActivation(
      codeRequested(),
      { type: 'sms-receipt-recorded', at: NOON, number: 1, receipt: accepted },
      wrongEntry(NOON + 1),
      wrongEntry(NOON + 2),
    )
      .when(enterCode(WRONG_CODE), { now, outages })
      .thenRefused({ code: 'attempt-failed', failures: 1, limit: 3 }, wrongEntry(now), ended('wrong_code', now));
  });

  test('counts during an outage also when the first wrong entry is the last', () => {
    const now = NOON + 3 * SECOND;
    const outages = [{ operator: 'Orange', from: NOON - DAY, until: null }];
    const policy = { ...defaultPolicy, sms: { ...defaultPolicy.sms, wrongEntriesPerCode: 1 } };
    givenActivation(codeRequested(), {
      type: 'sms-receipt-recorded',
      at: NOON,
      number: 1,
      receipt: { state: 'accepted', operator: 'Orange' },
    })
      .when(enterCode(WRONG_CODE), { now, outages, policy })
      .thenRefused({ code: 'attempt-failed', failures: 1, limit: 3 }, wrongEntry(now), ended('wrong_code', now));
  });

  test('is what the code of the previous SMS is', () => {
    const now = NOON + 2 * MINUTE;
    givenActivation(codeRequested(1), ended('superseded', NOON + MINUTE), codeRequested(2, NOON + MINUTE))
      .when(enterCode(codeOf(1)), { now })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(now, 2, 'previous-code'));
  });

  test.each([
    ['two neighbouring digits swapped', '050001', 'digits-swapped'],
    ['the last two swapped', '500010', 'digits-swapped'],
    ['one digit wrong', '500007', 'one-digit-off'],
    ['the first digit wrong', '600001', 'one-digit-off'],
    ['two digits wrong', '600007', 'other'],
    ['two digits swapped that are no neighbours', '100005', 'other'],
  ] as const)('with %s is told apart, and the subscriber is told no more', (_what, entered, kind) => {
    givenActivation(codeRequested())
      .when(enterCode(entered), { now: NOON + 1 })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(NOON + 1, 1, kind));
  });

  test('of the last but one SMS is not taken for the one before, nor is one from before a reset', () => {
    const third = codeRequested(3, NOON + 2 * MINUTE);
    givenActivation(
      codeRequested(1),
      ended('superseded', NOON + MINUTE),
      codeRequested(2, NOON + MINUTE),
      ended('superseded', NOON + 2 * MINUTE, { number: 2 }),
      third,
    )
      .when(enterCode(codeOf(1)), { now: NOON + 3 * MINUTE })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(NOON + 3 * MINUTE, 3, 'one-digit-off'));
    givenActivation(
      codeRequested(1),
      ended('superseded', NOON + MINUTE),
      { type: 'activation-reset', at: NOON + MINUTE },
      codeRequested(2, NOON + 2 * MINUTE),
    )
      .when(enterCode(codeOf(1)), { now: NOON + 3 * MINUTE })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(NOON + 3 * MINUTE, 2, 'one-digit-off'));
  });

  test('is what the same six digits for another certificate are', () => {
    const elsewhere = plainVault.digestCode('C0000002', 1, codeOf(1));
    givenActivation({ ...codeRequested(), codeDigest: elsewhere })
      .when(enterCode(codeOf(1)), { now: NOON + 1 })
      .thenRefused({ code: 'wrong-code', entriesLeft: 2 }, wrongEntry(NOON + 1));
  });
});

describe('a re-formatted code is not looked at, and does not count', () => {
  const [head, tail] = [codeOf(1).slice(0, 3), codeOf(1).slice(3)];
  const fullWidth = [...codeOf(1)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  test.each([
    ['with a space', `${head} ${tail}`],
    ['with a no-break space', `${head}\u00a0${tail}`],
    ['with a blank before', ` ${codeOf(1)}`],
    ['with a line break after', `${codeOf(1)}\n`],
    ['in full-width digits', fullWidth],
    ['with a sign', `+${codeOf(1)}`],
    ['as a power of ten', '5e5'],
    ['a digit short', codeOf(1).slice(1)],
    ['a digit long', `${codeOf(1)}0`],
    ['empty', ''],
  ])('%s', (_how, code) => {
    givenActivation(codeRequested())
      .when(enterCode(code))
      .thenRefused({ code: 'code-malformed', digits: 6 })
      .andState({ status: 'awaiting_code' });
  });
});

describe('a code is not taken', () => {
  test('when none was asked for', () => {
    givenActivation()
      .when(enterCode(codeOf(1)))
      .thenRefused({ code: 'no-open-attempt' });
  });

  test('twice', () => {
    givenActivation(...awaitingOtp())
      .when(enterCode(codeOf(1)))
      .thenRefused({ code: 'no-open-attempt' });
  });

  test('when the activation is active', () => {
    givenActivation(...activated())
      .when(enterCode(codeOf(1)))
      .thenRefused({ code: 'no-open-attempt' });
  });

  test('when the activation is locked', () => {
    givenActivation(...lockedBySms())
      .when(enterCode(codeOf(3)))
      .thenRefused({ code: 'activation-locked', cause: 'sms', since: LOCKED_AT });
  });

  test('when the activation is frozen', () => {
    givenActivation(frozen(NOON))
      .when(enterCode(codeOf(1)))
      .thenRefused({ code: 'activation-frozen', since: NOON });
  });

  test('from somebody else', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { actor: { kind: 'subscriber', id: 'EC-100002' } })
      .thenRefused({ code: 'not-your-account' });
  });

  test('for a blocked account', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('when the certificate was revoked meanwhile', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { certificate: revokedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });

  test('when the certificate was suspended meanwhile', () => {
    givenActivation(codeRequested())
      .when(enterCode(codeOf(1)), { certificate: suspendedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON });
  });
});
