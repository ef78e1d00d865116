import * as v from 'valibot';
import type { ActivationStatus } from '../domain/activation.ts';
import type { Fact } from '../domain/audit.ts';
import { causes } from '../domain/diagnosis.ts';
import { attemptOutcomes } from '../domain/sms-attempt.ts';
import { proofs, ticketPattern } from '../domain/support-case.ts';
import {
  callers,
  callQuestions,
  castAccounts,
  castCertificates,
  castPeople,
  castPhones,
  moods,
  type Scenario,
} from './scenario.ts';
import { moveSchema, storyMoveSchema, supportMoveSchema } from './scenario-moves.ts';
import { count, listOf, MOST_MOVES, NEEDS_CALL, NOT_A_TICKET, oneOf, record, said } from './scenario-values.ts';

const LARGEST_CROWD = 50;

const statuses = [
  'inactive',
  'awaiting_code',
  'awaiting_otp',
  'active',
  'locked',
  'frozen',
  'disabled',
] as const satisfies readonly ActivationStatus[];

/** Facts that an ending may speak of. */
const tellableFacts = [
  'sms-code-requested',
  'wrong-code-entered',
  'otp-secret-issued',
  'secret-qr-shown',
  'qr-window-closed',
  'activation-proven',
  'document-signed',
  'otp-refused',
  'activation-locked',
  'activation-unlocked',
  'activation-frozen',
  'activation-reset',
  'approval-requested',
  'approval-granted',
  'approval-rejected',
  'case-opened',
  'case-closed',
  'caller-verified',
  'caller-verification-failed',
  'phone-change-requested',
  'phone-changed',
  'certificate-suspended',
  'certificate-revoked',
  'account-blocked',
  'account-unblocked',
] as const satisfies readonly Fact['type'][];

const answers = v.optional(
  record(Object.fromEntries(callQuestions.map((question) => [question, v.optional(said)]))),
  {},
);

const groups = {
  cast: {
    person: oneOf(castPeople),
    phone: v.optional(oneOf(castPhones), 'mobile'),
    certificate: v.optional(oneOf(castCertificates), 'valid'),
    account: v.optional(oneOf(castAccounts), 'open'),
    ready: v.optional(v.boolean(), true),
    colleague: v.optional(v.boolean(), false),
    crowd: v.optional(count(LARGEST_CROWD), 0),
  },
  call: {
    ticket: v.pipe(v.string(), v.regex(ticketPattern, NOT_A_TICKET), v.description('a ticket number: `INC-20931`')),
    mood: oneOf(moods),
    caller: v.optional(oneOf(callers), 'subscriber'),
    words: said,
    knows: v.optional(listOf(oneOf(proofs), proofs.length), []),
    wrong: v.optional(listOf(oneOf(proofs), proofs.length), []),
    answers,
  },
  ending: {
    activation: oneOf(statuses),
    attempts: v.optional(v.nullable(listOf(oneOf(attemptOutcomes), MOST_MOVES)), null),
    signatures: v.optional(count(MOST_MOVES), 0),
    facts: v.optional(listOf(oneOf(tellableFacts), tellableFacts.length), []),
    never: v.optional(listOf(oneOf(tellableFacts), tellableFacts.length), []),
  },
};

/** The groups of a file, and the file itself; docs/SCENARIOS.md is written from them. */
export const parts = {
  file: {
    title: said,
    teaches: said,
    cast: record(groups.cast),
    before: listOf(storyMoveSchema, MOST_MOVES),
    call: v.optional(v.nullable(record(groups.call)), null),
    cause: v.optional(v.nullable(oneOf(causes)), null),
    support: v.optional(listOf(supportMoveSchema, MOST_MOVES), []),
    after: v.optional(listOf(moveSchema, MOST_MOVES), []),
    ending: record(groups.ending),
  },
  ...groups,
};

/** A scenario as a trainer writes it; everything but its name, which is the file's. */
export const scenarioSchema: v.GenericSchema<unknown, Omit<Scenario, 'name'>> = v.pipe(
  record(parts.file),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.call) return;
    const { cause, support } = dataset.value;
    if (cause !== null) addIssue({ message: NEEDS_CALL, expected: 'cause' });
    if (support.length > 0) addIssue({ message: NEEDS_CALL, expected: 'support' });
  }),
);
