import type { Instant } from './ids.ts';
import type { Message, NoticeTemplate } from './message.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

/** Something that happened, at the moment it happened (a deadline, when time itself did it). */
export interface FactBase {
  readonly type: string;
  readonly at: Instant;
}

/** Shown to the one who asked and to nobody else; never stored, never logged. */
export interface Disclosure {
  readonly kind: 'otp-secret';
  readonly secret: Uint8Array;
}

/** The answer to a command. The facts are saved either way: a failed attempt counts although the answer is a refusal. */
export type Decision<Fact extends FactBase = FactBase> =
  | {
      readonly verdict: 'done';
      readonly facts: readonly Fact[];
      readonly messages: readonly Message[];
      readonly disclosure: Disclosure | null;
    }
  | {
      readonly verdict: 'refused';
      readonly refusal: Refusal;
      readonly facts: readonly Fact[];
      readonly messages: readonly Message[];
    };

/** What the door answers: the decision without what only the store needs. */
export type Answer =
  | { readonly verdict: 'done'; readonly disclosure: Disclosure | null; readonly facts: readonly FactBase[] }
  | { readonly verdict: 'refused'; readonly refusal: Refusal };

/**
 * The rules of one kind of thing, free of clock, storage and promise.
 * `settle` says what time has decided by `situation.now`; the store applies it before `decide`, every read before it shows.
 */
export interface Decider<State, Command, Fact extends FactBase> {
  readonly kind: ThingKind;
  readonly initial: State;
  settle(state: State, situation: Situation): readonly Fact[];
  decide(state: State, command: Command, situation: Situation): Decision<Fact>;
  evolve(state: State, fact: Fact): State;
  /** What the subscriber is told of this fact, if anything; the store turns it into an outbox row. */
  announce(fact: Fact): NoticeTemplate | null;
}

/** The kinds of thing that are stored, each with one decider. */
export type ThingKind = 'account' | 'certificate' | 'activation' | 'support-case' | 'agent' | 'operator';

export function done<Fact extends FactBase>(
  facts: readonly Fact[],
  messages: readonly Message[] = [],
  disclosure: Disclosure | null = null,
): Decision<Fact> {
  return { verdict: 'done', facts, messages, disclosure };
}

export function refuse<Fact extends FactBase>(
  refusal: Refusal,
  facts: readonly Fact[] = [],
  messages: readonly Message[] = [],
): Decision<Fact> {
  return { verdict: 'refused', refusal, facts, messages };
}

/** Applies facts in order. */
export function fold<State, Fact extends FactBase>(
  decider: Pick<Decider<State, never, Fact>, 'evolve'>,
  state: State,
  facts: readonly Fact[],
): State {
  return facts.reduce((current, fact) => decider.evolve(current, fact), state);
}
