import { asAgent } from './safety-table.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

const limit: OptionSpec = { name: 'limit', value: 'N' };

const audit = () => import('./commands/audit.ts');
const exporting = () => import('./commands/audit-export.ts');
const cases = () => import('./commands/cases.ts');

/** Cases and the audit log. */
export const deskTable: readonly CommandSpec[] = [
  {
    path: 'cases list',
    options: [{ name: 'agent', value: 'AGENT' }, limit],
    load: async () => (await cases()).listCases,
  },
  {
    path: 'cases hand-over',
    arguments: [{ name: 'CASE' }],
    options: [
      { name: 'to', value: 'AGENT', required: true },
      { name: 'note', value: 'TEXT', required: true },
      ...asAgent,
    ],
    load: async () => (await cases()).handOverCase,
  },
  {
    path: 'audit list',
    arguments: [{ name: 'ID', takes: 'maybe' }],
    options: [limit, { name: 'before', value: 'N' }],
    load: async () => (await audit()).listAudit,
  },
  {
    path: 'audit verify',
    options: [{ name: 'head', value: 'HEX' }],
    load: async () => (await audit()).verifyAudit,
  },
  {
    path: 'audit export',
    arguments: [{ name: 'ID' }],
    options: [{ name: 'out', value: 'FILE', required: true }, ...asAgent],
    load: async () => (await exporting()).exportAudit,
  },
  {
    path: 'audit check',
    arguments: [{ name: 'FILE' }],
    options: [{ name: 'key', value: 'HEX' }],
    load: async () => (await exporting()).checkAudit,
  },
];
