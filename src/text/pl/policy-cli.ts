import type { policyCli as English } from '../en/policy-cli.ts';

/** What `--help` says of them. */
export const policyCli: typeof English = {
  groups: { policy: 'liczby polityki' },
  commands: {
    'policy list': {
      summary: 'pokaż wszystkie liczby polityki i zwykłe wartości',
      examples: ['ecsc policy list', 'ecsc policy list --json'],
    },
    'policy set': {
      summary: 'ustaw jedną liczbę polityki, dla wszystkich, z wpisem w dzienniku audytu',
      examples: [
        'ecsc policy set sms.codeValid 10m --note "wolny operator, uzgodnione z bezpieczeństwem"',
        'ecsc policy set outageExcusesFailures no --note "…"',
      ],
    },
  },
};
