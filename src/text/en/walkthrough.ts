import { momentsIn } from '../moments.ts';

const { countdown, duration } = momentsIn('en');

/** The walk to a signature that works, with the caller on the line. */
export const walkthrough = {
  title: 'Walkthrough',
  step: (number: number, of: number, name: string) => `Step ${number} of ${of}: ${name}`,
  say: (number: number, of: number) => `Say (${number} of ${of})`,
  firstSentence: 'This is the first sentence.',
  lastSentence: 'This is the last sentence of the step; the next step comes by itself.',
  expect: 'Then',
  slips: 'Common slips',
  portal: 'The caller’s portal',
  phone: 'The caller’s phone',
  asRecorded: 'from the record; ask what the caller really sees',
  secretHidden: 'QR code: for the caller only',
  left: (milliseconds: number) => `${countdown(milliseconds)} left`,
  over: 'time is up',
  alarms: {
    stuck: (milliseconds: number) => `At this step for ${duration(milliseconds)}: ask what is on the screen.`,
    'attempt-failed': () => 'The last attempt did not work: see the slips, and go slowly.',
    'window-closed': () => 'The “Secret” window closed before the code was scanned: a new SMS code is needed.',
    'scanned-perhaps': () =>
      'The “Secret” window is closed: does the app show this certificate? Then sign once; if not, a new SMS code is needed.',
    'not-proven': () => 'Scanned, but not proven yet: only the first signature shows that it works.',
  },
  steps: {
    'send-code': {
      name: 'send the SMS code',
      say: [
        'Please log in to the customer portal.',
        'Open the tab Certificates, then List.',
        'Next to your certificate, press the icon QR Code.',
        'Do you have the phone with your number at hand? Then press Send SMS code.',
      ],
      expect: 'The portal asks for the SMS code; this screen moves on by itself.',
      slips: [
        'Looks for QR Code under Software instead of Certificates.',
        'Has two certificates and takes the expired one.',
        'Presses Send SMS code twice: the first code is void then.',
      ],
    },
    'wait-for-sms': {
      name: 'wait for the SMS',
      say: [
        'The SMS can take up to five minutes. Please do not press anything in the portal.',
        'Meanwhile: is the ECSigner app on your phone? If not, install it from the app store.',
        'Open the app. It asks for a PIN of four digits, twice; keep it for yourself.',
      ],
      expect: 'The operator reports the SMS as delivered; this screen moves on by itself.',
      slips: ['The phone is in flight mode or has no signal.', 'The SMS lies among messages from unknown senders.'],
    },
    'enter-code': {
      name: 'type the code',
      say: [
        'The SMS has arrived. Do not read the code out to me.',
        'Type the code from the newest SMS into the portal and press Confirm.',
      ],
      expect: 'The portal says that the code is confirmed.',
      slips: ['Types the code of an earlier SMS.', 'Swaps two digits.', 'Types the PIN of the app instead.'],
    },
    'show-qr': {
      name: 'open the “Secret” window',
      say: [
        'Have the phone ready, with the ECSigner app open.',
        'Press Show the QR code. The window is shown once: do not close it.',
      ],
      expect: 'The “Secret” window with the QR code is open.',
      slips: ['Opens the window before the app is installed: it closes by itself after five minutes.'],
    },
    scan: {
      name: 'scan the QR code',
      say: [
        'In the app press +, and point the camera at the QR code.',
        'Does the app show a code of six digits? Do not tell me which. Then you may close the window.',
      ],
      expect: 'The app has an entry that shows a new code every thirty seconds.',
      slips: [
        'Scans with the phone’s camera or another authenticator instead of ECSigner.',
        'Closes the window before scanning.',
        'The app may not use the camera: allow it in the phone’s settings.',
      ],
    },
    prove: {
      name: 'sign once',
      say: [
        'Start ECSigner Desktop and log in as in the portal.',
        'In SecureDoc add any file and press Sign files, then Cryptographic devices.',
        'Choose your certificate and press OK.',
        'Type the code that the app shows now, and press OK before it changes.',
      ],
      expect: 'The signature is accepted: the activation is proven.',
      slips: [
        'ECSigner Desktop does not run: no certificate is found.',
        'The phone’s clock is wrong: the codes are, too. Set it to automatic.',
        'Uses an old entry in the app, or the same code twice.',
      ],
    },
    done: {
      name: 'done',
      say: [
        'It works: your signature is active.',
        'Each signature needs a fresh code from the app. Keep the PIN to yourself.',
      ],
      expect: 'Nothing more: close the case.',
      slips: [],
    },
  },
  barriers: {
    locked: {
      name: 'The activation is locked.',
      say: 'I have to unlock the activation first. Please let me verify who you are.',
    },
    frozen: {
      name: 'The activation is frozen on suspicion.',
      say: 'The activation was stopped for safety. A supervisor has to look into it before we go on.',
    },
    disabled: {
      name: 'The activation is disabled after too many failures.',
      say: 'The activation has to be reset. I shall ask a supervisor for it.',
    },
    certificate: {
      name: 'The certificate is not valid now.',
      say: 'Your certificate cannot be used at the moment, so it cannot be activated either.',
    },
    account: {
      name: 'The account is blocked.',
      say: 'Your account is blocked, so I cannot take you further. I shall pass this on.',
    },
    'no-phone': {
      name: 'There is no phone number on file.',
      say: 'There is no number on file that an SMS could be sent to. Let us begin with a number.',
    },
    'phone-too-new': {
      name: 'The new number takes no codes yet.',
      say: 'Your number was changed a short while ago. I shall tell you from when a code can be sent to it.',
    },
  },
};
