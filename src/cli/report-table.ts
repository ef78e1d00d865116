import { reportNames } from '../domain/report.ts';
import type { CommandSpec } from './spec.ts';

/** Figures of the last days. */
export const reportTable: readonly CommandSpec[] = reportNames.map((name) => ({
  path: `report ${name}`,
  options: [{ name: 'days', value: 'N' }, { name: 'csv' }],
  load: async () => (await import('./commands/report.ts')).showReport[name],
}));
