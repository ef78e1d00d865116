import { counted, type Forms } from '../plural.ts';

const number = (count: number, forms: Forms) => counted('en', count, forms);
const points: Forms = { one: 'point', other: 'points' };

/** What the console says, screen by screen. */
export const consoleTexts = {
  product: 'ECSigner support',
  realmHint: { live: 'real subscribers', training: 'fictional data' },
  tooSmall: ({ columns, rows }: { readonly columns: number; readonly rows: number }) =>
    `This window is ${columns}×${rows}. The console needs at least 80×24: please enlarge it, nothing is lost.`,
  notATerminal: 'The console needs a terminal. For scripts there are commands: ecsc --help',
  idleKey: (key: string, help: string) => `${key} does nothing here now. ${help} shows the keys that work.`,
  clockStands: 'The training clock stands still, so nothing arrives. It runs again with: ecsc clock resume',
  failed: (what: string) => `Something went wrong on our side: ${what}. Nothing was changed.`,
  loading: 'One moment…',

  unreadable: (what: string) =>
    `The database does not answer: ${what}. What you see may be out of date. The console keeps asking by itself; nothing is lost.`,

  meanwhile: {
    changed: 'This has just changed. Below is how it is now.',
    lookAgain: 'This changed while you were at it: see how it is now, and press Enter.',
    notDone: 'Nothing was done: it changed at that very moment. Look at it again.',
  },

  signIn: {
    title: 'Sign in',
    chooseWho: 'Who are you in this training?',
    nobody: 'There are no agents in this database yet. An administrator adds them with: ecsc agents add',
    name: 'User name',
    password: 'Password',
    checking: 'Checking…',
    nameMissing: 'Type your user name first.',
    signedOut: 'You are signed out.',
    noLongerEnabled: 'Your access has been withdrawn; you are signed out.',
  },

  locked: {
    title: 'Locked',
    explained: 'The console is locked and hides what was on it. Your work is still there.',
    resumeTraining: (name: string) => `Press Enter to go on as ${name}.`,
    resumeLive: (name: string) => `Password of ${name}:`,
  },

  queue: {
    title: 'Queue',
    subscriber: 'Subscriber',
    reason: 'Why',
    since: 'Since',
    phone: 'Phone',
    certificate: 'Certificate',
    failures: 'Failures',
    empty: 'Nobody is waiting. Whoever gets locked or waits too long appears here by themselves.',
    ago: (duration: string) => duration,
    endsIn: (duration: string) => `in ${duration}`,
    counts: {
      'not-me': (count: number) => `not me ${count}`,
      'aborted-call': (count: number) => `aborted ${count}`,
      'locked-sms': (count: number) => `SMS locks ${count}`,
      'locked-otp': (count: number) => `OTP locks ${count}`,
      frozen: (count: number) => `frozen ${count}`,
      'waiting-for-sms': (count: number) => `waiting ${count}`,
      'expiring-soon': (count: number) => `expiring ${count}`,
    },
  },

  search: {
    title: 'Search',
    prompt: 'Find',
    subscriber: 'Subscriber',
    email: 'E-mail',
    phone: 'Phone',
    customerId: 'Customer',
    certificates: 'Cert.',
    activation: 'Activation',
    hint: [
      'Type any part of what the caller tells you:',
      '  a name or a piece of it, with or without Polish letters (lukasz finds Łukasz)',
      '  given and family name in either order (anna kow)',
      '  the digits of a phone number, its beginning or its end',
      '  an e-mail address, a customer id (EC-…), the beginning of a serial number',
    ],
    none: (query: string) => `Nobody found for “${query}”.`,
    noneNext: 'Try fewer letters, another spelling, the end of the phone number or the customer id.',
    count: (count: number, limit: number): string =>
      count >= limit ? `first ${limit}, type more to narrow down` : number(count, { one: 'hit', other: 'hits' }),
    noCertificate: 'no certificate',
  },

  account: {
    title: 'Account',
    gone: 'This account does not exist.',
    phone: 'Phone',
    noPhone: 'none on file',
    phoneUsableFrom: (moment: string) => `SMS codes only from ${moment}`,
    email: 'E-mail',
    login: 'Login',
    language: 'Language',
    blockedSince: (moment: string) => `blocked since ${moment}`,
    certificates: 'Certificates',
    noCertificates: 'No certificate is registered for this account.',
    serial: 'Serial number',
    validUntil: 'Valid until',
    status: 'Certificate',
    activationColumn: 'Activation',
    activation: 'Activation',
    since: (moment: string, duration: string) => `since ${moment} (${duration})`,
    cause: (cause: string) => `by ${cause}`,
    failuresInARow: (count: number, limit: number) => `${count} of ${limit} failed SMS attempts in a row`,
    wrongOtps: (count: number, limit: number) => `${count} of ${limit} wrong OTPs in a row`,
    codeRunsFor: (countdown: string) => `the code is good for another ${countdown}`,
    qrState: (state: string) => `secret QR: ${state}`,
    coolingDown: (moment: string) => `a request was rejected or a call aborted: a new one only from ${moment}`,
    approvalPending: (action: string, by: string) => `approval pending: ${action}, asked for by ${by}`,
    attempts: 'SMS attempts',
    noAttempts: 'No SMS code has been asked for yet.',
    attempt: (count: number) => `No. ${count}`,
    requested: (time: string) => `requested ${time}`,
    accepted: (time: string) => `accepted ${time}`,
    notTaken: (operator: string) => `not taken by ${operator}`,
    submitted: (time: string, operator: string) => `taken ${time} by ${operator}`,
    held: (time: string, cause: string, raw: string) => `kept by the operator ${time}: ${cause} (${raw})`,
    delivered: (time: string, duration: string, raw: string) => `delivered ${time}, after ${duration} (${raw})`,
    deliveredLate: (time: string, duration: string, raw: string) =>
      `delivered ${time}, after ${duration}: too late (${raw})`,
    undelivered: 'no delivery receipt',
    failed: (cause: string, said: string) => `not delivered: ${cause} (${said})`,
    entered: (time: string, duration: string) => `code entered ${time}, after ${duration}`,
    wrongEntries: (count: number) => number(count, { one: 'wrong entry', other: 'wrong entries' }),
    ended: (time: string, duration: string) => `ended ${time}, after ${duration}`,
    left: (countdown: string) => `${countdown} left`,
    notCounted: (operator: string) => `not counted: outage of ${operator}`,
    audit: 'Audit of this account',
    noAudit: 'Nothing has been recorded for this account yet.',
    caller: 'Open case',
    nextToSay: 'Next',
    next: {
      inactive: 'Ask the caller to press “Send SMS code” in the portal.',
      awaiting_code: 'Ask the caller to wait for the SMS and to type the newest code.',
      awaiting_otp: 'Ask the caller to scan the QR; if its window is closed, to ask for a new code.',
      active: 'Nothing to do: the caller can sign with the next OTP.',
      locked: 'Verify the caller and unlock (u).',
      frozen: 'Frozen on suspicion: only a reset approved by a supervisor helps.',
      disabled: 'Too many failures: only a reset approved by a supervisor helps.',
    },
  },

  unlock: {
    titles: {
      verify: 'Verify the caller',
      unlock: 'Unlock',
      'ask-unlock': 'Ask for an unlock',
      'ask-reset': 'Ask for a reset',
      'ask-phone': 'Another phone number',
      freeze: 'Freeze',
    },
    whom: (name: string, customerId: string) => `${name} · ${customerId}`,
    certificate: (serial: string, validUntil: string) => `certificate ${serial}, valid until ${validUntil}`,
    frozenSince: (cause: string, moment: string, duration: string) => `frozen (${cause}) since ${moment} (${duration})`,
    lockedSince: (cause: string, moment: string, duration: string) =>
      `locked by ${cause} since ${moment} (${duration})`,
    steps: { ticket: 'Ticket', verify: 'Verify the caller', reason: 'Reason', confirm: 'Confirm' },
    ticketHint: 'The number of the ticket for this call, for example INC-20931',
    ticketWrong: 'A ticket number has 2 to 32 letters, digits or # / - _ and begins with a letter or digit.',
    verifyHint: 'Ask, compare, tick. Space: right answer. x: wrong answer. Never ask for a code, PIN or password.',
    points: (have: number, needed: number) => `${number(have, points)}, ${needed} needed`,
    pointsMissing: (missing: number) => `${number(missing, points)} missing: check one more thing with the caller.`,
    someFailed: 'A wrong answer was marked: press f to record the failed verification, or take the mark back with x.',
    nothingMarked: 'Mark with x what the caller answered wrong, or press Esc to go back.',
    onFile: (value: string) => `on file: ${value}`,
    elsewhere: 'compare with the contract',
    inAudit: 'compare with the audit',
    reasonHint: {
      unlock: 'Why is it being unlocked?',
      'ask-unlock': 'Why should it be unlocked once more?',
      'ask-reset': 'Why is a reset needed?',
      'ask-phone': 'Why is another number needed?',
      freeze: 'Why are you freezing it?',
    },
    note: 'Note',
    noteHint: 'what the caller said, in a few words',
    noteMissing: 'A note is needed: a few words that a colleague understands.',
    clears: (cause: 'sms' | 'otp', count: number): string =>
      cause === 'sms'
        ? `The ${number(count, { one: 'failed SMS attempt', other: 'failed SMS attempts' })} in a row are cleared; the activation goes back to the start.`
        : `The ${number(count, { one: 'wrong OTP', other: 'wrong OTPs' })} in a row are cleared; the caller can go on with the next OTP.`,
    cleared: (cause: 'sms' | 'otp', count: number): string =>
      cause === 'sms'
        ? `${number(count, { one: 'failed SMS attempt', other: 'failed SMS attempts' })} cleared; the activation is back at the start.`
        : `${number(count, { one: 'wrong OTP', other: 'wrong OTPs' })} cleared; the next OTP counts again.`,
    stays: (hasSecret: boolean): string =>
      hasSecret ? 'The OTP secret stays as it is.' : 'There is no OTP secret yet; none is issued.',
    rests: (proofs: string, ticket: string) => `It rests on: ${proofs}; ticket ${ticket}.`,
    told: (text: string) => `The subscriber is told: “${text}”`,
    allowance: (left: number, within: string): string =>
      left === 1
        ? `This is the last unlock within ${within} without a supervisor.`
        : `${number(left, { one: 'unlock', other: 'unlocks' })} within ${within} left without a supervisor, this one included.`,
    resets:
      'The OTP secret is revoked and every counter set to 0; the subscriber activates anew, from the SMS code on.',
    needsYes: (moment: string) =>
      `Nothing changes until a supervisor, who is somebody else, approves it; it waits until ${moment}.`,
    working: 'One moment…',
    done: (name: string) => `Unlocked. ${name} can go on.`,
    oneNo: (pause: string) => `One no ends it; nothing can be asked for again within ${pause}.`,
    asked: 'Asked for approval.',
    waitsUntil: (moment: string) =>
      `It is on the supervisors’ list until ${moment}. Nothing has changed so far; the account shows what becomes of it.`,
    sayAsked: 'I have asked a supervisor to look at it. As soon as it is decided you will get a message from us.',
    changed: 'What changed',
    say: 'Say to the caller',
    sayNext: {
      sms: 'Please press “Send SMS code” again and type the newest code within 5 minutes. I will stay on the line.',
      otp: 'Please wait for the next code in the app and use it once.',
    },
    failureRecorded: 'The failed verification is recorded. Nothing was changed for the caller.',
    verified: (name: string, until: string) => `Verified: the caller is ${name}. Valid until ${until}.`,
    verifiedNext:
      'The case is open. What you do next for this caller rests on it; when there is nothing to change, explain what is wrong and close the case (C).',
    failureNext: 'End the call politely; let the subscriber call back with the contract at hand.',
    refused: {
      verify: 'Not recorded',
      unlock: 'Not unlocked',
      'ask-unlock': 'Not asked for',
      'ask-reset': 'Not asked for',
      'ask-phone': 'Not asked for',
      freeze: 'Not frozen',
    },
    notChanged: 'Nothing was changed.',
  },

  approvals: {
    title: 'Approvals',
    one: 'Approval',
    what: 'Asked for',
    whom: 'Subscriber',
    askedBy: 'Asked by',
    askedAt: (agent: string, moment: string) => `${agent}, ${moment}`,
    left: 'Time left',
    until: (duration: string, moment: string) => `${duration}, until ${moment}`,
    ticket: 'Ticket',
    reason: 'Reason',
    certificate: 'Certificate',
    proofs: 'Caller proved',
    noProofs: 'nothing that is still known',
    proven: (proofs: string, have: number) => `${proofs} (${number(have, points)})`,
    effects: 'A yes means',
    told: {
      'approve-request': (name: string) => `Approved and carried out for ${name}; the subscriber is told.`,
      'reject-request': (name: string) => `Rejected. Nothing was changed for ${name}.`,
    },
    decided: 'Nothing waits here any more: it was decided, or its time is over.',
    empty: 'Nothing waits for approval. What agents ask for appears here by itself.',
    waiting: (count: number) => `approvals ${count}`,
  },

  audit: {
    title: 'Audit',
    when: 'When',
    who: 'Who',
    what: 'What',
    whom: 'Whom',
    empty: 'The audit log is empty.',
  },

  why: {
    noCertificateChosen: 'There is no certificate to unlock on this account.',
  },
};
