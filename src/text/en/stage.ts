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
    belongs: (what: string) => `refused, as the story wants: ${what}`,
    smsMissing: 'This SMS is not on the phone.',
    broke: (what: string) => `The story cannot go on: ${what}`,
    again: (key: string) => `${key} plays it anew with another customer.`,
    begin: (play: string, step: string) => `${play} plays, ${step} makes one step at a time.`,
    freely: (act: string, fault: string, play: string) =>
      `${act}: what the subscriber does. ${fault}: trouble. ${play} lets time run.`,
    refused: (what: string) => `Refused: ${what}`,
    nothingDue: 'Nothing is due: no message on its way, no deadline running.',
    leave: 'The training clock runs at normal speed again.',
    cannotBegin: (what: string) => `The story cannot begin: ${what}`,
    working: 'One moment…',
  },

  act: {
    title: 'What does the subscriber do?',
    items: {
      sendCode: 'Send SMS code',
      rightCode: 'Enter the code of the newest SMS',
      wrongCode: 'Enter a wrong code',
      previousCode: 'Enter the code of the SMS before',
      swappedCode: 'Enter the code with two digits swapped',
      showQr: 'Show the “Secret” QR',
      scan: 'Scan the QR',
      closeWindow: 'Close the window with the QR',
      sign: 'Sign a document',
      signWithWrongOtp: 'Sign with a wrong OTP',
      signWithSameOtp: 'Sign with the OTP of the signature before',
      checkSignature: 'Verify the signature',
      checkChanged: 'Verify it over a changed document',
      installApp: 'Install the app',
      choosePin: 'Choose the PIN of the app',
      openApp: 'Open the app with its PIN',
      wrongPin: 'Open the app with a wrong PIN',
      reinstallApp: 'Remove the app and install it again',
      startDesktop: 'Start ECSigner Desktop',
      stopDesktop: 'End ECSigner Desktop',
    },
  },
  fault: {
    title: 'What goes wrong?',
    items: {
      outage: 'Operator: outage',
      operatorLate: 'Operator: SMS take 6 min 12 s',
      operatorBusy: 'Operator: network crowded',
      operatorNormal: 'Operator: back to normal',
      crowd: 'Operator: others ask for codes too',
      late: 'This phone: SMS takes 6 min 12 s',
      lost: 'This phone: SMS never arrives',
      phoneOff: 'This phone: switched off',
      phoneOn: 'This phone: switched on again',
      absent: 'This phone: not reachable',
      inboxFull: 'This phone: memory full',
      wrongNumber: 'This phone: number unknown to the operator',
      barred: 'This phone: incoming SMS barred',
      rejected: 'This phone: operator rejects SMS',
      normal: 'This phone: back to normal',
      clockFast: 'Phone’s clock 4 min fast',
      clockRight: 'Phone’s clock right again',
      losePhone: 'Phone lost',
      newPhone: 'New phone, same number',
      newNumber: 'New number, same phone',
      suspend: 'Certificate suspended',
      revoke: 'Certificate revoked for good',
    },
  },

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
    veiled: 'Here the subscriber sees the secret QR. Support never does.',
    none: 'No secret QR is open on the portal now.',
    tooLarge: (key: string) => `The QR needs more room than here: ${key} shows it on the whole screen.`,
    hint: 'Scan it with a real authenticator. Any key goes back.',
  },
};
