import { momentsIn } from '../moments.ts';
import type { BriefWords } from '../words-shape.ts';
import { command, role } from './commands.ts';

const { time } = momentsIn('en');

const notYou = (reference: string): string => `Not you? Answer NOT ME ${reference} in the portal, everything stops.`;

export const words: BriefWords = {
  quoted: (text) => `“${text}”`,
  realm: { live: 'LIVE', training: 'TRAINING' },
  activation: {
    inactive: 'inactive',
    awaiting_code: 'awaiting SMS code',
    awaiting_otp: 'awaiting first OTP',
    active: 'active',
    locked: 'locked',
    frozen: 'frozen',
    disabled: 'disabled',
  },
  activationMeaning: {
    inactive: 'not begun, or back at the start: the subscriber may ask for an SMS code',
    awaiting_code: 'an SMS code was sent; the subscriber is to enter it in time',
    awaiting_otp: 'the secret was issued; the first right OTP proves the activation',
    active: 'proven by a right OTP; the subscriber can sign',
    locked: 'too many failures in a row; only support can unlock it',
    frozen: 'stopped on suspicion; only a reset starts it again',
    disabled: 'too many failures over its lifetime; only a reset starts it again',
  },
  activationBarred: {
    account: 'the account is blocked: nothing can be activated or signed',
    certificate: 'the certificate is not valid: it can neither be activated nor sign',
  },
  lockCause: { sms: 'failed SMS attempts', otp: 'wrong OTPs' },
  certificate: {
    valid: 'valid',
    suspended: 'suspended',
    revoked: 'revoked',
    expired: 'expired',
    'not-yet-valid': 'not valid yet',
  },
  account: { open: 'open', blocked: 'blocked' },
  phoneKind: { mobile: 'mobile', landline: 'landline, receives no SMS', unknown: 'kind unknown' },
  outcome: {
    confirmed: 'confirmed',
    not_delivered: 'not delivered',
    expired: 'expired',
    wrong_code: 'wrong code',
    superseded: 'superseded',
  },
  attemptOpen: 'open',
  receiptCause: {
    'absent-subscriber': 'phone switched off or out of range',
    'inbox-full': 'the phone’s memory for SMS is full',
    'unknown-subscriber': 'the operator does not know this number',
    barred: 'incoming SMS are barred for this number',
    rejected: 'rejected by the operator',
    expired: 'grew too old waiting at the operator',
    unknown: 'cause not given',
  },
  lasts: { temporary: 'temporary', permanent: 'permanent' },
  qr: { unseen: 'not shown yet', shown: 'on the screen', closed: 'closed' },
  role,
  actor: {
    agent: 'agent',
    subscriber: 'subscriber',
    network: 'SMS network',
    authority: 'certificate authority',
    administrator: 'administrator',
    clock: 'clock',
  },
  agent: { enabled: 'enabled', locked: 'locked', disabled: 'disabled' },
  proof: {
    'call-back': 'called back on the number on file',
    'contract-number': 'contract number',
    'date-of-birth': 'date of birth',
    'certificate-expiry': 'expiry of the last certificate',
    'e-mail-on-file': 'e-mail address on file',
    'last-signature': 'what was signed last',
    'e-mail-reply': 'reply from the e-mail address on file',
    'personal-visit': 'visit in person, identity document',
  },
  reason: {
    'sms-not-received': 'SMS not received',
    'sms-late': 'SMS came too late',
    'wrong-code-typed': 'wrong code typed',
    'operator-outage': 'operator outage',
    'new-phone': 'new phone',
    'lost-phone': 'lost phone',
    'clock-drift': 'phone clock is off',
    suspicion: 'suspicion of fraud',
    other: 'other',
  },
  queueReason: {
    'locked-sms': 'locked: SMS attempts',
    'locked-otp': 'locked: wrong OTPs',
    'not-me': 'subscriber: not me',
    'aborted-call': 'call was aborted',
    frozen: 'frozen on suspicion',
    'waiting-for-sms': 'waiting long for the SMS',
    'expiring-soon': 'certificate expiring soon',
  },
  approvalAction: {
    reset: 'reset of the activation',
    unlock: 'unlock beyond the limit',
    'phone-change': 'another phone number',
    'bulk-unlock': 'unlock after an outage',
  },
  verification: {
    none: 'caller not verified',
    passed: 'caller verified',
    failed: 'verification failed',
    aborted: 'verification aborted',
  },
  freezeCause: { suspicion: 'suspicion', 'aborted-call': 'a call was aborted', 'not-me': 'subscriber: not me' },
  abortCause: {
    pressure: 'the caller presses: hurry, threats, rank',
    'not-the-subscriber': 'the caller seems to be somebody else',
    'somebody-dictates': 'somebody dictates to the caller',
    'asks-for-secrets': 'the caller wants codes, PINs or secrets',
  },
  supportCase: { open: 'open', closed: 'closed' },
  command,
  verdict: { done: 'done', refused: 'refused' },
  auditFault: {
    'content-changed': 'its content was changed after it was written',
    'link-broken': 'it does not follow from the entry before it',
    gap: 'entries before it are missing',
    'tail-cut': 'entries after it were cut off',
    'head-missing': 'the given head is not in it: entries were cut off, or the log was put in place of another',
    'signature-wrong': 'its signature is not ours',
    'other-installation': 'it comes from another installation',
    'rolled-back': 'from there on this computer has seen another log: an old copy was put back, or the end was cut off',
  },
  importVerdict: {
    accepted: 'accepted',
    unchanged: 'unchanged',
    conflicting: 'conflicting',
    rejected: 'rejected',
  },
  importRejection: {
    'serial-of-another-customer': 'This serial number belongs to another customer. Compare it with the certificate.',
    'unknown-subscriber':
      'No account has this e-mail address. Import the portal’s export first, or open accounts with --create.',
  },
  conflictField: {
    phone: 'phone number',
    login: 'login',
    givenName: 'given name',
    familyName: 'family name',
    email: 'e-mail',
    subject: 'certificate subject',
    validity: 'validity',
    status: 'certificate status',
  },
  notice: {
    'activation-unlocked': ({ certificate, reference }) =>
      `ECSigner: support has unlocked the activation of your certificate …${certificate}. You can go on now. ${notYou(reference)}`,
    'activation-locked': ({ certificate }) =>
      `ECSigner: the activation of your certificate …${certificate} is locked after failed attempts. Please call support.`,
    'activation-reset': ({ certificate, reference }) =>
      `ECSigner: the activation of your certificate …${certificate} was reset. Codes from the old entry in your app no longer work. ${notYou(reference)}`,
    'activation-frozen': ({ certificate }) =>
      `ECSigner: for your safety the activation of your certificate …${certificate} was stopped. Please call support.`,
    'reset-asked': ({ certificate, reference }) =>
      `ECSigner: somebody asked support for a reset of the activation of your certificate …${certificate}. It waits for a decision. ${notYou(reference)}`,
    'phone-change-asked': ({ reference }) =>
      `ECSigner: somebody asked support for another phone number for your account. It waits for a decision. ${notYou(reference)}`,
    'phone-changed': ({ reference }) => `ECSigner: the phone number of your account was changed. ${notYou(reference)}`,
    'account-blocked': () => 'ECSigner: your account was blocked. Please call support.',
    'account-unblocked': () => 'ECSigner: your account is open again.',
  },
  smsCode: ({ code, validUntil }) =>
    `ECSigner: your activation code is ${code}, valid until ${time(validUntil)}. Give it to nobody, not even to support.`,
};
