import type { ActivationFact, FreezeCause, OtpRefusal, PendingApproval } from '../../src/domain/activation.ts';
import type { AskedCounters, AskedOn } from '../../src/domain/approval.ts';
import { DAY, type Instant, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { otpAt, timeStepOf } from '../../src/domain/otp.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { type Receipt, receiptOf } from '../../src/domain/receipt.ts';
import type { AttemptOutcome } from '../../src/domain/sms-attempt.ts';
import type { WrongCodeKind } from '../../src/domain/wrong-code.ts';
import { plainVault } from './plain-vault.ts';
import { NOON } from './records.ts';
import { CASE, PHONE, SERIAL, TICKET } from './situations.ts';

export type FactOf<T extends ActivationFact['type']> = Extract<ActivationFact, { type: T }>;

/** The code of one attempt; every attempt has another. */
export const codeOf = (attempt: number): string => String(500_000 + attempt);
export const WRONG_CODE = '000000';

export const secretOf = (generation: number): Uint8Array => new Uint8Array(20).fill(generation);
export const sealedOf = (generation: number): string => plainVault.seal(SERIAL, generation, secretOf(generation));

/** What an app that scanned this generation's QR shows at this moment. */
export const otpOf = (generation: number, at: Instant): string => otpAt(secretOf(generation), at, defaultPolicy.otp);
export const stepOf = (at: Instant): number => timeStepOf(at, defaultPolicy.otp);
export const DOCUMENT = { digest: 'ab'.repeat(32), name: 'umowa.pdf' } as const;

export function codeRequested(number = 1, at: Instant = NOON): FactOf<'sms-code-requested'> {
  const codeDigest = plainVault.digestCode(SERIAL, number, codeOf(number));
  return { type: 'sms-code-requested', at, number, phone: PHONE, deadline: at + 5 * MINUTE, codeDigest };
}

export function receiptRecorded(receipt: Receipt, at: Instant, number = 1): FactOf<'sms-receipt-recorded'> {
  return { type: 'sms-receipt-recorded', at, number, receipt };
}

export const accepted = (at: Instant, number = 1) =>
  receiptRecorded({ state: 'accepted', operator: 'Orange' }, at, number);
export const delivered = (at: Instant, number = 1) =>
  receiptRecorded(receiptOf('Orange', { raw: 'DELIVRD', error: 0 }), at, number);

export function wrongEntry(at: Instant, number = 1, kind: WrongCodeKind = 'other'): FactOf<'wrong-code-entered'> {
  return { type: 'wrong-code-entered', at, number, kind };
}

export function ended(
  outcome: AttemptOutcome,
  at: Instant,
  { number = 1, counted = true }: { readonly number?: number; readonly counted?: boolean } = {},
): FactOf<'sms-attempt-ended'> {
  return { type: 'sms-attempt-ended', at, number, outcome, counted };
}

export function secretIssued(at: Instant, generation = 1): FactOf<'otp-secret-issued'> {
  return { type: 'otp-secret-issued', at, generation, sealed: sealedOf(generation) };
}

export const qrShown = (at: Instant): FactOf<'secret-qr-shown'> => ({ type: 'secret-qr-shown', at });
export const qrClosed = (at: Instant): FactOf<'qr-window-closed'> => ({ type: 'qr-window-closed', at });

export function proven(at: Instant, timeStep = stepOf(at)): FactOf<'activation-proven'> {
  return { type: 'activation-proven', at, timeStep };
}

export function signed(at: Instant, timeStep = stepOf(at)): FactOf<'document-signed'> {
  return { type: 'document-signed', at, timeStep, ...DOCUMENT };
}

export function otpRefused(
  at: Instant,
  cause: OtpRefusal = 'wrong',
  steps: number | null = null,
): FactOf<'otp-refused'> {
  return { type: 'otp-refused', at, cause, steps };
}

export const locked = (cause: 'sms' | 'otp', at: Instant): FactOf<'activation-locked'> => ({
  type: 'activation-locked',
  at,
  cause,
});
export const disabled = (at: Instant): FactOf<'activation-disabled'> => ({ type: 'activation-disabled', at });
export const frozen = (at: Instant, cause: FreezeCause = 'suspicion'): FactOf<'activation-frozen'> => ({
  type: 'activation-frozen',
  at,
  cause,
});
export const wasReset = (at: Instant): FactOf<'activation-reset'> => ({ type: 'activation-reset', at });

export function unlocked(cause: 'sms' | 'otp', at: Instant, approved = false): FactOf<'activation-unlocked'> {
  return { type: 'activation-unlocked', at, cause, approved };
}

/** What the usual caller proved; of an activation that nothing had happened to. */
export function askedOn(counters: Partial<AskedCounters> = {}): AskedOn {
  const none = { consecutiveFailures: 0, wrongOtps: 0, lifetimeFailures: 0, unlocks: 0 };
  return { proofs: ['call-back', 'date-of-birth'], points: 4, finding: null, counters: { ...none, ...counters } };
}

export function approvalRequested(
  at: Instant = NOON,
  overrides: Partial<PendingApproval> = {},
): FactOf<'approval-requested'> {
  return {
    type: 'approval-requested',
    at,
    action: 'reset',
    requestedBy: 'ewa',
    requestedAt: at,
    expiresAt: at + DAY,
    caseId: CASE,
    ticket: TICKET,
    reason: 'other',
    note: 'caller on the line',
    emergency: false,
    firstYesBy: null,
    askedOn: askedOn(),
    ...overrides,
  };
}

export const granted = (
  at: Instant,
  action: 'reset' | 'unlock',
  overrides: Partial<FactOf<'approval-granted'>> = {},
): FactOf<'approval-granted'> => ({
  type: 'approval-granted',
  at,
  action,
  requestedBy: 'ewa',
  firstYesBy: null,
  ...overrides,
});

/** One attempt that nobody heard of again. */
export function undelivered(number: number, at: Instant): readonly ActivationFact[] {
  return [codeRequested(number, at), ended('not_delivered', at + 5 * MINUTE, { number })];
}

/** Three attempts in vain, ten minutes apart; the third locks at `NOON + 25 min`. */
export const LOCKED_AT = NOON + 25 * MINUTE;
export function lockedBySms(): readonly ActivationFact[] {
  const attempts = [1, 2, 3].flatMap((number) => undelivered(number, NOON + (number - 1) * 10 * MINUTE));
  return [...attempts, locked('sms', LOCKED_AT)];
}

/** The code was confirmed ten seconds after it was asked for; the QR waits to be shown. */
export const ISSUED_AT = NOON + 10 * SECOND;
export function awaitingOtp(): readonly ActivationFact[] {
  return [codeRequested(), ended('confirmed', ISSUED_AT), secretIssued(ISSUED_AT)];
}

/** Scanned, and proven a minute after the start by a first signature. */
export const PROVEN_AT = NOON + MINUTE;
export function activated(): readonly ActivationFact[] {
  return [...awaitingOtp(), qrShown(ISSUED_AT), proven(PROVEN_AT), signed(PROVEN_AT)];
}

/** Active, then five wrong OTPs in a row, a second apart. */
export const OTP_LOCKED_AT = PROVEN_AT + 5 * SECOND;
export function lockedByOtp(): readonly ActivationFact[] {
  const wrong = [1, 2, 3, 4, 5].map((second) => otpRefused(PROVEN_AT + second * SECOND));
  return [...activated(), ...wrong, locked('otp', OTP_LOCKED_AT)];
}
