import type { ReasonCode } from '../../domain/situation.ts';
import type { Proof } from '../../domain/support-case.ts';
import { momentsIn } from '../moments.ts';
import { words } from './words.ts';

const { duration } = momentsIn('en');
const proofs = (list: readonly Proof[]) => list.map((proof) => words.proof[proof]).join(', ');

interface NetworkMove {
  readonly effect: keyof typeof effects;
  readonly by: number;
  readonly scope: keyof typeof scopes;
}

/** What happens on the stage, and why it matters: a sentence or two for each move. */
export const scenarioMoves = {
  'log-in': ({ password }: { readonly password: 'right' | 'wrong' }) =>
    password === 'right'
      ? 'The subscriber logs in to the portal with login and password.'
      : 'The subscriber mistypes the portal’s password: capital letters count.',
  open: ({ page }: { readonly page: 'software' | 'certificates' | 'qr-code' }) =>
    ({
      software: 'The subscriber opens the tab “Software”: everything that is to be installed is there.',
      certificates: 'The subscriber opens the tab “Certificates”, where their certificates are listed.',
      'qr-code': 'The subscriber clicks the “QR Code” icon of the certificate: the activation begins there.',
    })[page],
  install: ({ what }: { readonly what: 'app' | 'desktop' | 'secure-doc' }) =>
    ({
      app: 'The subscriber installs the ECSigner app on the phone: it will make the OTP codes.',
      desktop: 'The subscriber installs ECSigner Desktop, the bridge between the key in the cloud and this computer.',
      'secure-doc': 'The subscriber installs SecureDoc 2.0, the program that signs.',
    })[what],
  'choose-pin': () => 'First launch of the app: the subscriber chooses a 4-digit PIN and types it twice.',
  'open-app': ({ pin }: { readonly pin: 'right' | 'wrong' }) =>
    pin === 'right'
      ? 'The subscriber opens the app with its PIN.'
      : 'The subscriber types a PIN that is not the app’s. Nobody can look it up: it never leaves the phone.',
  'reinstall-app': () => 'The app is removed and installed again. Its entries are gone, and with them the OTP codes.',
  'start-desktop': ({ password }: { readonly password: 'right' | 'wrong' }) =>
    password === 'right'
      ? 'ECSigner Desktop starts, the subscriber logs in, and it goes on in the background.'
      : 'ECSigner Desktop starts, and the subscriber mistypes the password.',
  'stop-desktop': () => 'The subscriber ends ECSigner Desktop: without it SecureDoc sees no certificate.',
  'send-code': () => 'The subscriber clicks “Send SMS code”. From now on the code is good for five minutes.',
  'wait-for-sms': () => 'The SMS arrives on the phone.',
  wait: ({ milliseconds }: { readonly milliseconds: number }) => `${duration(milliseconds)} go by.`,
  'enter-code': ({ which }: { readonly which: 'right' | 'wrong' | 'previous' | 'swapped' | 'one-off' }) =>
    ({
      right: 'The subscriber types the code of the newest SMS and confirms it.',
      wrong: 'The subscriber types a code that was never sent. Three wrong entries end the attempt.',
      previous: 'The subscriber types the code of the SMS before: only the newest counts.',
      swapped: 'The subscriber swaps two neighbouring digits of the code.',
      'one-off': 'The subscriber mistypes one digit of the code.',
    })[which],
  'show-qr': () => 'The portal shows the “Secret” QR, once, and says not to close the window.',
  scan: () => 'In the app: “+”, and the camera on the QR. The app can make OTP codes now.',
  'close-window': () => 'The subscriber closes the window. Whatever was not scanned by now is gone.',
  sign: ({ otp }: { readonly otp: 'next' | 'same' | 'wrong' | 'of-first-entry' }) =>
    ({
      next: 'In SecureDoc the subscriber signs a document with the OTP that the app shows now.',
      same: 'The subscriber types the OTP of the signature before: each one works only once.',
      wrong: 'The subscriber types an OTP that does not come from this entry of the app.',
      'of-first-entry': 'The subscriber takes the OTP of the old entry, whose secret counts no more.',
    })[otp],
  'check-signature': ({ document }: { readonly document: 'unchanged' | 'changed' }) =>
    document === 'unchanged'
      ? 'SecureDoc verifies the signature: who signed, when, and that the document is still the same.'
      : 'Somebody changes one letter of the signed document. SecureDoc verifies the signature, and it no longer holds.',
  'phone-clock': ({ skew }: { readonly skew: number }) =>
    skew === 0
      ? 'The phone takes the time from the network again: its clock is right.'
      : `The phone’s clock is ${duration(Math.abs(skew))} ${skew > 0 ? 'fast' : 'slow'}. OTP codes depend on the time.`,
  'switch-phone': ({ to }: { readonly to: 'on' | 'off' }) =>
    to === 'off' ? 'The phone is switched off: no SMS reaches it.' : 'The phone is switched on again.',
  'lose-phone': () => 'The phone is gone, with its SIM card and the app on it.',
  'new-phone': () => 'A new phone with the same number. The app is not on it, and neither is the secret.',
  'new-number': () => 'A SIM card of another number goes into the phone. An SMS to the old number reaches nobody.',
  network: ({ effect, by, scope }: NetworkMove) => effects[effect](scopes[scope], duration(by)),
  'crowd-sends-code': () => 'Other subscribers on the same operator ask for codes too.',
  'suspend-certificate': () => 'The certificate authority suspends the certificate; for seven days at most.',
  'revoke-certificate': () => 'The certificate authority revokes the certificate. There is no way back.',
  ring: () => 'The subscriber calls technical support.',
  'open-case': () => 'The agent opens a case for the ticket: everything that follows is on record under it.',
  verify: ({ passed, failed }: { readonly passed: readonly Proof[]; readonly failed: readonly Proof[] }) =>
    failed.length === 0
      ? `Before anything is changed the agent verifies the caller: ${proofs(passed)}.`
      : `The agent verifies the caller, who fails: ${proofs(failed)}. That is on record now too.`,
  unlock: ({ reason }: { readonly reason: ReasonCode }) =>
    `The agent unlocks the activation (${words.reason[reason]}): the failed attempts are cleared, a secret stays.`,
  'ask-approval': ({ action }: { readonly action: 'reset' | 'unlock' }) =>
    action === 'reset'
      ? 'A reset revokes the secret, so no agent does it alone: a supervisor is asked.'
      : 'One unlock too many for one day: a supervisor is asked.',
  approve: () => 'A supervisor, who is somebody else, reads the evidence and says yes. It happens in the same moment.',
  reject: () => 'A supervisor reads the evidence and says no. Nothing is changed.',
  freeze: () => 'On suspicion the agent freezes the activation: nothing goes on until a supervisor has looked at it.',
  'ask-phone-change': () =>
    'The agent asks a supervisor for the new number: codes must not go where the agent alone says.',
  'approve-phone-change': ({ usable }: { readonly usable: 'at-once' | 'later' }) =>
    usable === 'at-once'
      ? 'A supervisor approves the new number, usable at once.'
      : 'A supervisor approves the new number. It can be used from tomorrow, and the old one is told.',
  'recognise-outage': ({ ago }: { readonly ago: number }) =>
    `A supervisor records the operator’s outage, since ${duration(ago)} ago. Attempts that fail by it do not count.`,
  'end-outage': () => 'The operator works again, and the outage is closed.',
  tell: () => 'The agent explains, and says what to do next.',
  'pass-time': ({ milliseconds }: { readonly milliseconds: number }) => `${duration(milliseconds)} go by.`,
  'close-case': () => 'The agent closes the case.',
};

const scopes = {
  phone: 'this phone',
  operator: 'everybody on this operator',
  all: 'everybody',
};

const effects = {
  late: (whose: string, by: string) => `The network is slow for ${whose}: an SMS takes ${by}.`,
  busy: (whose: string) => `The network is crowded for ${whose}: messages are slow, and some get lost.`,
  outage: (whose: string) => `The operator is out, for ${whose}: messages wait in our gateway until it is back.`,
  lost: (whose: string) => `The operator takes messages for ${whose}, and they never arrive.`,
  'phone-off': (whose: string) => `For ${whose}: switched off. The operator keeps messages until it is on again.`,
  absent: (whose: string) => `Messages reach nobody, for ${whose}: the operator reports that at once.`,
  'wrong-number': (whose: string) => `The operator does not know the number, for ${whose}.`,
  'inbox-full': (whose: string) => `Messages for ${whose} find no room: the memory is full.`,
  barred: (whose: string) => `Incoming SMS are barred for ${whose}: the operator turns them back.`,
  rejected: (whose: string) => `The operator rejects messages for ${whose}.`,
  normal: (whose: string) => `The network is back to normal for ${whose}.`,
};
