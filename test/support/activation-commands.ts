import type { ActivationCommand } from '../../src/domain/activation.ts';
import type { Instant } from '../../src/domain/ids.ts';
import type { Receipt } from '../../src/domain/receipt.ts';
import { codeOf, DOCUMENT, secretOf } from './activation-facts.ts';
import { CASE, SERIAL } from './situations.ts';

const serial = SERIAL;
export const GROUNDS = { caseId: CASE, reason: 'other', note: 'caller on the line' } as const;

/** Commands to the activation of the tests; what the door would make (code, secret) goes by the number of the attempt. */
export const requestCode = (attempt = 1): ActivationCommand => ({
  type: 'request-sms-code',
  serial,
  code: codeOf(attempt),
});
export const enterCode = (code: string, newGeneration = 1): ActivationCommand => ({
  type: 'confirm-code',
  serial,
  code,
  newSecret: secretOf(newGeneration),
});
export const reportReceipt = (receipt: Receipt, happenedAt: Instant, attempt = 1): ActivationCommand => ({
  type: 'record-sms-receipt',
  serial,
  attempt,
  receipt,
  happenedAt,
});
export const showQr: ActivationCommand = { type: 'show-secret-qr', serial };
export const closeQr: ActivationCommand = { type: 'close-qr-window', serial };
export const sign = (otp: string): ActivationCommand => ({ type: 'sign-document', serial, otp, ...DOCUMENT });
export const unlock = { type: 'unlock-activation', serial, ...GROUNDS } as const satisfies ActivationCommand;
export const freeze = { type: 'freeze-activation', serial, ...GROUNDS } as const satisfies ActivationCommand;
/** Grounds of what an agent only asks for. */
export const ASKING = { ...GROUNDS, emergency: false, finding: null } as const;
export const askFor = (action: 'reset' | 'unlock', emergency = false) =>
  ({ type: 'request-approval', serial, action, ...ASKING, emergency }) as const satisfies ActivationCommand;
export const approve: ActivationCommand = { type: 'approve-request', serial };
export const reject: ActivationCommand = { type: 'reject-request', serial };
export const abortCall = {
  type: 'abort-call',
  serial,
  cause: 'pressure',
  ticket: null,
  passed: ['date-of-birth'],
  failed: [],
} as const satisfies ActivationCommand;
export const notMe = { type: 'report-not-me', serial, reference: 'ABC234' } as const satisfies ActivationCommand;
export const settle: ActivationCommand = { type: 'settle-activation', serial };
