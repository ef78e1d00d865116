import type { Change } from '../../domain/foresight.ts';
import type { ApprovalPattern } from '../../domain/read-models.ts';
import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import { spacedPhone } from '../spaced-phone.ts';
import { words } from './words.ts';

const { moment } = momentsIn('en');
const number = (count: number, forms: Forms) => counted('en', count, forms);
const counters = {
  consecutiveFailures: 'Failed SMS attempts in a row',
  wrongOtps: 'Wrong OTPs in a row',
  lifetimeFailures: 'Failures in its lifetime',
} as const;
const secrets = {
  revoked: 'The OTP secret is revoked: its entry in the app never works again. This cannot be undone.',
  kept: 'The OTP secret stays as it is.',
  none: 'There is no OTP secret; none is issued.',
} as const;

/** What is about to change and what has to be watched: before → after, broken-off calls, two people, patterns. */
export const safety = {
  change: (change: Change): string => {
    switch (change.what) {
      case 'status':
        return `Activation: ${words.activation[change.from]} → ${words.activation[change.to]}${change.to === 'frozen' ? ` (${words.activationMeaning.frozen})` : ''}`;
      case 'counter':
        return `${counters[change.counter]}: ${change.from} → ${change.to}`;
      case 'secret':
        return secrets[change.becomes];
      case 'attempt-ended':
        return `SMS attempt ${change.number}, still open, ends here: its code no longer works.`;
      case 'request':
        switch (change.becomes) {
          case 'waiting':
            return change.emergency
              ? `EMERGENCY: the request waits for two supervisors until ${moment(change.until)}; no other change.`
              : `The request waits for a supervisor, who is somebody else, until ${moment(change.until)}; no other change.`;
          case 'half-approved':
            return 'The first of two yeses: nothing else changes before another supervisor agrees.';
          case 'over':
            return 'The waiting request ends.';
        }
        break;
      case 'cooling-down':
        return 'Requests on this account are over; new ones have to wait some hours.';
      case 'phone':
        return `Phone number: ${change.from ? spacedPhone(change.from.e164) : 'none'} → ${change.to ? spacedPhone(change.to.e164) : 'none'}`;
      case 'phone-usable-from':
        return `Codes go to it from ${moment(change.at)}.`;
      case 'account':
        return `Account: ${words.account[change.to]}`;
    }
  },
  toldTo: (sms: number, email: number): string =>
    [sms > 0 ? (sms > 1 ? `SMS to ${sms} numbers` : 'SMS') : '', email > 0 ? 'e-mail' : '']
      .filter(Boolean)
      .join(' and '),
  told: (by: string, text: string) => `The subscriber is told by ${by}: “${text}”`,
  toldShort: (by: string) => `The subscriber is told by ${by}; the answer “not me” freezes it.`,
  toldOnly: (by: string) => `The subscriber is told by ${by}.`,
  toldNobody: 'Nobody can be told: neither a mobile number nor an e-mail address is on file.',
  atOnce: (key: string) => `${key}: a yes by which codes go to the new number at once.`,
  wouldBeRefused: (what: string, next: string) => `It would be refused: ${what} ${next}`,
  now: 'Now',
  afterYes: 'After a yes',
  noSupervisor: 'There is no other supervisor who could agree.',
  emergency: 'EMERGENCY',
  emergencyOn: (valid: string) =>
    `EMERGENCY: no cool-down, two supervisors, ${valid}, flagged in the audit. E takes it back.`,
  emergencyHint: 'If it cannot wait: E asks as an emergency, which takes two supervisors.',
  firstYes: (by: string) => `${by} has said yes; one more supervisor is needed.`,
  possession:
    'Something only the subscriber has is missing: a call-back, a reply from the e-mail on file, or a visit a supervisor records.',
  callBack: 'A call-back proves nothing here: there is no number on file, or it is new and does not count yet.',
  phoneStep: 'New number',
  phoneHint: 'As the caller says it; without a country code it is Polish.',
  phoneWrong: 'This is not a phone number.',
  phoneLandline: 'This is a landline; it receives no SMS.',
  phoneRead: (e164: string, kind: string) => `${e164} · ${kind}`,
  phoneAsked: (e164: string) => `Asked for: ${spacedPhone(e164)}`,
  words: 'Caller’s words',
  wordsHint: 'Tab: what the caller said, word for word (may stay empty)',

  abort: {
    title: 'Abort the call',
    why: 'Why are you breaking it off?',
    effects: 'This happens at once',
    caseClosed: 'Your case of this call is closed; what was checked so far is recorded.',
    alarm: 'Every supervisor sees it in the queue and with the approvals.',
    question: (name: string) => `Abort and freeze the activation of ${name}? Press y.`,
    done: (name: string) => `Aborted. The activation of ${name} is frozen.`,
    say: 'I cannot help you with this today. You will be contacted at the address we have on file. Goodbye.',
    next: 'Hang up. You need not explain anything, and nobody will hold it against you.',
    failed: 'Not aborted',
  },
  frozenDone: (name: string) => `Frozen. Nothing goes on with the activation of ${name}.`,
  frozenSay: 'For your safety the activation has been stopped. A supervisor will look at it.',

  evidence: 'Grounds',
  points: (have: number) => number(have, { one: 'point', other: 'points' }),
  counters: (failures: number, otps: number, lifetime: number, unlocks: number) =>
    `${number(failures, { one: 'failed SMS attempt', other: 'failed SMS attempts' })} in a row, ${number(otps, { one: 'wrong OTP', other: 'wrong OTPs' })}, ${number(lifetime, { one: 'failure', other: 'failures' })} in its lifetime, ${number(unlocks, { one: 'unlock', other: 'unlocks' })}`,
  foundThen: 'Cause then',
  alarms: (count: number) => number(count, { one: 'alarm', other: 'alarms' }),
  pattern: (pattern: ApprovalPattern, within: string): string => {
    switch (pattern.what) {
      case 'same-pair':
        return `${pattern.approvedBy} approved ${pattern.count} requests of ${pattern.requestedBy} within ${within}`;
      case 'many-resets':
        return `${pattern.requestedBy} was granted ${pattern.count} resets within ${within}`;
      case 'emergencies':
        return `${pattern.requestedBy} asked for ${number(pattern.count, { one: 'granted emergency', other: 'granted emergencies' })} within ${within}`;
    }
  },
  question: {
    unlock: (name: string) => `Unlock the activation of ${name}? Press y.`,
    'ask-unlock': (name: string) => `Ask a supervisor to unlock the activation of ${name}? Press y.`,
    'ask-reset': (name: string) => `Ask a supervisor to reset the activation of ${name}? Press y.`,
    'ask-phone': (name: string) => `Ask a supervisor for another number for ${name}? Press y.`,
    freeze: (name: string) => `Freeze the activation of ${name}? Press y.`,
  },
  decide: {
    reset: (name: string) => `Reset the activation of ${name}?`,
    unlock: (name: string) => `Unlock the activation of ${name} once more?`,
    'phone-change': (name: string) => `Another phone number for ${name}?`,
  },
  half: (name: string) => `Your yes is recorded. ${name} now waits for a second supervisor.`,
};
