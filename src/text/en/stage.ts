import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';
import { cli } from './cli.ts';

const { duration, countdown } = momentsIn('en');

const scopes = { phone: 'this phone', operator: 'this operator', all: 'all operators' };

type TypedCode = 'right' | 'wrong' | 'previous' | 'swapped' | 'one-off';
type TypedOtp = 'next' | 'same' | 'wrong' | 'of-first-entry';
interface NetworkMove {
  readonly scope: keyof typeof scopes;
  readonly effect: keyof typeof cli.network.effects;
  readonly by: number;
}

/** What the stage says around the subscriber's own screens. */
export const stage = {
  title: 'Stage',
  whyNot: {
    live: 'The stage shows simulated subscribers; it opens in a training database only.',
    role: 'The stage is for trainers and supervisors: it shows a simulated subscriber’s secret QR.',
  },
  panes: {
    portal: 'Account portal',
    phone: 'Phone',
    computer: 'Computer',
    network: 'SMS network',
    support: 'What support sees',
  },

  stories: {
    title: 'Which story?',
    free: { title: 'Free play', teaches: 'A new customer, and you are the subscriber: a acts, f makes trouble.' },
    teaches: 'Teaches',
    steps: (count: number) => counted('en', count, { one: 'step', other: 'steps' }),
    none: 'No story here. Esc goes back.',
  },

  story: {
    paused: 'paused',
    playing: 'playing',
    over: 'the story is over',
    free: 'free play',
    step: (done: number, all: number) => `step ${done} of ${all}`,
    nextIn: (left: number) => `next in ${countdown(left)}`,
    waiting: (left: number) => `waiting, ${countdown(left)} left`,
    next: 'Next',
    said: (words: string) => `“${words}”`,
    belongs: (what: string) => `refused, as the story wants: ${what}`,
    broke: (what: string) => `The story cannot go on: ${what}`,
    again: (key: string) => `${key} plays it anew with another customer.`,
    begin: (play: string, step: string) => `${play} plays, ${step} makes one step at a time.`,
    freely: (act: string, fault: string, play: string) =>
      `${act}: what the subscriber does. ${fault}: trouble. ${play} lets time run.`,
    refused: (what: string) => `Refused: ${what}`,
    nothingDue: 'Nothing is due: no message on its way, no deadline running.',
    leave: 'The training clock runs at normal speed again.',
    cannotBegin: (what: string) => `The story cannot begin: ${what}`,
    working: 'One moment …',
  },

  act: { title: 'What does the subscriber do?' },
  fault: { title: 'What goes wrong?' },

  network: {
    none: 'No message yet.',
    code: (number: number) => `code ${number}`,
    notice: 'notice',
    leaving: 'waits to leave',
    gateway: 'in our gateway',
    taken: 'with the operator',
    held: (cause: string) => `kept by the operator: ${cause}`,
    delivered: 'delivered',
    late: 'delivered too late',
    failed: (cause: string) => `not delivered: ${cause}`,
    others: (operator: string, count: number) =>
      `${operator}: ${counted('en', count, { one: 'message', other: 'messages' })} of others on the way`,
    rule: (scope: string, effect: string) => `${scope}: ${effect}`,
    everybody: 'all operators',
    thisPhone: 'this phone',
  },

  qr: {
    none: 'No secret QR is open on the portal now.',
    tooLarge: (key: string) => `The QR needs more room than here: ${key} shows it on the whole screen.`,
    hint: 'Scan it with a real authenticator. Any key goes back.',
  },

  /** What is about to happen, or has happened: each kind of move in the words that a story uses when it has none of its own. */
  moves: {
    'send-code': () => 'The subscriber clicks “Send SMS code”: a code leaves for the number on file.',
    'wait-for-sms': () => 'The SMS is on its way; the code is good for 5 minutes from the click.',
    wait: ({ milliseconds }: { readonly milliseconds: number }) => `${duration(milliseconds)} pass.`,
    'enter-code': ({ which }: { readonly which: TypedCode }) =>
      ({
        right: 'The subscriber types the code of the newest SMS.',
        wrong: 'The subscriber types a wrong code.',
        previous: 'The subscriber types the code of the SMS before: it is dead.',
        swapped: 'The subscriber swaps two digits of the code.',
        'one-off': 'The subscriber gets one digit of the code wrong.',
      })[which],
    'show-qr': () => 'The portal shows the “Secret” QR. It is shown once.',
    scan: () => 'The subscriber scans the QR with the app: from now on it shows OTPs.',
    'close-window': () => 'The subscriber closes the window: what was not scanned is gone.',
    sign: ({ otp }: { readonly otp: TypedOtp }) =>
      ({
        next: 'The subscriber signs a document in SecureDoc with the OTP of the app.',
        same: 'The subscriber signs again with the same OTP: each works once.',
        wrong: 'The subscriber types a wrong OTP.',
        'of-first-entry': 'The subscriber takes the OTP of the old entry in the app.',
      })[otp],
    'phone-clock': ({ skew }: { readonly skew: number }) =>
      skew === 0
        ? 'The phone’s clock is put right.'
        : `The phone’s clock is now ${duration(Math.abs(skew))} ${skew > 0 ? 'fast' : 'slow'}.`,
    network: ({ scope, effect, by }: NetworkMove) =>
      `From now on, ${scopes[scope]}: ${cli.network.effects[effect]({ by })}.`,
    'crowd-sends-code': () => 'Others on the same operator ask for their codes too.',
    'suspend-certificate': () => 'The certificate authority suspends the certificate.',
    'revoke-certificate': () => 'The certificate authority revokes the certificate for good.',
    ring: () => 'The subscriber calls support.',
    'open-case': () => 'The agent opens a case for the call.',
    verify: ({ failed }: { readonly failed: readonly unknown[] }): string =>
      failed.length > 0
        ? 'The agent asks for proofs; the caller gets some wrong, and that is recorded.'
        : 'The agent verifies the caller: nothing is changed for anyone who was not.',
    unlock: () => 'The agent unlocks: the failed attempts in a row are cleared.',
    'ask-approval': ({ action }: { readonly action: 'reset' | 'unlock' }): string =>
      action === 'reset'
        ? 'The agent asks a supervisor for a reset: an agent alone may not.'
        : 'The agent asks a supervisor for one more unlock: an agent alone may not.',
    approve: () => 'The supervisor, who is somebody else, looks at the evidence and says yes.',
    reject: () => 'The supervisor says no.',
    freeze: () => 'The agent freezes the activation on suspicion.',
    'ask-phone-change': () => 'The agent asks a supervisor for the new phone number.',
    'approve-phone-change': () => 'The supervisor approves the new phone number.',
    'recognise-outage': () => 'The supervisor recognises the operator’s outage: what fails by it does not count.',
    'end-outage': () => 'The supervisor ends the operator’s outage.',
    tell: () => 'The agent says it to the caller.',
    'pass-time': ({ milliseconds }: { readonly milliseconds: number }) => `${duration(milliseconds)} pass.`,
    'close-case': () => 'The agent closes the case.',
  },
};
