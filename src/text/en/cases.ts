import { counted } from '../plural.ts';

const calls = { one: 'call', other: 'calls' };

/** Cases: calls that are not over, and handing one over. */
export const cases = {
  title: 'Cases',
  mine: 'mine',
  all: 'everybody’s',
  open: 'Open for',
  ticket: 'Ticket',
  subscriber: 'Subscriber',
  agent: 'Agent',
  caller: 'Verified',
  verified: { none: 'no', passed: 'yes', lapsed: 'expired', failed: 'failed', aborted: 'aborted' },
  lapsed: 'verified too long ago: verify again',
  calls: '7 days',
  callsThisWeek: (count: number) => `${counted('en', count, calls)} in 7 days`,
  notHandedOver: 'With the agent who opened it.',
  handedOver: (from: string, moment: string, note: string) => `From ${from}, ${moment}: “${note}”`,
  said: (words: string) => `Caller: “${words}”`,
  noneOfMine: 'You have no open case. One opens when you verify a caller; Tab shows everybody’s.',
  none: 'Nobody has an open case.',
  closed: 'The case is closed.',
  gone: 'This case is closed, or there is none.',
  handOver: 'Hand over',
  note: 'Note',
  noteHint: 'what was done, what the caller still needs; the next agent reads it first',
  to: 'To whom',
  role: 'Role',
  nobody: 'There is no colleague who may take it.',
  verificationGoes: 'The next agent verifies the caller anew: what you heard, they did not hear.',
  verificationStays: 'The caller stays verified for the next agent, as long as the verification is valid.',
  done: (name: string) => `The case is with ${name} now.`,
  list: {
    none: 'There is no open case.',
    handedOver: (caseId: string, agentId: string) => `Case ${caseId} is with ${agentId} now.`,
  },
};
