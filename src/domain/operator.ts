import {
  askBulkUnlock,
  type BulkUnlock,
  type BulkUnlockFact,
  decideBulkUnlock,
  evolveBulkUnlock,
  settleBulkUnlock,
} from './bulk-unlock.ts';
import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor } from './gate.ts';
import type { Instant, Serial } from './ids.ts';
import type { Outage, Situation } from './situation.ts';

/** A mobile operator, as far as support cares: is it out right now, and is anybody to be unlocked because it was? */
export type Operator = { readonly bulkUnlock: BulkUnlock | null } & (
  | { readonly status: 'working'; readonly last: Outage | null }
  | { readonly status: 'out'; readonly operator: string; readonly from: Instant }
);

export type OperatorCommand = { readonly operator: string } & (
  | { readonly type: 'recognise-outage'; readonly from: Instant; readonly note: string }
  | { readonly type: 'end-outage'; readonly note: string }
  | { readonly type: 'ask-bulk-unlock'; readonly serials: readonly Serial[]; readonly note: string }
  | { readonly type: 'approve-bulk-unlock' }
  | { readonly type: 'reject-bulk-unlock' }
);

export type OperatorFact =
  | {
      readonly type: 'outage-recognised';
      readonly at: Instant;
      readonly operator: string;
      readonly from: Instant;
    }
  | { readonly type: 'outage-ended'; readonly at: Instant; readonly operator: string }
  | BulkUnlockFact;

function decide(state: Operator, command: OperatorCommand, situation: Situation): Decision<OperatorFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if ('note' in command && command.note.trim() === '') return refuse({ code: 'note-missing' });
  const at = situation.now;
  const { operator } = command;
  switch (command.type) {
    case 'recognise-outage': {
      if (state.status === 'out') return refuse({ code: 'outage-known' });
      const from = Math.min(command.from, at);
      return done([{ type: 'outage-recognised', at, operator, from }]);
    }
    case 'end-outage':
      if (state.status === 'working') return refuse({ code: 'no-outage' });
      return done([{ type: 'outage-ended', at, operator }]);
    case 'ask-bulk-unlock':
      return askBulkUnlock(state, command, situation);
    case 'approve-bulk-unlock':
    case 'reject-bulk-unlock':
      return decideBulkUnlock(state, command, situation);
  }
}

function evolve(state: Operator, fact: OperatorFact): Operator {
  const { bulkUnlock } = state;
  switch (fact.type) {
    case 'outage-recognised':
      return { status: 'out', operator: fact.operator, from: fact.from, bulkUnlock };
    case 'outage-ended': {
      if (state.status !== 'out') return state;
      return { status: 'working', last: { operator: fact.operator, from: state.from, until: fact.at }, bulkUnlock };
    }
    case 'bulk-unlock-requested':
    case 'bulk-unlock-approved':
    case 'bulk-unlock-rejected':
    case 'bulk-unlock-lapsed':
      return { ...state, bulkUnlock: evolveBulkUnlock(bulkUnlock, fact) };
  }
}

/** Was this operator out at that moment, as far as has been recognised? */
export function wasOut(operator: string | null, at: Instant, outages: readonly Outage[]): boolean {
  if (operator === null) return false;
  return outages.some((o) => o.operator === operator && at >= o.from && (o.until === null || at < o.until));
}

export const operatorDecider: Decider<Operator, OperatorCommand, OperatorFact> = {
  kind: 'operator',
  initial: { status: 'working', last: null, bulkUnlock: null },
  settle: (state, { now }) => settleBulkUnlock(state, now),
  decide,
  evolve,
  announce: () => null,
};
