import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const operator: readonly ArgumentSpec[] = [{ name: 'OPERATOR' }];
const acting: readonly OptionSpec[] = [{ name: 'as', value: 'AGENT', required: true }, { name: 'passwordStdin' }];
const noting: readonly OptionSpec[] = [...acting, { name: 'note', value: 'TEXT', required: true }];
const outage = () => import('./commands/outage.ts');
const bulk = () => import('./commands/bulk-unlock.ts');

/** How SMS fare, outages, and the unlock of those they locked. */
export const radarTable: readonly CommandSpec[] = [
  { path: 'radar', load: async () => (await import('./commands/radar.ts')).showRadar },
  {
    path: 'outage recognise',
    arguments: operator,
    options: [...noting, { name: 'began', value: 'DURATION' }],
    load: async () => (await outage()).recogniseOutage,
  },
  { path: 'outage end', arguments: operator, options: noting, load: async () => (await outage()).endOutage },
  { path: 'bulk-unlock list', arguments: operator, load: async () => (await bulk()).listLocks },
  { path: 'bulk-unlock ask', arguments: operator, options: noting, load: async () => (await bulk()).askUnlock },
  { path: 'bulk-unlock approve', arguments: operator, options: acting, load: async () => (await bulk()).approveUnlock },
  { path: 'bulk-unlock reject', arguments: operator, options: acting, load: async () => (await bulk()).rejectUnlock },
  { path: 'bulk-unlock resume', arguments: operator, options: acting, load: async () => (await bulk()).resumeUnlock },
];
