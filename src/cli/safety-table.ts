import { abortCauses } from '../domain/activation.ts';
import { reasonCodes } from '../domain/situation.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const cert: ArgumentSpec = { name: 'CERT' };
const as: OptionSpec = { name: 'as', value: 'AGENT', required: true };
const passwordStdin: OptionSpec = { name: 'passwordStdin' };
const words: OptionSpec = { name: 'words', value: 'TEXT' };

/** What a change for a caller rests on. */
export const call: readonly OptionSpec[] = [
  as,
  { name: 'ticket', value: 'T', required: true },
  { name: 'reason', value: 'CODE', required: true, choices: reasonCodes },
  { name: 'note', value: 'TEXT', required: true },
  { name: 'verified', value: 'PROOFS', required: true },
  words,
  passwordStdin,
];
/** Who acts, and in live their password. */
export const asAgent: readonly OptionSpec[] = [as, passwordStdin];
const deciding: readonly OptionSpec[] = [...asAgent, { name: 'phoneChange' }];

const approvals = () => import('./commands/approvals.ts');
const stop = () => import('./commands/stop.ts');
const accountBlock = () => import('./commands/account-block.ts');

/** What takes two people, and what stops everything at once. */
export const safetyTable: readonly CommandSpec[] = [
  { path: 'approvals list', load: async () => (await approvals()).listApprovals },
  {
    path: 'approvals ask',
    arguments: [cert],
    options: [
      { name: 'action', value: 'ACTION', required: true, choices: ['reset', 'unlock', 'phone-change'] },
      { name: 'phone', value: 'NUMBER' },
      { name: 'emergency' },
      ...call,
    ],
    load: async () => (await approvals()).askApproval,
  },
  {
    path: 'approvals approve',
    arguments: [cert],
    options: [...deciding, { name: 'atOnce' }],
    load: async () => (await approvals()).approve,
  },
  { path: 'approvals reject', arguments: [cert], options: deciding, load: async () => (await approvals()).reject },
  {
    path: 'freeze',
    arguments: [cert],
    options: call.filter(({ name }) => name !== 'verified'),
    load: async () => (await stop()).freeze,
  },
  {
    path: 'abort',
    arguments: [cert],
    options: [
      as,
      { name: 'cause', value: 'CAUSE', choices: abortCauses },
      { name: 'ticket', value: 'T' },
      passwordStdin,
    ],
    load: async () => (await stop()).abort,
  },
  {
    path: 'account block',
    arguments: [{ name: 'ID' }],
    options: [...asAgent, { name: 'note', value: 'TEXT', required: true }],
    load: async () => (await accountBlock()).blockAccount,
  },
  {
    path: 'account unblock',
    arguments: [{ name: 'ID' }],
    options: [...asAgent, { name: 'note', value: 'TEXT', required: true }],
    load: async () => (await accountBlock()).unblockAccount,
  },
  {
    path: 'portal not-me',
    arguments: [cert, { name: 'REFERENCE', takes: 'maybe' }],
    load: async () => (await import('./commands/not-me.ts')).reportNotMe,
  },
];
