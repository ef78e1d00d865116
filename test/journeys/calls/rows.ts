import type { CallRow } from './call-row.ts';

const toldOnly = ['why', 'verify', 'close'] as const;
const nothingToUnlock = ['unlock it, to be on the safe side', 'not-locked'] as const;
const invalid = ['unlock it, to be on the safe side', 'certificate-not-valid'] as const;
const noLoneReset = ['reset alone, as a supervisor', 'same-person'] as const;
const notUnverified = ['unlock without asking who calls', 'caller-not-verified'] as const;
const notOnKnowledge = ['ask for a reset on what anybody may know', 'possession-needed'] as const;

/** Every scenario that ships with the program, as an agent works its call. */
export const rows: readonly CallRow[] = [
  // What became of the SMS
  {
    story: 'three-failures',
    from: 'queue',
    deeds: ['unlock'],
    outcome: 'Verified and unlocked; the next SMS arrives and the caller signs.',
    cannot: [notUnverified, ['unlock twice for one call', 'not-locked'], noLoneReset],
  },
  {
    story: 'sms-late',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told: one failure is no lock, the next code arrives.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'sms-lost',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told: one failure is no lock, the next code arrives.',
    cannot: [nothingToUnlock, notOnKnowledge],
  },
  {
    story: 'phone-off',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to switch the phone on; the next code arrives.',
    cannot: [nothingToUnlock, ['another number on what anybody may know', 'possession-needed']],
  },
  {
    story: 'inbox-full',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to make room for messages; the next code arrives.',
    cannot: [nothingToUnlock, ['another number on what anybody may know', 'possession-needed']],
  },
  {
    story: 'operator-outage',
    from: 'queue',
    deeds: ['recogniseOutage', 'unlock'],
    outcome: 'A supervisor recognises the outage, so that no further attempt counts; the agent unlocks.',
    cannot: [['recognise the outage as an agent', 'not-permitted'], notUnverified],
  },
  {
    story: 'second-lock',
    from: 'queue',
    deeds: ['unlock'],
    outcome: 'The operator lifts its barring, then the second and last unlock of the day.',
    cannot: [notUnverified, ['reset alone, as an agent', 'not-permitted']],
  },
  {
    story: 'third-lock',
    from: 'queue',
    deeds: ['askUnlock', 'approve'],
    outcome: 'Unlocked a third time, by a supervisor who saw why.',
    cannot: [['unlock once more alone', 'approval-needed'], noLoneReset],
  },
  {
    story: 'too-soon',
    from: 'search',
    deeds: ['why'],
    outcome: 'Told to wait a minute; the message comes. Nothing is said about the account, so nobody is verified.',
    cannot: [nothingToUnlock, ['ask for a reset without asking who calls', 'caller-not-verified']],
  },
  // What was typed
  {
    story: 'wrong-code',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told where the code stands; the next one is typed rightly.',
    cannot: [nothingToUnlock, notOnKnowledge],
  },
  {
    story: 'previous-code',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to read the newest message; the same attempt succeeds.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'digits-swapped',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told which two digits to look at; the same attempt succeeds.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  // The QR code and the app
  {
    story: 'qr-window-closed',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to ask for a new code and to leave the window open.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'phone-clock-off',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to set the clock of the phone; the next OTP is right.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'otp-reused',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to wait for the next number; it signs.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'old-entry',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to delete the old entry in the app; the new one signs.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'wrong-otp',
    from: 'queue',
    deeds: ['unlock'],
    outcome: 'Unlocked, once it is clear which app the numbers come from; the secret stays.',
    cannot: [notUnverified, notOnKnowledge],
  },
  {
    story: 'pin-forgotten',
    from: 'search',
    deeds: ['askReset', 'approve'],
    outcome: 'Reset with a supervisor’s yes; activated anew in the reinstalled app.',
    cannot: [notOnKnowledge, noLoneReset],
  },
  {
    story: 'phone-lost',
    from: 'search',
    deeds: ['freeze', 'askReset', 'approve'],
    outcome:
      'Frozen at once, so that the lost phone signs nothing; reset with a supervisor’s yes and activated anew on another.',
    cannot: [notOnKnowledge, noLoneReset],
  },
  {
    story: 'bridge-stopped',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told to start ECSigner Desktop; the certificate is there again.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  {
    story: 'already-active',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified and told that there is nothing to do.',
    cannot: [nothingToUnlock, noLoneReset],
  },
  // Number, account, certificate
  {
    story: 'landline',
    from: 'search',
    deeds: ['askNumber', 'approveAtOnce'],
    outcome: 'A mobile number in place of the landline, with a supervisor’s yes.',
    cannot: [
      ['another number on what anybody may know', 'possession-needed'],
      ['another number alone, as a supervisor', 'same-person'],
    ],
  },
  {
    story: 'new-number',
    from: 'search',
    deeds: ['askNumber', 'approveAtOnce'],
    outcome: 'The new number, with a supervisor’s yes; the old one is told.',
    cannot: [
      ['another number on what anybody may know', 'possession-needed'],
      ['another number alone, as a supervisor', 'same-person'],
    ],
  },
  {
    story: 'account-blocked',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified, told who decides, handed over.',
    cannot: [
      ['unlock it, to be on the safe side', 'account-blocked'],
      ['open the account again', 'not-permitted'],
    ],
  },
  {
    story: 'certificate-expired',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified, told, handed over for a new certificate.',
    cannot: [invalid, noLoneReset],
  },
  {
    story: 'certificate-suspended',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified, told that the certificate authority alone lifts it, and by when.',
    cannot: [['lift the suspension', 'not-permitted'], invalid],
  },
  {
    story: 'certificate-revoked',
    from: 'search',
    deeds: toldOnly,
    outcome: 'Verified, told, handed over for a new certificate.',
    cannot: [invalid, ['lift the suspension', 'not-permitted']],
  },
  // Who calls
  {
    story: 'impostor',
    from: 'search',
    deeds: ['refuse', 'abort'],
    outcome: 'Two wrong answers recorded, the call broken off, the activation frozen, the supervisors alarmed.',
    cannot: [
      ['another number without asking who calls', 'caller-not-verified'],
      ['another number on what anybody may know', 'possession-needed'],
    ],
  },
  {
    story: 'colleague',
    from: 'queue',
    deeds: ['unlock'],
    outcome: 'Verified and unlocked like anybody else, by somebody else.',
    cannot: [['help oneself', 'own-account'], notUnverified],
  },
  {
    story: 'happy-path',
    from: 'search',
    deeds: [],
    outcome: 'Nobody has to call.',
    cannot: [nothingToUnlock, noLoneReset],
  },
];
