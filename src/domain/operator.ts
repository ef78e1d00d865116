import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor } from './gate.ts';
import type { Instant } from './ids.ts';
import type { Outage, Situation } from './situation.ts';

/** A mobile operator, as far as support cares: is it out right now? */
export type Operator =
  | { readonly status: 'working'; readonly last: Outage | null }
  | { readonly status: 'out'; readonly operator: string; readonly from: Instant };

export type OperatorCommand =
  | { readonly type: 'recognise-outage'; readonly operator: string; readonly from: Instant; readonly note: string }
  | { readonly type: 'end-outage'; readonly operator: string; readonly note: string };

export type OperatorFact =
  | {
      readonly type: 'outage-recognised';
      readonly at: Instant;
      readonly operator: string;
      readonly from: Instant;
    }
  | { readonly type: 'outage-ended'; readonly at: Instant; readonly operator: string };

function decide(state: Operator, command: OperatorCommand, situation: Situation): Decision<OperatorFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if (command.note.trim() === '') return refuse({ code: 'note-missing' });
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
  }
}

function evolve(state: Operator, fact: OperatorFact): Operator {
  switch (fact.type) {
    case 'outage-recognised':
      return { status: 'out', operator: fact.operator, from: fact.from };
    case 'outage-ended': {
      if (state.status !== 'out') return state;
      return { status: 'working', last: { operator: fact.operator, from: state.from, until: fact.at } };
    }
  }
}

/** Was this operator out at that moment, as far as has been recognised? */
export function wasOut(operator: string | null, at: Instant, outages: readonly Outage[]): boolean {
  if (operator === null) return false;
  return outages.some((o) => o.operator === operator && at >= o.from && (o.until === null || at < o.until));
}

export const operatorDecider: Decider<Operator, OperatorCommand, OperatorFact> = {
  kind: 'operator',
  initial: { status: 'working', last: null },
  settle: () => [],
  decide,
  evolve,
  announce: () => null,
};
