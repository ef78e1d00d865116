/** What `--help` says of them. */
export const policyCli = {
  groups: { policy: 'the numbers of the policy' },
  commands: {
    'policy list': {
      summary: 'show every number of the policy, and what is usual',
      examples: ['ecsc policy list', 'ecsc policy list --json'],
    },
    'policy set': {
      summary: 'set one number of the policy, for everybody, on record in the audit log',
      examples: [
        'ecsc policy set sms.codeValid 10m --note "slow operator, agreed with security"',
        'ecsc policy set outageExcusesFailures no --note "…"',
      ],
    },
  },
};
