import type { AbortCause, FreezeCause } from '../../domain/activation.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { WrongCodeKind } from '../../domain/wrong-code.ts';
import { counted } from '../plural.ts';
import { rawReceipt } from '../raw-receipt.ts';
import type { FactTexts } from '../words-shape.ts';
import { role } from './commands.ts';
import { copy } from './copy.ts';

const outcomes = {
  confirmed: 'confirmed',
  not_delivered: 'the SMS was not delivered',
  expired: 'no right code in time',
  wrong_code: 'wrong code three times',
  superseded: 'a newer code was asked for',
} as const;

const otpCauses = {
  wrong: 'wrong code',
  used: 'code already used',
  'old-secret': 'code of an old entry in the app',
  'other-certificate': 'code of another certificate of the same person',
  'clock-off': 'phone clock is off',
} as const;

const locks = { sms: 'failed SMS attempts', otp: 'wrong OTPs' } as const;
const freezes: Readonly<Record<FreezeCause, string>> = {
  suspicion: 'on suspicion',
  'aborted-call': 'a call was aborted',
  'not-me': 'the subscriber says: not me',
};
const aborts: Readonly<Record<AbortCause, string>> = {
  pressure: 'the caller pressed',
  'not-the-subscriber': 'the caller seemed to be somebody else',
  'somebody-dictates': 'somebody dictated to the caller',
  'asks-for-secrets': 'the caller wanted codes or secrets',
};
const actions = { reset: 'reset', unlock: 'unlock' } as const;

const wrongCode: Readonly<Record<WrongCodeKind, string>> = {
  other: 'wrong code entered',
  'previous-code': 'the code of the previous SMS entered',
  'digits-swapped': 'code entered with two digits swapped',
  'one-digit-off': 'code entered with one digit wrong',
};

/** Entries from before receipts were kept in full say no more than that. */
const said = (receipt: Extract<Receipt, { state: 'failed' }>): string =>
  'raw' in receipt ? ` (${rawReceipt(receipt)})` : '';

