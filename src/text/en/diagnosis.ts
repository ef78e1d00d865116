import type { DiagnosisTexts } from '../diagnosis-shape.ts';
import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';
import { rawReceipt } from '../raw-receipt.ts';
import { spacedPhone } from '../spaced-phone.ts';
import { refusalName } from './refusals.ts';
import { words } from './words.ts';

const { moment, time, duration } = momentsIn('en');
const times = (count: number): string => (count === 1 ? 'once' : counted('en', count, { other: 'times' }));
const codes = {
  'previous-code': 'the code of the previous SMS was typed',
  'digits-swapped': 'two neighbouring digits were swapped',
  'one-digit-off': 'one digit was wrong',
  other: 'a code was typed that was never sent',
} as const;
const otps = {
  wrong: 'an OTP was wrong',
  used: 'an OTP was used a second time',
  'old-secret': 'an OTP came from an old entry in the app',
  'other-certificate': 'an OTP belonged to another certificate of the same person',
  'clock-off': 'an OTP belonged to another time',
} as const;
const windows = {
  unseen: 'the QR has not been opened yet, since',
  shown: 'the QR is on the screen since',
  closed: 'the QR window is closed since',
} as const;

export const diagnosis: DiagnosisTexts = {
  title: 'Why',
  why: 'Why',
  evidence: 'What speaks for it',
  say: 'Say',
  next: 'Next',
  rulesOut: 'Ruled out by it',
  nothing: 'The record does not say why: ask before you change anything.',
  askThis: 'Ask the caller',
  more: (count, key) => `${count} more: ${key}`,
  firstUnlock: (how) => `It is locked: verify the caller and unlock first (${how}).`,
  confidence: { certain: 'certain', likely: 'likely', possible: 'possible' },
  cause: {
    'account-blocked': {
      name: 'the account is blocked',
      say: 'Your account is blocked at the moment. I will pass this on; you will be called back.',
      next: 'Do not unlock anything; hand the case to a supervisor.',
    },
    'certificate-revoked': {
      name: 'the certificate is revoked',
      say: 'This certificate was revoked and cannot be used again. You need a new one.',
      next: 'Explain how a new certificate is ordered.',
    },
    'certificate-expired': {
      name: 'the certificate has expired',
      say: 'This certificate has expired. You need a new one.',
      next: 'Explain how the certificate is renewed; look whether there is a newer one on this account.',
    },
    'certificate-suspended': {
      name: 'the certificate is suspended',
      say: 'This certificate is suspended. Only the certification authority can lift that, within seven days.',
      next: 'Refer the caller to the certification authority; nothing can be done here.',
    },
    'certificate-not-yet-valid': {
      name: 'the certificate is not valid yet',
      say: 'Your certificate is not valid yet. Please try again on the day it begins.',
      next: 'Tell the caller from when it is valid.',
    },
    'activation-frozen': {
      name: 'the activation was stopped on suspicion',
      say: 'This activation was stopped for safety. A supervisor has to look at it.',
      next: 'Only a reset approved by a supervisor starts it again.',
    },
    'activation-disabled': {
      name: 'too many failures over the lifetime',
      say: 'This activation has failed too often. It has to be set up anew.',
      next: 'Only a reset approved by a supervisor starts it again.',
    },
    'phone-missing': {
      name: 'no phone number on file',
      say: 'There is no phone number on your account, so no SMS can reach you.',
      next: 'A number has to be added; a supervisor approves it.',
    },
    'phone-landline': {
      name: 'the number on file is a landline',
      say: 'The number on your account is a landline; the SMS cannot be delivered there.',
      next: 'The number has to be changed to a mobile one; a supervisor approves it.',
    },
    'phone-malformed': {
      name: 'the number on file is no known number',
      say: 'The number on your account does not look right. Please check it with me.',
      next: 'Compare the number with the caller; a supervisor approves a change.',
    },
    'phone-too-new': {
      name: 'the number was changed recently',
      say: 'Your new number can be used from the time I will tell you now.',
      next: 'Tell the caller from when; a supervisor may allow it at once.',
    },
    'sms-to-other-number': {
      name: 'the SMS went to another number',
      say: 'The last code went to the number that was on your account before. Please ask for a new one; it goes to the number on file now.',
      next: 'Compare the number on file with the caller, then let them ask for a new code.',
    },
    'previous-code': {
      name: 'typed the code of the previous SMS',
      say: 'Please open the newest SMS and type the code from that one.',
      next: 'Stay on the line until the newest code is typed.',
    },
    'digits-swapped': {
      name: 'swapped two digits of the code',
      say: 'Please type the code slowly, digit by digit, as it stands in the SMS.',
      next: 'Stay on the line while the code is typed again. Never let it be read to you.',
    },
    'one-digit-off': {
      name: 'one digit of the code was wrong',
      say: 'Please type the code slowly, digit by digit, as it stands in the SMS.',
      next: 'Stay on the line while the code is typed again. Never let it be read to you.',
    },
    'wrong-code': {
      name: 'typed a wrong code',
      say: 'Please look for the newest SMS from us and type the code from it.',
      next: 'Ask whether the SMS comes from this certificate, and to which phone.',
    },
    'code-not-typed': {
      name: 'the code arrived, but was not typed',
      say: 'The SMS with the code has reached your phone. Please open the newest one and type its code while its five minutes last; if they are over, ask for a new one.',
      next: 'Stay on the line until the code is typed. If no SMS is to be seen there, compare the number on file with the caller.',
    },
    'operator-outage': {
      name: 'the operator has an outage',
      say: 'Your operator has a disturbance at the moment; others wait as well. It is not your fault.',
      next: 'Agree on a later try; a supervisor can recognise the outage, then failures do not count.',
    },
    'operator-outage-over': {
      name: 'the operator had an outage, over by now',
      say: 'Your operator had a disturbance; it is over by now, and it was not your fault. Please ask for a new code.',
      next: 'Let the caller ask for a new code. All whom it locked can be unlocked together.',
    },
    'phone-unreachable': {
      name: 'the phone was off or out of range',
      say: 'Please switch your phone on and go where there is reception. The SMS may still come; ask for a new code only when its five minutes are over.',
      next: 'Wait until the phone has reception; a new code only when the countdown is over.',
    },
    'inbox-full': {
      name: 'the phone’s memory for SMS is full',
      say: 'Your phone has no room for new messages. Please delete some. The SMS may still come; ask for a new code only when its five minutes are over.',
      next: 'Wait until there is room; a new code only when the countdown is over.',
    },
    'number-unknown': {
      name: 'the operator does not know the number',
      say: 'Your operator says this number does not exist. Please check the number on your account with me.',
      next: 'Compare the number with the caller; trying again does not help. A supervisor approves a change.',
    },
    'number-barred': {
      name: 'incoming SMS are barred',
      say: 'Your operator has switched off incoming SMS for your number. Please ask them to switch it on.',
      next: 'Only the operator can lift it; agree on a later try.',
    },
    'sms-rejected': {
      name: 'the operator rejected the SMS',
      say: 'Your operator refuses our SMS. Please ask them to allow service messages.',
      next: 'Check the number with the caller; let them ask their operator about blocked messages.',
    },
    'sms-expired': {
      name: 'the SMS grew too old waiting at the operator',
      say: 'Your operator kept the SMS and could not deliver it in time. Please ask for a new code.',
      next: 'Ask whether the phone is on and has reception, then let the caller ask for a new code.',
    },
    'sms-late': {
      name: 'the SMS came too late',
      say: 'The SMS reached you after its five minutes were over. Please use only the newest one.',
      next: 'Let the caller ask for a new code while you are on the line.',
    },
    'sms-lost': {
      name: 'the SMS was never delivered',
      say: 'We sent the SMS, but your operator did not deliver it. Please check reception and the number.',
      next: 'Check the number; try once more on the line; if it fails again, look at others on this operator.',
    },
    'phone-foreign': {
      name: 'a foreign number',
      say: 'Your number is a foreign one; SMS may take longer or not arrive there.',
      next: 'Ask for a Polish number if there is one; a supervisor approves the change.',
    },
    'sms-on-its-way': {
      name: 'the SMS is still on its way',
      say: 'The SMS is on its way; it may take up to five minutes. Please do not ask for another one yet.',
      next: 'Let the caller wait for the SMS and type the code in time.',
    },
    'asked-too-soon': {
      name: 'asked again before the code came',
      say: 'Please wait a full minute, better five, before you ask for another code: each new one voids the last.',
      next: 'Let the caller wait for the newest SMS.',
    },
    'too-many-codes': {
      name: 'too many codes to this number today',
      say: 'Too many codes were sent to your number today. It will work again tomorrow.',
      next: 'Tell the caller from when; ask what else uses this number.',
    },
    'qr-window-closed': {
      name: 'the QR window was closed before scanning',
      say: 'Please look into the ECSigner app: does it show a code for this certificate? If not, ask for a new code in the portal, and keep the window with the QR open until the app has scanned it.',
      next: 'Scanned already: let them sign once. Otherwise lead the caller through: new code, QR, +, scan.',
    },
    'qr-not-scanned': {
      name: 'the QR has not been scanned yet',
      say: 'Please open the ECSigner app, press +, and scan the QR code on the screen.',
      next: 'Lead the caller through scanning, then the first OTP.',
    },
    'phone-clock-off': {
      name: 'the phone’s clock is off',
      say: 'Please set the time on your phone to automatic, then use the next code from the app.',
      next: 'Let the caller set the clock to automatic and sign once.',
    },
    'otp-reused': {
      name: 'used one OTP twice',
      say: 'Every code from the app works once. Please wait for the next one, at most half a minute.',
      next: 'Let the caller sign with the next code.',
    },
    'old-app-entry': {
      name: 'an old entry in the app',
      say: 'There is an old entry in your app. Please delete it and use the newest one.',
      next: 'Let the caller delete the old entry and sign once.',
    },
    'other-certificate': {
      name: 'the code of another certificate',
      say: 'You have several entries in the app. Please use the one with the serial number of this certificate.',
      next: 'Read the end of the serial number out to the caller; let them pick that entry and sign once.',
    },
    'wrong-app': {
      name: 'the code comes from something else',
      say: 'Please open the ECSigner app itself and use the six digits under this certificate.',
      next: 'Ask which app was used to scan, and which entry is shown; compare the phone’s clock with yours: one that is off by hours is not recognised.',
    },
    'otp-mistyped': {
      name: 'mistyped an OTP',
      say: 'Please type the next code from the app before it changes.',
      next: 'Let the caller try the next code once.',
    },
    'reset-not-set-up': {
      name: 'it was reset, and not set up anew since',
      say: 'Your activation was reset, so the codes from the old entry in the app no longer work. Please ask for an SMS code in the portal; I will lead you through.',
      next: 'Lead the caller through: SMS code, QR, a new entry in the app; the old one can be deleted.',
    },
    'already-active': {
      name: 'it is active already',
      say: 'Your signature is active. You can sign with the next code from the app.',
      next: 'Ask what does not work when signing: ECSigner Desktop has to be running.',
    },
    'many-locks': {
      name: 'locked again and again',
      say: 'I would like to make sure that it is really you who is trying.',
      next: 'Be careful: verify with a call-back; freeze the activation when in doubt.',
    },
  },
  proof: {
    certificate: ({ status, since }) => `certificate ${words.certificate[status]}, ${moment(since)}`,
    'account-blocked': ({ since }) => `account blocked since ${moment(since)}`,
    frozen: ({ since, by }) => `activation frozen since ${moment(since)}: ${words.freezeCause[by]}`,
    disabled: ({ since }) => `activation ${words.activation.disabled} since ${moment(since)}`,
    number: ({ e164 }) => (e164 === null ? 'no number on file' : `number on file ${spacedPhone(e164)}`),
    'number-usable-from': ({ at }) => `the number is usable from ${moment(at)}`,
    'outage-recognised': ({ operator, from, until }) =>
      `${operator}: outage recognised, ${until === null ? `since ${moment(from)}` : `from ${moment(from)} to ${moment(until)}`}`,
    'others-on-operator': ({ operator, sent, failed, median, trouble }) => {
      if (!trouble) {
        const half = median === null ? '' : `, half arrive within ${duration(median)}`;
        return `${operator}, all others lately: ${failed} of ${sent} SMS failed${half}`;
      }
      const { since, sent: meanwhile, median: slow } = trouble;
      const fare =
        slow === null
          ? `nothing arrives (${meanwhile} SMS)`
          : `half of ${meanwhile} SMS take ${duration(slow)} or longer`;
      return `${operator}, all others since ${time(since)}: ${fare}`;
    },
    'sent-to': ({ attempt, e164 }) => `SMS attempt ${attempt}: sent to ${spacedPhone(e164)}`,
    delivered: ({ attempt, after, until }) =>
      `SMS attempt ${attempt}: delivered after ${duration(after)}, good until ${time(until)}, no code was typed`,
    'delivered-late': ({ attempt, after }) => `SMS attempt ${attempt}: delivered after ${duration(after)}`,
    undelivered: ({ attempt, operator, cause, said, lasts, taken }) => {
      const why = cause ? `${words.receiptCause[cause]}${lasts ? ` (${words.lasts[lasts]})` : ''}` : 'no receipt';
      const where = operator ? ` (${operator}${taken ? '' : ' did not take it'})` : '';
      return `SMS attempt ${attempt}: not delivered${where}, ${why}${said ? `, ${rawReceipt(said)}` : ''}`;
    },
    superseded: ({ attempt, after }) =>
      `SMS attempt ${attempt}: void after ${duration(after)}, because another code was asked for`,
    waiting: ({ attempt, for: since }) => `SMS attempt ${attempt}: waiting for ${duration(since)}`,
    typed: ({ kind, times: count }) => `${codes[kind]}: ${times(count)}`,
    refused: ({ code, times: count, lastAt }) =>
      `the portal answered “${refusalName[code]}”: ${times(count)}, last ${moment(lastAt)}`,
    qr: ({ state, since }) => `${windows[state]} ${moment(since)}`,
    otps: ({ cause, times: count, lastAt }) => `${otps[cause]}: ${times(count)}, last ${moment(lastAt)}`,
    clock: ({ ahead }) => `the phone’s clock is about ${duration(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}`,
    reset: ({ at }) => `reset ${moment(at)}, and no code asked for since`,
    'active-since': ({ since }) => `active since ${moment(since)}`,
    locks: ({ count, within }) => `locked ${times(count)} within ${duration(within)}`,
  },
  question: {
    'what-do-you-see': 'What do you see on the screen right now, word for word?',
    'which-step': 'Which step did you take last: Certificates, List, QR Code, Send SMS code?',
    'which-app': 'Which app on the phone shows the code, and what stands above it?',
    'which-number': 'On which phone number do you expect the SMS?',
  },
};
