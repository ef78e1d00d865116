import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { closeQr, showQr } from '../support/activation-commands.ts';
import {
  activated,
  awaitingOtp,
  codeRequested,
  frozen,
  ISSUED_AT,
  LOCKED_AT,
  lockedBySms,
  qrClosed,
  qrShown,
  secretOf,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { plainVault } from '../support/plain-vault.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, suspendedCertificate } from '../support/situations.ts';

const HIDDEN_AT = ISSUED_AT + 5 * MINUTE;
const someoneElse = { kind: 'subscriber', id: 'EC-100002' } as const;

describe('the secret QR', () => {
  test('is shown to its subscriber, with the secret that was issued', () => {
    const now = ISSUED_AT + SECOND;
    givenActivation(...awaitingOtp())
      .when(showQr, { now })
      .thenDone(qrShown(now))
      .thenDiscloses(secretOf(1))
      .andState({ qr: { state: 'shown', at: now } });
  });

  test('is shown once', () => {
    const shownAt = ISSUED_AT + SECOND;
    const { decision } = givenActivation(...awaitingOtp(), qrShown(shownAt))
      .when(showQr)
      .thenRefused({ code: 'qr-already-shown', shownAt });
    expect(decision).not.toHaveProperty('disclosure');
  });

  test('can be shown until 4:59.999 after the secret was issued', () => {
    givenActivation(...awaitingOtp())
      .when(showQr, { now: HIDDEN_AT - 1 })
      .thenDone(qrShown(HIDDEN_AT - 1));
  });

  test.each([0, 1])('is hidden from 5:00.000 on (+%d ms)', (late) => {
    givenActivation(...awaitingOtp())
      .when(showQr, { now: HIDDEN_AT + late })
      .thenRefused({ code: 'qr-expired', since: HIDDEN_AT }, qrClosed(HIDDEN_AT));
  });

  test('once shown stays for five minutes of its own', () => {
    const shownAt = HIDDEN_AT - 1;
    const given = givenActivation(...awaitingOtp(), qrShown(shownAt));
    given.settledBy(shownAt + 5 * MINUTE - 1).thenFacts();
    given.settledBy(shownAt + 5 * MINUTE).thenFacts(qrClosed(shownAt + 5 * MINUTE));
  });

  test('is not shown when its seal does not open', () => {
    const broken = (): never => {
      throw new Error('the tag is not ours');
    };
    const vault = { ...plainVault, open: broken };
    givenActivation(...awaitingOtp())
      .when(showQr, { vault })
      .thenRefused({ code: 'secret-unreadable' });
  });

  test('is not shown when the seal was made for another generation', () => {
    const sealed = plainVault.seal('C0000001', 2, secretOf(2));
    givenActivation({ type: 'otp-secret-issued', at: ISSUED_AT, generation: 1, sealed })
      .when(showQr)
      .thenRefused({ code: 'secret-unreadable' });
  });

  test('is not shown to somebody else', () => {
    givenActivation(...awaitingOtp())
      .when(showQr, { actor: someoneElse })
      .thenRefused({ code: 'not-your-account' });
  });

  test('is not shown on a blocked account', () => {
    givenActivation(...awaitingOtp())
      .when(showQr, { account: blockedAccount(NOON) })
      .thenRefused({ code: 'account-blocked', since: NOON });
  });

  test('is not shown for a suspended certificate', () => {
    givenActivation(...awaitingOtp())
      .when(showQr, { certificate: suspendedCertificate(NOON) })
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON });
  });

  test.each([
    ['before the code was confirmed', [codeRequested()]],
    ['once the activation is proven', activated()],
  ])('is not shown %s', (_when, facts) => {
    givenActivation(...facts)
      .when(showQr)
      .thenRefused({ code: 'no-secret' });
  });

  test('is not shown while the activation is frozen', () => {
    givenActivation(...awaitingOtp(), frozen(ISSUED_AT))
      .when(showQr)
      .thenRefused({ code: 'activation-frozen', since: ISSUED_AT });
  });

  test('is not shown while the activation is locked', () => {
    givenActivation(...lockedBySms())
      .when(showQr)
      .thenRefused({ code: 'activation-locked', cause: 'sms', since: LOCKED_AT });
  });
});

describe('closing the window', () => {
  test('hides the QR for good', () => {
    const now = ISSUED_AT + SECOND;
    const closed = givenActivation(...awaitingOtp(), qrShown(ISSUED_AT))
      .when(closeQr, { now })
      .thenDone(qrClosed(now));
    expect(closed.state).toMatchObject({ status: 'awaiting_otp', qr: { state: 'closed', at: now } });
    givenActivation(...awaitingOtp(), qrClosed(now))
      .when(showQr)
      .thenRefused({ code: 'qr-expired', since: now });
  });

  test('twice is refused', () => {
    givenActivation(...awaitingOtp(), qrClosed(ISSUED_AT))
      .when(closeQr)
      .thenRefused({ code: 'qr-window-closed' });
  });

  test('is refused when there is no window', () => {
    givenActivation().when(closeQr).thenRefused({ code: 'no-secret' });
  });

  test('is refused to somebody else', () => {
    givenActivation(...awaitingOtp())
      .when(closeQr, { actor: someoneElse })
      .thenRefused({ code: 'not-your-account' });
  });
});
