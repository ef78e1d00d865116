import { momentsIn } from '../moments.ts';
import { counted, type Forms } from '../plural.ts';
import { cliHelp } from './cli-help.ts';
import { interrupted, misuse } from './cli-misuse.ts';

const { duration, moment, timeExact } = momentsIn('en');
const number = (count: number, forms: Forms) => counted('en', count, forms);
const records: Forms = { one: 'record', other: 'records' };

/** What the command line says when nothing goes wrong. */
export const cli = {
  help: cliHelp,
  misuse,
  interrupted,
  /** Column and field names. */
  fields: {
    case: 'case',
    customer: 'Customer',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    login: 'Login',
    language: 'Language',
    account: 'Account',
    certificate: 'Certificate',
    certificates: 'Certs',
    activation: 'Activation',
    subject: 'Subject',
    identity: 'Identity',
    validity: 'Valid',
    reason: 'Why',
    since: 'Since',
    failures: 'Failures',
    number: 'No.',
    requested: 'Requested',
    delivered: 'Delivered',
    wrongEntries: 'Wrong codes',
    outcome: 'Outcome',
    took: 'Took',
    entry: 'Entry',
    at: 'When',
    who: 'Who',
    command: 'What',
    result: 'Result',
    agent: 'Agent',
    role: 'Role',
    status: 'Status',
    password: 'Password',
    scope: 'For',
    effect: 'Effect',
    file: 'File',
  },
  none: '—',
  yes: 'yes',
  no: 'no',
  find: {
    nothing: (query: string) => `Nobody was found for “${query}”.`,
    more: (limit: number) => `Only the first ${limit} are shown; type more letters to narrow it down.`,
  },
  show: {
    inARow: (sms: number, otp: number) =>
      `in a row: ${number(sms, { one: 'failed SMS attempt', other: 'failed SMS attempts' })}, ${number(otp, { one: 'wrong OTP', other: 'wrong OTPs' })}`,
    noAttempts: 'No SMS code was ever asked for.',
    noCertificates: 'No certificate.',
    caseOpen: (caseId: string, ticket: string, agent: string) =>
      `Open case ${caseId}: ticket ${ticket}, agent ${agent}`,
    blockedSince: (at: number) => `blocked since ${moment(at)}`,
    approvalPending: (action: string, by: string, until: number) =>
      `Waiting for approval: ${action}, asked for by ${by}, until ${moment(until)}`,
    phonePending: (by: string, until: number) =>
      `Phone change waiting for approval, asked for by ${by}, until ${moment(until)}`,
    left: (milliseconds: number) => `${duration(milliseconds)} left`,
  },
  queue: {
    empty: 'Nobody needs help now.',
    counts: (total: number) => `${number(total, { one: 'subscriber needs', other: 'subscribers need' })} help.`,
    expires: (at: number) => `expires ${moment(at)}`,
  },
  unlock: {
    done: (name: string, serial: string) => `Unlocked: the activation of ${name}, certificate ${serial}.`,
    caseOpened: (caseId: string, ticket: string) =>
      `Case ${caseId} for ticket ${ticket}; the caller verification is on record.`,
    told: (text: string) => `The subscriber is told: “${text}”`,
    next: 'Next: the subscriber asks for a new SMS code in the portal and enters it within 5 minutes.',
    nextOtp: 'Next: the subscriber signs with the OTP that the app shows now.',
    password: (agent: string) => `Password of ${agent}: `,
  },
  approvals: {
    none: 'Nothing waits for approval.',
    askedBy: 'Asked by',
    until: 'Until',
    ticket: 'Ticket',
    why: 'Why',
    asked: (action: string, until: number) =>
      `Asked for approval: ${action}. A supervisor, who is somebody else, decides until ${moment(until)}.`,
  },
  audit: {
    empty: 'There is no entry.',
    more: (before: number) => `Older entries: --before ${before}`,
    checking: 'Checking the audit log',
    intact: (entries: number) => `The audit log is intact: ${number(entries, { one: 'entry', other: 'entries' })}.`,
    head: (hash: string) => `Head: ${hash}`,
    broken: (seq: number, why: string) => `The audit log is NOT intact. First bad entry: no. ${seq}; ${why}.`,
    brokenNext: 'Change nothing more in this database, keep a copy, and tell whoever is responsible for security.',
  },
  init: {
    making: 'Making the database',
    done: (path: string, realm: string) => `A new database (${realm}) is ready: ${path}`,
    keys: (path: string) => `Its keys are in ${path}. Back both up, apart from each other.`,
    nextLive: (path: string) => `Next: ecsc agents add NAME --name "First Last" --role agent --db ${path}`,
    nextTraining: (path: string) => `Next: ecsc --db ${path}`,
  },
  seed: {
    seeding: 'Making subscribers',
    done: (accounts: number, path: string) =>
      `${number(accounts, { one: 'subscriber', other: 'subscribers' })} made in ${path}.`,
  },
  agents: {
    none: 'There are no agents.',
    added: (agent: string, role: string) => `Added: ${agent} (${role}).`,
    ownUnknown: (agent: string, id: string) =>
      `No account has the customer id ${id} yet: until one is imported, ${agent} is kept from no account. If it is a mistake, disable ${agent} and add the colleague anew.`,
    disabled: (agent: string) => `Disabled: ${agent}. It is in force at the agent’s next action.`,
    enabled: (agent: string) => `Enabled: ${agent}.`,
    role: (agent: string, role: string) => `${agent} now is: ${role}.`,
    password: (agent: string) => `The password of ${agent} was set.`,
    ask: (agent: string, least: number) =>
      `New password for ${agent}, at least ${number(least, { one: 'character', other: 'characters' })}: `,
    again: 'Once more: ',
    noPasswords: 'In a training database nobody has a password.',
  },
  portal: {
    sent: (phone: string, deadline: number) =>
      `An SMS code is on its way to ${phone}; it can be entered until ${timeExact(deadline)}.`,
    inboxNext: (serial: string) => `Look into the phone: ecsc phone inbox ${serial}`,
    askCode: 'Code from the SMS: ',
    confirmed: 'The code is right. The “Secret” QR is waiting; do not close the window before it was scanned.',
    qrNext: (serial: string) => `Show it: ecsc portal qr ${serial}`,
    qrCaption: 'Scan with the app, then press Enter: the QR is gone.',
    qrShown: 'The QR was shown. It is not shown again.',
    scanNext: (serial: string) => `Scan it: ecsc phone scan ${serial}`,
    closed: 'The window is closed.',
  },
  phone: {
    empty: (address: string) => `No messages for ${address}.`,
    askNewPin: 'Choose a 4-digit PIN for the app: ',
    askPinAgain: 'The same PIN once more: ',
    askPin: 'PIN of the app: ',
    scanned: (entry: number, label: string) => `Scanned. Entry ${entry} in the app: ${label}`,
    otp: (otp: string, milliseconds: number) => `${otp}  (${duration(milliseconds)} left)`,
    skew: (milliseconds: number) =>
      milliseconds === 0
        ? 'The phone’s clock is right.'
        : `The phone’s clock is ${duration(Math.abs(milliseconds))} ${milliseconds > 0 ? 'ahead' : 'behind'}.`,
  },
  desktop: {
    askOtp: 'OTP from the app: ',
    signed: (file: string) => `Signed: ${file}`,
    verify: (file: string) =>
      `Check it: openssl cms -verify -binary -inform DER -in ${file}.p7s -content ${file} -CAfile ${file}.ca.pem -purpose any -out /dev/null`,
    valid: (file: string) => `The signature is valid; ${file} has not changed since.`,
    signer: (signer: string, moment: string) => `Signed on ${moment} by ${signer}`,
  },
  clock: {
    now: (at: number) => `Training time: ${moment(at)} (${timeExact(at)})`,
    speed: (speed: number) => `It runs ${speed} times as fast as real time.`,
    paused: 'It stands still. Let it run again: ecsc clock resume',
    behind: (at: number) => `The audit log is ahead of this clock: OTPs are refused until ${moment(at)}.`,
  },
  network: {
    ticked: (taken: number, delivered: number, failed: number) =>
      `Taken over: ${taken}, delivered: ${delivered}, failed: ${failed}`,
    normal: 'No rules: messages arrive within 2 to 8 seconds.',
    set: (scope: string, effect: string) => `From now on, ${scope}: ${effect}.`,
    all: 'all',
    effects: {
      normal: () => 'delivered as usual',
      late: ({ by }: { readonly by: number }) => `delivered after ${duration(by)}`,
      busy: () => 'slow, and some get lost',
      outage: () => 'the operator is out: messages wait until it is back',
      lost: () => 'taken by the operator and lost',
      'phone-off': () => 'the phone is off: messages wait until it is on again',
      absent: () => 'not delivered, the number cannot be reached',
      'wrong-number': () => 'not delivered, the operator does not know the number',
      'inbox-full': () => 'not delivered, the phone’s memory is full',
      barred: () => 'not delivered, incoming SMS are barred',
      rejected: () => 'rejected by the operator',
    },
    cleared: 'rule removed',
  },
  sweep: {
    done: (settled: number) =>
      `Written down: ${number(settled, { one: 'deadline that passed', other: 'deadlines that passed' })}.`,
  },
  import: {
    reading: 'Importing',
    total: (files: number) => `all (${number(files, { one: 'file', other: 'files' })})`,
    counts: {
      records: 'records',
      accepted: 'accepted',
      unchanged: 'unchanged',
      conflicting: 'conflicting',
      rejected: 'rejected',
      skipped: 'left out',
    },
    flags: {
      phoneChanged: (count: number) => `${number(count, records)} with another phone number: reported, not applied`,
      landline: (count: number) => `${number(count, records)} with a landline, which receives no SMS`,
    },
    conflict: (record: number, customer: string, field: string, stored: string, given: string) =>
      `record ${record}, ${customer}: ${field} stays “${stored}”, the file says “${given}”`,
    moreConflicts: (count: number) =>
      `… and ${number(count, { one: 'more difference', other: 'more differences' })}; all of them with --json`,
    reject: (file: string, record: number, field: string, reason: string) =>
      `rejected: ${file}, record ${record}, ${field}: ${reason}`,
    moreRejects: (count: number) =>
      `… and ${number(count, { one: 'more rejected record', other: 'more rejected records' })}`,
    severalSubscribers:
      'Several accounts have this e-mail address. Import the portal’s export with this certificate first.',
    rejects: (file: string) => `Rejected records, each with its reason: ${file}`,
    dryRun: 'Rehearsal: nothing was written.',
    interrupted: (done: number) =>
      `Interrupted between two transactions. Accepted so far and safely in: ${number(done, records)}. Run the same command again to go on.`,
  },
};
