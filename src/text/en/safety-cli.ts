/** What the command line says of what takes two people and of what stops everything at once. */
export const safetyCli = {
  frozen: (serial: string) =>
    `Frozen: the activation of certificate ${serial}. Only a reset that two people agree on starts it again.`,
  account: {
    blocked: (id: string) =>
      `Blocked: account ${id}. Its subscriber can neither activate nor sign until it is unblocked.`,
    open: (id: string) => `Unblocked: account ${id}.`,
  },
  phoneChangeOver: 'The change of the phone number that was waiting is over.',
  supervisorsSee: 'Every supervisor sees it in the queue.',
  notAPhone: (flag: string, given: string) => `${flag} ${given} is not a phone number.`,
  help: {
    arguments: { REFERENCE: 'the six signs in the message; when left out, those of the newest message' },
    options: {
      phone:
        'the new number, as people write it (without a country code it is Polish); or the phone that scans, when it is not the one with the subscriber’s SIM card',
      emergency: 'does not wait for the cool-down, takes two supervisors, is flagged',
      words: 'what the caller said, word for word',
      atOnce: 'the new phone number is usable at once, without the usual wait',
      phoneChange: 'decide the change of the phone number, not what waits for the certificate',
      cause: 'why the call was broken off',
    },
    commands: {
      freeze: {
        summary: 'freeze an activation on suspicion; only a reset starts it again',
        examples: [
          'ecsc freeze 5F932ACF --as ewa --ticket INC-20931 --reason suspicion --note "caller knew nothing about the contract"',
        ],
      },
      abort: {
        summary: 'break off a call under pressure: freezes at once and alarms the supervisors',
        examples: ['ecsc abort 5F932ACF --as ewa --cause pressure'],
      },
      'account block': {
        summary: 'block an account as a supervisor: nothing can be activated or signed with it',
        examples: ['ecsc account block EC-100001 --as olga --note "the company has asked for it in writing"'],
      },
      'account unblock': {
        summary: 'lift the block of an account, as a supervisor',
        examples: ['ecsc account unblock EC-100001 --as olga --note "cleared up with the company"'],
      },
      'portal not-me': {
        summary: 'answer a message of ours: this was not me; freezes the activation, also a locked one',
        examples: ['ecsc portal not-me 5F932ACF', 'ecsc portal not-me 5F932ACF K7M2QX'],
      },
    },
  },
};
