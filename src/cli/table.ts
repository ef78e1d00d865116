import { roles } from '../domain/permissions.ts';
import { encodings } from '../intake/encoding.ts';
import { deskTable } from './desk-table.ts';
import { machineTable } from './machine-table.ts';
import { radarTable } from './radar-table.ts';
import { reportTable } from './report-table.ts';
import { call, safetyTable } from './safety-table.ts';
import type { ArgumentSpec, CommandSpec } from './spec.ts';

const cert: ArgumentSpec = { name: 'CERT' };
const agent: ArgumentSpec = { name: 'AGENT' };
const limit = { name: 'limit', value: 'N' } as const;
const passwordStdin = { name: 'passwordStdin' } as const;
const pinStdin = { name: 'pinStdin' } as const;

const networkEffects = [
  'normal',
  'late',
  'busy',
  'outage',
  'lost',
  'phone-off',
  'absent',
  'wrong-number',
  'inbox-full',
  'barred',
  'rejected',
  'clear',
] as const;

/** Every command. Their words are in the text tables, under the same names. */
export const commandTable: readonly CommandSpec[] = [
  {
    path: 'init',
    options: [
      { name: 'realm', value: 'REALM', required: true, choices: ['training', 'live'] },
      { name: 'accounts', value: 'N' },
      { name: 'seed', value: 'N' },
    ],
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    path: 'find',
    arguments: [{ name: 'QUERY' }],
    options: [limit],
    brief: true,
    load: async () => (await import('./commands/find.ts')).find,
  },
  {
    path: 'show',
    arguments: [{ name: 'ID' }],
    options: [{ name: 'at', value: 'INSTANT' }],
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    path: 'diagnose',
    arguments: [{ name: 'ID' }],
    load: async () => (await import('./commands/diagnose.ts')).diagnose,
  },
  { path: 'queue', options: [limit], brief: true, load: async () => (await import('./commands/queue.ts')).queue },
  {
    path: 'unlock',
    arguments: [cert],
    options: call,
    load: async () => (await import('./commands/unlock.ts')).unlock,
  },
  ...safetyTable,
  ...deskTable,
  {
    path: 'import',
    arguments: [{ name: 'PATH', takes: 'many' }],
    options: [
      { name: 'dryRun' },
      { name: 'create' },
      { name: 'encoding', value: 'E', choices: encodings },
      { name: 'rejects', value: 'FILE' },
    ],
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  {
    path: 'backup',
    arguments: [{ name: 'COPY' }],
    load: async () => (await import('./commands/upkeep.ts')).backup,
  },
  { path: 'policy list', load: async () => (await import('./commands/policy.ts')).listPolicy },
  {
    path: 'policy set',
    arguments: [{ name: 'SETTING' }, { name: 'VALUE' }],
    options: [{ name: 'note', value: 'TEXT', required: true }],
    load: async () => (await import('./commands/policy.ts')).setPolicy,
  },
  { path: 'doctor', load: async () => (await import('./commands/doctor.ts')).examineDatabase },
  { path: 'keys rotate', load: async () => (await import('./commands/upkeep.ts')).rotateKeys },
  {
    path: 'seed',
    options: [
      { name: 'accounts', value: 'N', required: true },
      { name: 'seed', value: 'N' },
    ],
    load: async () => (await import('./commands/init.ts')).seed,
  },
  { path: 'agents list', load: async () => (await import('./commands/agents.ts')).listAgents },
  {
    path: 'agents add',
    arguments: [agent],
    options: [
      { name: 'name', value: 'NAME', required: true },
      { name: 'role', value: 'ROLE', required: true, choices: roles },
      { name: 'own', value: 'CUSTOMER' },
      passwordStdin,
    ],
    load: async () => (await import('./commands/agents.ts')).addAgent,
  },
  { path: 'agents disable', arguments: [agent], load: async () => (await import('./commands/agents.ts')).disableAgent },
  { path: 'agents enable', arguments: [agent], load: async () => (await import('./commands/agents.ts')).enableAgent },
  {
    path: 'agents role',
    arguments: [agent, { name: 'ROLE', choices: roles }],
    load: async () => (await import('./commands/agents.ts')).changeRole,
  },
  {
    path: 'agents password',
    arguments: [agent],
    options: [passwordStdin],
    load: async () => (await import('./commands/agents.ts')).setPassword,
  },
  { path: 'portal send-code', arguments: [cert], load: async () => (await import('./commands/portal.ts')).sendCode },
  {
    path: 'portal enter-code',
    arguments: [cert, { name: 'CODE', takes: 'maybe' }],
    load: async () => (await import('./commands/portal.ts')).enterCode,
  },
  {
    path: 'portal qr',
    arguments: [cert],
    options: [{ name: 'uri' }, { name: 'plain' }],
    load: async () => (await import('./commands/portal-qr.ts')).showQr,
  },
  {
    path: 'portal close-window',
    arguments: [cert],
    load: async () => (await import('./commands/portal.ts')).closeWindow,
  },
  { path: 'portal status', arguments: [cert], load: async () => (await import('./commands/portal.ts')).status },
  {
    path: 'phone inbox',
    arguments: [{ name: 'PHONE' }],
    load: async () => (await import('./commands/phone.ts')).inbox,
  },
  {
    path: 'phone scan',
    arguments: [cert],
    options: [{ name: 'phone', value: 'PHONE' }, pinStdin, { name: 'uriStdin' }],
    load: async () => (await import('./commands/phone.ts')).scan,
  },
  {
    path: 'phone otp',
    arguments: [cert],
    options: [{ name: 'entry', value: 'N' }, pinStdin],
    load: async () => (await import('./commands/phone.ts')).otp,
  },
  {
    path: 'phone clock',
    arguments: [cert],
    options: [
      { name: 'ahead', value: 'DURATION' },
      { name: 'behind', value: 'DURATION' },
    ],
    load: async () => (await import('./commands/phone.ts')).clock,
  },
  {
    path: 'desktop sign',
    arguments: [{ name: 'FILE' }],
    options: [
      { name: 'certificate', value: 'CERT', required: true },
      { name: 'otp', value: 'OTP' },
    ],
    load: async () => (await import('./commands/desktop.ts')).sign,
  },
  {
    path: 'desktop verify',
    arguments: [{ name: 'FILE' }],
    options: [{ name: 'signature', value: 'FILE' }],
    load: async () => (await import('./commands/desktop.ts')).verify,
  },
  ...machineTable,
  ...radarTable,
  ...reportTable,
  { path: 'clock show', load: async () => (await import('./commands/clock.ts')).showClock },
  {
    path: 'clock advance',
    arguments: [{ name: 'DURATION' }],
    load: async () => (await import('./commands/clock.ts')).advanceClock,
  },
  {
    path: 'clock speed',
    arguments: [{ name: 'FACTOR' }],
    load: async () => (await import('./commands/clock.ts')).setClockSpeed,
  },
  { path: 'clock pause', load: async () => (await import('./commands/clock.ts')).pauseClock },
  { path: 'clock resume', load: async () => (await import('./commands/clock.ts')).resumeClock },
  { path: 'clock reset', load: async () => (await import('./commands/clock.ts')).resetClock },
  {
    path: 'stage',
    arguments: [{ name: 'SCENARIO', takes: 'maybe' }],
    options: [
      { name: 'seed', value: 'N' },
      { name: 'as', value: 'AGENT' },
    ],
    load: async () => (await import('./commands/stage.ts')).stage,
  },
  {
    path: 'simulate',
    arguments: [{ name: 'SCENARIO' }, { name: 'CERT', takes: 'maybe' }],
    options: [{ name: 'seed', value: 'N' }, { name: 'untilCall' }],
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  { path: 'scenario list', load: async () => (await import('./commands/scenario.ts')).listScenarios },
  {
    path: 'scenario show',
    arguments: [{ name: 'SCENARIO' }],
    load: async () => (await import('./commands/scenario.ts')).showScenario,
  },
  {
    path: 'scenario check',
    arguments: [{ name: 'FILE', takes: 'many' }],
    load: async () => (await import('./commands/scenario.ts')).checkScenarios,
  },
  { path: 'network tick', load: async () => (await import('./commands/network.ts')).tickNetwork },
  { path: 'network show', load: async () => (await import('./commands/network.ts')).showNetwork },
  {
    path: 'network rule',
    arguments: [{ name: 'SCOPE' }, { name: 'EFFECT', choices: networkEffects }, { name: 'BY', takes: 'maybe' }],
    load: async () => (await import('./commands/network.ts')).setNetworkRule,
  },
  {
    path: 'train',
    arguments: [{ name: 'SCENARIO', takes: 'any' }],
    load: async () => (await import('./commands/train.ts')).train,
  },
  {
    path: 'train results',
    options: [{ name: 'csv' }, { name: 'trainee', value: 'AGENT' }],
    load: async () => (await import('./commands/train.ts')).trainResults,
  },
  { path: 'sweep', load: async () => (await import('./commands/sweep.ts')).sweep },
];
