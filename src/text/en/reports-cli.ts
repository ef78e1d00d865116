/** What `--help` says of them. */
export const reportsCli = {
  groups: { report: 'figures of the last days, as a table, CSV or JSON' },
  options: { days: 'how many days, today included (7)' },
  commands: {
    'report locks': {
      summary: 'locks and freezes, day by day',
      examples: ['ecsc report locks', 'ecsc report locks --days 30 --csv > locks.csv'],
    },
    'report causes': { summary: 'cases solved, by reason', examples: ['ecsc report causes --days 30'] },
    'report resolution': {
      summary: 'how long locks lasted and cases took',
      examples: ['ecsc report resolution', 'ecsc report resolution --json'],
    },
    'report delivery': {
      summary: 'SMS of every operator: in time, late, failed, how long they took',
      examples: ['ecsc report delivery --days 1', 'ecsc report delivery --csv > delivery.csv'],
    },
    'report approvals': {
      summary: 'what was asked for and decided, how fast, and by whom',
      examples: ['ecsc report approvals --days 30 --json'],
    },
  },
};
