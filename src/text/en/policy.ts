import type { SettingName } from '../../domain/policy-settings.ts';

const meanings: Readonly<Record<SettingName, string>> = {
  'sms.codeDigits': 'digits of an SMS code',
  'sms.codeValid': 'how long an SMS code is valid',
  'sms.wrongEntriesPerCode': 'wrong entries of one code',
  'sms.failuresToLock': 'failed SMS attempts in a row that lock',
  'sms.resendNotBefore': 'earliest time for another code',
  'sms.codesPerPhone': 'codes to one phone number',
  'sms.codesPerPhoneWindow': '… within this time',
  'otp.windowSteps': 'time steps that an OTP may be off',
  'otp.failuresToLock': 'wrong OTPs in a row that lock',
  'otp.explainSteps': 'time steps searched to explain a wrong OTP',
  'otp.qrVisible': 'how long the secret QR is shown',
  'otp.supersededKept': 'how long an old secret is kept, sealed',
  'support.unlocksWithoutApproval': 'unlocks without approval',
  'support.unlockWindow': '… within this time',
  'support.verificationValid': 'how long a verification is valid',
  'support.verificationPoints': 'points a verification needs',
  'support.verificationSurvivesHandOver': 'a verification goes along with a hand-over',
  'support.approvalValid': 'how long a request waits for a yes',
  'support.emergencyValid': '… in an emergency',
  'support.coolDown': 'nothing is asked for again after a no before',
  'support.disputeValid': 'how long “this was not me” may be answered',
  'support.patterns.within': 'patterns are looked for within',
  'support.patterns.samePair': 'approvals by the same pair that are a pattern',
  'support.patterns.manyResets': 'resets by one agent that are a pattern',
  'support.newPhoneUsableAfter': 'a new phone number is used after',
  'support.idleLock': 'an idle console locks after',
  'support.stuckAfter': 'a walkthrough says “stuck” after',
  'support.passwordFailuresToLock': 'wrong passwords that lock an agent',
  'support.shortestPassword': 'characters of the shortest password',
  lifetimeFailures: 'failures in all that disable an activation',
  suspensionLasts: 'a suspension becomes a revocation after',
  clockMayLag: 'how far the clock may go back',
  outageExcusesFailures: 'a recognised outage excuses failures',
  'queue.waitingLong': 'the queue says “waiting long” after',
  'queue.expiringSoon': 'the queue says “expiring soon” before',
  keepYears: 'years that log and attempts are kept; nothing is deleted before, nor by itself',
};

/** The policy and its settings. */
export const policy = {
  meanings,
  columns: { name: 'Setting', value: 'Value', usual: 'Usual', meaning: 'What it is' },
  switch: { on: 'yes', off: 'no' },
  set: (name: string, value: string) => `${name} is ${value} from now on, for everybody who works on this database.`,
  unknown: (name: string) => `There is no setting “${name}”. All of them: ecsc policy list`,
  number: (name: string, least: string, most: string) => `${name} is a whole number from ${least} to ${most}.`,
  duration: (name: string, least: string, most: string) =>
    `${name} is a duration from ${least} to ${most}, written like 90s, 5m, 24h or 7d.`,
  either: (name: string) => `${name} is yes or no.`,
  groups: { policy: 'the numbers of the policy' },
  commands: {
    'policy list': {
      summary: 'show every number of the policy, and what is usual',
      examples: ['ecsc policy list', 'ecsc policy list --json'],
    },
    'policy set': {
      summary: 'set one number of the policy, for everybody, on record in the audit log',
      examples: [
        'ecsc policy set sms.codeValid 10m --note "slow operator, agreed with security"',
        'ecsc policy set outageExcusesFailures no --note "…"',
      ],
    },
  },
};
