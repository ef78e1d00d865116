import { MINUTE } from '../domain/ids.ts';
import type { Mood } from './scenario.ts';

/** What a call is judged by. Points of each kind of call sum up to 100; durations in milliseconds of training time. */
export interface DrillPolicy {
  /** A call of the subscriber. */
  readonly points: {
    readonly cause: number;
    readonly speed: number;
    readonly verification: number;
    readonly action: number;
    readonly words: number;
  };
  /** A call of somebody who is not the subscriber. */
  readonly impostorPoints: {
    readonly refusal: number;
    readonly verification: number;
    readonly cause: number;
    readonly words: number;
  };
  /** The cause found within `full` gets all points for speed, within `half` half of them. */
  readonly diagnosisWithin: { readonly full: number; readonly half: number };
  /** Taken off for each wrong cause that was named before the right one. */
  readonly perWrongCause: number;
  /** Of the points for the right action, what telling the caller how to go on is worth beside a change. */
  readonly advice: number;
  /** Whoever said what must not be said gets no more than this in all. */
  readonly mostAfterHarm: number;
  readonly pass: number;
  readonly patience: {
    readonly lasts: Readonly<Record<Mood, number>>;
    readonly perHarm: number;
    readonly perRepetition: number;
    /** What a kind sentence gives back, each kind once. */
    readonly perKindness: number;
  };
  readonly callsInShift: number;
  /** Runs shown beside each other in a comparison. */
  readonly runsCompared: number;
}

export const drillPolicy: DrillPolicy = {
  points: { cause: 25, speed: 10, verification: 25, action: 25, words: 15 },
  impostorPoints: { refusal: 40, verification: 25, cause: 15, words: 20 },
  diagnosisWithin: { full: 3 * MINUTE, half: 6 * MINUTE },
  perWrongCause: 5,
  advice: 5,
  mostAfterHarm: 50,
  pass: 70,
  patience: {
    lasts: {
      calm: 20 * MINUTE,
      worried: 15 * MINUTE,
      charming: 15 * MINUTE,
      angry: 10 * MINUTE,
      'in-a-hurry': 8 * MINUTE,
    },
    perHarm: 2 * MINUTE,
    perRepetition: MINUTE,
    perKindness: MINUTE,
  },
  callsInShift: 3,
  runsCompared: 3,
};
