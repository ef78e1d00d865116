import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { requestCode } from '../support/activation-commands.ts';
import {
  accepted,
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
  lockedByOtp,
  lockedBySms,
  OTP_LOCKED_AT,
  PROVEN_AT,
  undelivered,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import {
  accountOf,
  blockedAccount,
  certificateOf,
  PHONE,
  revokedCertificate,
  SERIAL,
  suspendedCertificate,
} from '../support/situations.ts';
import { CUSTOMER } from '../support/staff.ts';

describe('asking for a code', () => {
  test('opens the first attempt, whose code is good for five minutes', () => {
    givenActivation()
      .when(requestCode(), { now: NOON })
      .thenDone(codeRequested(1, NOON))
      .andState({ status: 'awaiting_code', attempts: 1 });
  });

  test('sends the code to the phone on file, and keeps only its digest', () => {
    const { decision } = givenActivation()
      .when(requestCode(), { now: NOON })
      .thenMessages({
        kind: 'sms-code',
        customerId: CUSTOMER,
        serial: SERIAL,
        attempt: 1,
        phone: PHONE,
        code: codeOf(1),
        validUntil: NOON + 5 * MINUTE,
      });
    expect(JSON.stringify(decision.facts)).not.toContain(codeOf(1));
  });

  test('after a failed attempt opens the next one', () => {
    givenActivation(...undelivered(1, NOON))
      .when(requestCode(2), { now: NOON + 6 * MINUTE })
      .thenDone(codeRequested(2, NOON + 6 * MINUTE))
      .andState({ status: 'awaiting_code', attempts: 2, consecutiveFailures: 1 });
  });

  test('starts again when the QR was not scanned, and keeps the secret until a new one is issued', () => {
    const now = ISSUED_AT + 10 * MINUTE;
    const { state } = givenActivation(...awaitingOtp())
      .when(requestCode(2), { now })
      .thenFacts({ type: 'qr-window-closed', at: ISSUED_AT + 5 * MINUTE }, codeRequested(2, now));
    expect(state).toMatchObject({ status: 'awaiting_code', secret: { generation: 1 } });
  });
});

describe('asking again while an attempt is open', () => {
  test('at 59.999 s is too soon, and changes nothing', () => {
    givenActivation(codeRequested())
      .when(requestCode(2), { now: NOON + 59_999 })
      .thenRefused({ code: 'too-soon', retryAt: NOON + 60 * SECOND })
      .thenMessages()
      .andState({ status: 'awaiting_code', attempts: 1, consecutiveFailures: 0 });
  });

  test('at 60.000 s supersedes the open attempt, which counts as a failure', () => {
    const now = NOON + 60_000;
    givenActivation(codeRequested())
      .when(requestCode(2), { now })
      .thenDone(ended('superseded', now), codeRequested(2, now))
      .andState({ status: 'awaiting_code', attempts: 2, consecutiveFailures: 1, lifetimeFailures: 1 });
  });

  test('as the second failure still sends a code', () => {
    const now = NOON + 12 * MINUTE;
    givenActivation(...undelivered(1, NOON), codeRequested(2, NOON + 10 * MINUTE))
      .when(requestCode(3), { now })
      .thenDone(ended('superseded', now, { number: 2 }), codeRequested(3, now))
      .andState({ consecutiveFailures: 2 });
  });

  test('as the third failure locks instead of sending a code', () => {
    const now = NOON + 22 * MINUTE;
    givenActivation(
      ...undelivered(1, NOON),
      ...undelivered(2, NOON + 10 * MINUTE),
      codeRequested(3, NOON + 20 * MINUTE),
    )
      .when(requestCode(4), { now })
      .thenRefused(
        { code: 'activation-locked', cause: 'sms', since: now },
        ended('superseded', now, { number: 3 }),
        locked('sms', now),
      )
      .thenMessages()
      .andState({ status: 'locked', attempts: 3, consecutiveFailures: 3 });
  });

  test('does not excuse a delivered code, outage or not', () => {
    const now = NOON + 2 * MINUTE;
    const outages = [{ operator: 'Orange', from: NOON - HOUR, until: null }];
    givenActivation(codeRequested(), delivered(NOON + SECOND))
      .when(requestCode(2), { now, outages })
      .thenDone(ended('superseded', now), codeRequested(2, now));
  });

  test('during an outage of its operator does not count the code that never came', () => {
    const now = NOON + 2 * MINUTE;
    const outages = [{ operator: 'Orange', from: NOON - HOUR, until: null }];
    givenActivation(codeRequested(), accepted(NOON + SECOND))
      .when(requestCode(2), { now, outages })
      .thenDone(ended('superseded', now, { counted: false }), codeRequested(2, now))
      .andState({ consecutiveFailures: 0, lifetimeFailures: 0 });
  });
});

describe('ten codes to one phone number in a day', () => {
  test('the tenth is sent', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, codesToPhone: { count: 9, oldest: NOON - HOUR } })
      .thenDone(codeRequested());
  });

  test('the eleventh is refused, and the answer says when the oldest is a day old', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, codesToPhone: { count: 10, oldest: NOON - HOUR } })
      .thenRefused({ code: 'too-many-codes', limit: 10, window: DAY, retryAt: NOON + 23 * HOUR })
      .thenMessages();
  });

  test('a refused code does not supersede the open attempt', () => {
    const now = NOON + 2 * MINUTE;
    givenActivation(codeRequested())
      .when(requestCode(2), { now, codesToPhone: { count: 10, oldest: NOON - HOUR } })
      .thenRefused({ code: 'too-many-codes', limit: 10, window: DAY, retryAt: NOON - HOUR + DAY })
      .andState({ status: 'awaiting_code', consecutiveFailures: 0 });
  });
});

