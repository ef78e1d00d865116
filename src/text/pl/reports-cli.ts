import type { reportsCli as English } from '../en/reports-cli.ts';
import type { Shape } from '../shape.ts';

/** What `--help` says of them. */
export const reportsCli: Shape<typeof English> = {
  groups: { report: 'liczby z ostatnich dni: tabela, CSV albo JSON' },
  options: { days: 'ile dni, razem z dzisiejszym (7)' },
  commands: {
    'report locks': {
      summary: 'blokady i zamrożenia dzień po dniu',
      examples: ['ecsc report locks', 'ecsc report locks --days 30 --csv > locks.csv'],
    },
    'report causes': { summary: 'załatwione sprawy według powodu', examples: ['ecsc report causes --days 30'] },
    'report resolution': {
      summary: 'jak długo trwały blokady i sprawy',
      examples: ['ecsc report resolution', 'ecsc report resolution --json'],
    },
    'report delivery': {
      summary: 'SMS-y każdego operatora: w porę, późno, bez skutku, jak długo szły',
      examples: ['ecsc report delivery --days 1', 'ecsc report delivery --csv > delivery.csv'],
    },
    'report approvals': {
      summary: 'o co proszono, jak zdecydowano, jak szybko i kto',
      examples: ['ecsc report approvals --days 30 --json'],
    },
  },
};
