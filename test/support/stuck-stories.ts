import type { Cause } from '../../src/domain/diagnosis.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { type RawReceipt, receiptOf } from '../../src/domain/receipt.ts';
import {
  accepted,
  activated,
  awaitingOtp,
  codeRequested,
  delivered,
  disabled,
  ended,
  frozen,
  ISSUED_AT,
  locked,
  otpRefused,
  PROVEN_AT,
  qrClosed,
  qrShown,
  receiptRecorded,
  undelivered,
  unlocked,
  wasReset,
  wrongEntry,
} from './activation-facts.ts';
import type { Story } from './known.ts';
import { NOON } from './records.ts';
import { accountOf, blockedAccount, certificateOf, revokedCertificate, suspendedCertificate } from './situations.ts';

const REJECTED: RawReceipt = { raw: 'REJECTD', error: null };
const OVER = NOON + 5 * MINUTE;
const phone = (e164: string, kind: 'mobile' | 'landline' | 'unknown') => ({
  account: accountOf({ phone: { e164, kind } }),
});
const failedReceipt = (receipt: RawReceipt) => [
  codeRequested(),
  accepted(NOON + SECOND),
  receiptRecorded(receiptOf('Orange', receipt), NOON + 10 * SECOND),
  ended('not_delivered', NOON + 10 * SECOND),
];
const typed = (kind: 'previous-code' | 'digits-swapped' | 'one-digit-off' | 'other'): Story => ({
  facts: [codeRequested(), delivered(NOON + 4 * SECOND), wrongEntry(NOON + MINUTE, 1, kind)],
});
/** How all others fare on the operator: in trouble since then, in an outage from then to then. */
export const fared = ({
  since = null,
  from = null,
  until = null,
}: Partial<Record<'since' | 'from' | 'until', number | null>> = {}) => ({
  operator: {
    operator: 'Orange',
    sent: 20,
    failed: since === null ? 0 : 12,
    median: 5 * SECOND,
    trouble: since === null ? null : { since, median: null, sent: 12 },
    outage: from === null ? null : { operator: 'Orange', from, until },
  },
});

const neverCame = undelivered(1, NOON).toSpliced(1, 0, accepted(NOON + SECOND));

/** One caller for every cause: what had happened to them, so that it alone, or it before all others, is why they are stuck. */
export const stuckStories: Readonly<Record<Cause, Story>> = {
  'account-blocked': { account: blockedAccount() },
  'certificate-revoked': { certificate: revokedCertificate(NOON - DAY) },
  'certificate-expired': { certificate: certificateOf({ notAfter: NOON - DAY }) },
  'certificate-suspended': { certificate: suspendedCertificate(NOON - DAY) },
  'certificate-not-yet-valid': { certificate: certificateOf({ notBefore: NOON + DAY }) },
  'activation-frozen': { facts: [...activated(), frozen(PROVEN_AT + HOUR)] },
  'activation-disabled': { facts: [...activated(), disabled(PROVEN_AT + HOUR)] },
  'phone-missing': { account: accountOf({ phone: null }) },
  'phone-landline': { ...phone('+48221234567', 'landline'), facts: failedReceipt(REJECTED) },
  'phone-malformed': phone('+48111111111', 'unknown'),
  'phone-too-new': { account: accountOf({ phoneUsableFrom: NOON + HOUR }) },
  'previous-code': typed('previous-code'),
  'digits-swapped': typed('digits-swapped'),
  'one-digit-off': typed('one-digit-off'),
  'wrong-code': typed('other'),
  'code-not-typed': { facts: [codeRequested(), delivered(NOON + 4 * SECOND), ended('expired', OVER)] },
  'sms-to-other-number': {
    facts: [codeRequested(), delivered(NOON + 4 * SECOND)],
    account: accountOf({ phone: { e164: '+48601234567', kind: 'mobile' } }),
  },
  'operator-outage': { facts: neverCame, ...fared({ since: NOON - MINUTE }) },
  'operator-outage-over': {
    facts: neverCame,
    ...fared({ from: NOON - HOUR, until: NOON + HOUR }),
    now: NOON + 90 * MINUTE,
  },
  'phone-unreachable': { facts: failedReceipt({ raw: 'UNDELIV', error: 27 }) },
  'inbox-full': { facts: failedReceipt({ raw: 'UNDELIV', error: 32 }) },
  'number-unknown': { facts: failedReceipt({ raw: 'UNDELIV', error: 1 }) },
  'number-barred': { facts: failedReceipt({ raw: 'UNDELIV', error: 13 }) },
  'sms-rejected': { facts: failedReceipt(REJECTED) },
  'sms-expired': { facts: failedReceipt({ raw: 'EXPIRED', error: null }) },
  'sms-late': {
    facts: [codeRequested(), accepted(NOON + SECOND), ended('not_delivered', OVER), delivered(OVER + 72 * SECOND)],
  },
  'sms-lost': { facts: [codeRequested(), accepted(NOON + SECOND), ended('not_delivered', OVER)], ...fared() },
  'phone-foreign': phone('+4915112345678', 'mobile'),
  'sms-on-its-way': { facts: [codeRequested(), accepted(NOON + SECOND)] },
  'asked-too-soon': {
    facts: [1, 2, 3].flatMap((number) => [
      codeRequested(number, NOON + number * MINUTE),
      delivered(NOON + number * MINUTE + 4 * SECOND, number),
      ended('superseded', NOON + (number + 1) * MINUTE, { number }),
    ]),
    refused: [['too-soon', NOON + MINUTE + 10 * SECOND]],
  },
  'too-many-codes': { refused: [['too-many-codes', NOON]] },
  'qr-window-closed': { facts: [...awaitingOtp(), qrShown(ISSUED_AT), qrClosed(ISSUED_AT + SECOND)] },
  'qr-not-scanned': { facts: [...awaitingOtp(), qrShown(ISSUED_AT)] },
  'phone-clock-off': { facts: [...activated(), otpRefused(PROVEN_AT + MINUTE, 'clock-off', 8)] },
  'otp-reused': { facts: [...activated(), otpRefused(PROVEN_AT + MINUTE, 'used')] },
  'old-app-entry': { facts: [...activated(), otpRefused(PROVEN_AT + MINUTE, 'old-secret')] },
  'other-certificate': { facts: [...activated(), otpRefused(PROVEN_AT + MINUTE, 'other-certificate')] },
  'wrong-app': {
    facts: [
      ...awaitingOtp(),
      qrShown(ISSUED_AT),
      otpRefused(ISSUED_AT + MINUTE, 'wrong'),
      otpRefused(ISSUED_AT + 2 * MINUTE, 'wrong'),
    ],
  },
  'otp-mistyped': { facts: [...activated(), otpRefused(PROVEN_AT + MINUTE, 'wrong')] },
  'reset-not-set-up': { facts: [...activated(), wasReset(PROVEN_AT + HOUR)] },
  'already-active': { facts: activated(), refused: [['already-active', PROVEN_AT + HOUR]] },
  'many-locks': {
    facts: [
      locked('sms', NOON),
      unlocked('sms', NOON + HOUR),
      locked('sms', NOON + 2 * HOUR),
      unlocked('sms', NOON + 3 * HOUR),
    ],
  },
};