describe('no code is sent', () => {
  test('for somebody else', () => {
    givenActivation()
      .when(requestCode(), { actor: { kind: 'subscriber', id: 'EC-100002' } })
      .thenRefused({ code: 'not-your-account' });
  });

  test('for an account that is not there', () => {
    givenActivation()
      .when(requestCode(), { account: { status: 'absent' } })
      .thenRefused({ code: 'account-unknown' });
  });

  test('for a blocked account', () => {
    givenActivation()
      .when(requestCode(), { account: blockedAccount(NOON - DAY) })
      .thenRefused({ code: 'account-blocked', since: NOON - DAY });
  });

  test('for a certificate that is not there', () => {
    givenActivation()
      .when(requestCode(), { certificate: { status: 'absent' } })
      .thenRefused({ code: 'certificate-unknown' });
  });

  test('for a suspended certificate', () => {
    givenActivation()
      .when(requestCode(), { certificate: suspendedCertificate(NOON - DAY) })
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON - DAY });
  });

  test('for a revoked certificate', () => {
    givenActivation()
      .when(requestCode(), { certificate: revokedCertificate(NOON - DAY) })
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON - DAY });
  });

  test('for a certificate suspended seven days ago, which is revoked by now', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, certificate: suspendedCertificate(NOON - 7 * DAY) })
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });

  test('a millisecond after the certificate has expired', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, certificate: certificateOf({ notAfter: NOON - 1 }) })
      .thenRefused({ code: 'certificate-not-valid', status: 'expired', since: NOON - 1 });
  });

  test('a millisecond before the certificate is valid', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, certificate: certificateOf({ notBefore: NOON + 1 }) })
      .thenRefused({ code: 'certificate-not-valid', status: 'not-yet-valid', since: NOON + 1 });
  });

  test('without a phone number on file', () => {
    givenActivation()
      .when(requestCode(), { account: accountOf({ phone: null }) })
      .thenRefused({ code: 'no-phone' });
  });

  test('a millisecond before a new number is usable', () => {
    givenActivation()
      .when(requestCode(), { now: NOON, account: accountOf({ phoneUsableFrom: NOON + 1 }) })
      .thenRefused({ code: 'phone-too-new', usableFrom: NOON + 1 });
  });

  test('while the activation is locked by failed attempts', () => {
    givenActivation(...lockedBySms())
      .when(requestCode(4))
      .thenRefused({ code: 'activation-locked', cause: 'sms', since: LOCKED_AT });
  });

  test('while the activation is locked by wrong OTPs', () => {
    givenActivation(...lockedByOtp())
      .when(requestCode(2))
      .thenRefused({ code: 'activation-locked', cause: 'otp', since: OTP_LOCKED_AT });
  });

  test('while the activation is frozen', () => {
    givenActivation(frozen(NOON)).when(requestCode()).thenRefused({ code: 'activation-frozen', since: NOON });
  });

  test('when the activation is active already', () => {
    givenActivation(...activated())
      .when(requestCode(2))
      .thenRefused({ code: 'already-active', since: PROVEN_AT });
  });
});

test('a new number is usable from its very millisecond on', () => {
  givenActivation()
    .when(requestCode(), { now: NOON, account: accountOf({ phoneUsableFrom: NOON }) })
    .thenDone(codeRequested());
});

test('a certificate is good in its first and in its last millisecond', () => {
  for (const certificate of [certificateOf({ notBefore: NOON }), certificateOf({ notAfter: NOON })]) {
    givenActivation().when(requestCode(), { now: NOON, certificate }).thenDone(codeRequested());
  }
});
