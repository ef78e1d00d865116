import { counted } from '../plural.ts';

const things = {
  account: 'account',
  certificate: 'certificate',
  activation: 'activation of',
  'support-case': 'case',
  agent: 'agent',
  operator: 'operator',
  'sms-attempts': 'SMS attempts of',
  'otp-secret': 'OTP secret of',
} as const;

/** The examination of a whole database. Findings are told with where they are; `next` says what to do about their kind. */
export const doctor = {
  steps: {
    file: 'Examining the file',
    references: 'Examining what refers to what',
    log: 'Checking the audit log',
    policy: 'Comparing the policy with the audit log',
    things: 'Comparing accounts with the audit log',
  },
  sound: (accounts: number, entries: number) =>
    `The database is sound: ${counted('en', accounts, { one: 'account', other: 'accounts' })} and ${counted('en', entries, { one: 'audit entry', other: 'audit entries' })}, each account as the log tells it.`,
  found: (count: number) =>
    `${counted('en', count, { one: 'thing is', other: 'things are' })} wrong with this database:`,
  more: (count: number) => `… and ${count} more.`,
  left: 'The file is too damaged to look at the rest.',
  file: (detail: string) => `file: ${detail}`,
  reference: (table: string, row: number | null) =>
    `table ${table}${row === null ? '' : `, row ${row}`}: refers to a row that is not there`,
  log: (entry: number, why: string) => `audit log, entry ${entry}: ${why}`,
  policy: (setting: string, stands: string | null, logged: string | null) =>
    `policy, ${setting}: ${stands ?? 'not set'} in the database, ${logged ?? 'not set'} in the audit log`,
  policyIllegible: 'policy: what was set cannot be read',
  place: (thing: keyof typeof things, id: string, customerId: string | null) =>
    `${things[thing]} ${id}${customerId === null || customerId === id ? '' : ` (${customerId})`}`,
  fault: {
    differs: (fields: string) => `not as the audit log tells it (${fields})`,
    unreadable: () => 'its rows cannot be read, or one of them is gone',
    'not-in-log': () => 'stands in the database, but not in the audit log',
    astray: (fields: string) => `the search or the sweep passes it by (${fields})`,
    'does-not-open': () => 'no key opens it',
  },
  next: {
    file: 'Keep the file as it is and restore the last backup, with its keys.',
    reference: 'Rows were deleted by another program: restore the last backup, with its keys.',
    log: 'Change nothing more in this database, keep a copy, and tell whoever is responsible for security.',
    policy:
      'The policy was changed past the program: other rules may be in force than anybody has set. Find out who could write to the file, tell whoever is responsible for security, restore the last backup, with its keys.',
    thing:
      'Rows were changed past the program. The audit log holds what happened: ecsc audit list ID shows it. Keep a copy, tell whoever is responsible for security, restore the last backup.',
  },
};
