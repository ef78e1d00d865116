/** What `--help` says of them. */
export const radarCli = {
  groups: {
    outage: 'outages of operators, recognised by a supervisor',
    'bulk-unlock': 'the unlock of those locked by an outage: asked for by one, approved by another',
  },
  arguments: { OPERATOR: 'the operator’s name' },
  options: { began: 'how long ago the outage began (otherwise when the radar saw it begin)' },
  commands: {
    radar: { summary: 'how SMS fare on every operator', examples: ['ecsc radar', 'ecsc radar --json'] },
    'outage recognise': {
      summary: 'recognise an outage: what fails by it does not count towards the lock',
      examples: ['ecsc outage recognise play --as olga --note "seen on the radar" --began 40m'],
    },
    'outage end': {
      summary: 'an outage is over',
      examples: ['ecsc outage end play --as olga --note "codes arrive again"'],
    },
    'bulk-unlock list': {
      summary: 'dry run: exactly whom the operator’s last outage keeps locked, and why',
      examples: ['ecsc bulk-unlock list play', 'ecsc bulk-unlock list play --json'],
    },
    'bulk-unlock ask': {
      summary: 'ask a supervisor to approve the list as it is now',
      examples: ['ecsc bulk-unlock ask play --as ewa --note "outage of this morning"'],
    },
    'bulk-unlock approve': {
      summary: 'approve the list and unlock everybody on it',
      examples: ['ecsc bulk-unlock approve play --as olga'],
    },
    'bulk-unlock reject': {
      summary: 'reject the list; nobody is unlocked',
      examples: ['ecsc bulk-unlock reject play --as olga'],
    },
    'bulk-unlock resume': {
      summary: 'go on with an approved list where it was broken off',
      examples: ['ecsc bulk-unlock resume play --as olga'],
    },
  },
};
