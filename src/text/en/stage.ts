import { momentsIn } from '../moments.ts';
import { counted } from '../plural.ts';

const { countdown } = momentsIn('en');

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
};