export const facts: FactTexts = {
  'account-opened': () => 'account opened',
  'account-blocked': () => 'account blocked',
  'account-unblocked': () => 'account unblocked',
  'phone-change-requested': ({ emergency }) => `phone change asked for${emergency ? ', EMERGENCY' : ''}`,
  'phone-change-begun': ({ by }) => `EMERGENCY: first yes to the phone change, by ${by}`,
  'phone-changed': ({ firstYesBy }) =>
    `phone number changed${firstYesBy === null ? '' : `, EMERGENCY, two supervisors (first: ${firstYesBy})`}`,
  'phone-change-rejected': () => 'phone change rejected',
  'phone-change-lapsed': () => 'phone change lapsed without a decision',
  'certificate-registered': () => 'certificate registered',
  'certificate-received': () => 'certificate itself received',
  'certificate-suspended': () => 'certificate suspended',
  'certificate-reinstated': () => 'certificate reinstated',
  'certificate-revoked': ({ cause }) =>
    cause === 'authority' ? 'certificate revoked' : 'certificate revoked: suspended for too long',
  'sms-code-requested': ({ number }) => `SMS attempt ${number}: code requested`,
  'sms-receipt-recorded': ({ number, receipt }) => {
    switch (receipt.state) {
      case 'accepted':
        return `SMS attempt ${number}: accepted by our gateway`;
      case 'submitted':
        return `SMS attempt ${number}: taken by ${receipt.operator}`;
      case 'held':
        return `SMS attempt ${number}: kept by ${receipt.operator} (${rawReceipt(receipt)})`;
      case 'delivered':
        return `SMS attempt ${number}: delivered`;
      case 'failed':
        return `SMS attempt ${number}: ${receipt.operator} could not deliver${said(receipt)}`;
    }
  },
  'wrong-code-entered': ({ number, kind = 'other' }) => `SMS attempt ${number}: ${wrongCode[kind]}`,
  'sms-attempt-ended': ({ number, outcome, counted }) =>
    `SMS attempt ${number} ended: ${outcomes[outcome]}${counted ? '' : ' (not counted: operator outage)'}`,
  'otp-secret-issued': ({ generation }) => `OTP secret issued (no. ${generation})`,
  'secret-qr-shown': () => 'secret QR shown to the subscriber',
  'qr-window-closed': () => 'QR window closed',
  'activation-proven': () => 'activation proven by the first right OTP',
  'document-signed': ({ name }) => `document signed: ${name}`,
  'otp-refused': ({ cause }) => `OTP refused: ${otpCauses[cause]}`,
  'activation-locked': ({ cause }) => `activation locked: ${locks[cause]}`,
  'activation-disabled': () => 'activation disabled: too many failures in its lifetime',
  'activation-unlocked': ({ cause, approved }) =>
    `activation unlocked (${locks[cause]})${approved ? ', with approval' : ''}`,
  'activation-frozen': ({ cause = 'suspicion' }) => `activation frozen: ${freezes[cause]}`,
  'call-aborted': ({ cause }) => `call aborted: ${aborts[cause]}`,
  'not-me-reported': () => 'the subscriber answered a notice: this was not me',
  'activation-reset': () => 'activation reset',
  'approval-requested': ({ action, emergency }) =>
    `approval asked for: ${actions[action]}${emergency ? ', EMERGENCY' : ''}`,
  'approval-begun': ({ by }) => `EMERGENCY: first yes by ${by}`,
  'approval-granted': ({ action, firstYesBy }) =>
    `approval granted: ${actions[action]}${firstYesBy ? `, EMERGENCY, two supervisors (first: ${firstYesBy})` : ''}`,
  'approval-rejected': () => 'approval refused',
  'approval-lapsed': () => 'approval lapsed without a decision',
  'superseded-secret-wiped': ({ generation }) => `old OTP secret wiped (no. ${generation})`,
  'case-opened': ({ ticket }) => `case opened, ticket ${ticket}`,
  'caller-verified': ({ points }) => `caller verified (points: ${points})`,
  'caller-verification-failed': ({ points }) => `caller verification failed (points: ${points})`,
  'caller-verification-aborted': ({ points }) => `caller verification aborted (points: ${points})`,
  'case-handed-over': ({ from, to, note }) => `case handed over from ${from} to ${to}: ${note}`,
  'case-closed': () => 'case closed',
  'agent-added': ({ agentId }) => `agent added: ${agentId}`,
  'agent-disabled': () => 'agent disabled',
  'agent-enabled': () => 'agent enabled',
  'agent-role-changed': ({ role: now }) => `role changed: ${role[now]}`,
  'agent-password-set': () => 'password set',
  'sign-in-attempted': () => 'sign-in begun',
  'agent-locked': () => 'agent locked: too many wrong passwords',
  'signed-in': () => 'signed in',
  'signed-out': () => 'signed out',
  'audit-exported': ({ customerId, caseId }) => `audit exported: ${caseId ?? customerId}`,
  'personal-copied': ({ what, customerId }) => `copied: ${copy.names[what]} of ${customerId}`,
  'filter-saved': ({ name, text }) => `filter saved: ${name} (${text})`,
  'filter-deleted': ({ name }) => `filter deleted: ${name}`,
  'outage-recognised': ({ operator }) => `operator outage recognised: ${operator}`,
  'sms-attempt-excused': ({ number }) => `SMS attempt ${number}: no longer counted, it failed by an operator outage`,
  'outage-lock-cleared': ({ outage, requestedBy, approvedBy }) =>
    `bulk unlock after the outage of ${outage.operator}: asked for by ${requestedBy}, approved by ${approvedBy}`,
  'bulk-unlock-requested': ({ outage, serials }) =>
    `bulk unlock after the outage of ${outage.operator} asked for: ${counted('en', serials.length, { one: 'activation', other: 'activations' })}`,
  'bulk-unlock-approved': ({ operator }) => `bulk unlock approved: ${operator}`,
  'bulk-unlock-rejected': ({ operator }) => `bulk unlock rejected: ${operator}`,
  'bulk-unlock-lapsed': ({ operator }) => `bulk unlock lapsed: ${operator}`,
  'outage-ended': ({ operator }) => `operator outage ended: ${operator}`,
};
