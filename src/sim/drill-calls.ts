import { type CalledScenario, hasCall } from './drill.ts';
import type { DoneDrill } from './drill-record.ts';
import type { Mood, Scenario, SupportMove } from './scenario.ts';

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** One of the calls a trainee can take, and how they did. */
export interface CallOffer {
  readonly scenario: CalledScenario;
  readonly difficulty: Difficulty;
  /** The trainee's runs of it, the oldest first. */
  readonly runs: readonly DoneDrill[];
}

const demanding: readonly SupportMove['do'][] = ['ask-approval', 'freeze', 'ask-phone-change', 'recognise-outage'];
const tense: readonly Mood[] = ['angry', 'in-a-hurry', 'charming'];

/** How hard a call is follows from what has to be done in it, and from who is on the line. */
export function difficultyOf({ call, support }: CalledScenario): Difficulty {
  if (call.caller === 'impostor' || support.some((move) => demanding.includes(move.do))) return 'hard';
  const changing = support.some((move) => move.do === 'unlock');
  return changing || tense.includes(call.mood) ? 'medium' : 'easy';
}

/** The calls from easy to hard. Within a step the ticket's number decides, which tells nothing of what is the matter. */
export function callsFor(scenarios: readonly Scenario[], done: readonly DoneDrill[]): readonly CallOffer[] {
  return scenarios
    .filter(hasCall)
    .map((scenario) => ({
      scenario,
      difficulty: difficultyOf(scenario),
      runs: done.filter(({ drill }) => drill.scenario.name === scenario.name),
    }))
    .toSorted(
      (one, other) =>
        difficulties.indexOf(one.difficulty) - difficulties.indexOf(other.difficulty) ||
        one.scenario.call.ticket.localeCompare(other.scenario.call.ticket),
    );
}

/**
 * The call to take next: one not taken yet, the trainer's own before the others, else the one that went worst the last time.
 * Null when there are none at all.
 */
export function nextCall(calls: readonly CallOffer[], own: readonly CalledScenario[] = []): CallOffer | null {
  const fresh = calls.filter(({ runs }) => runs.length === 0);
  const first = fresh.find(({ scenario }) => own.includes(scenario)) ?? fresh[0];
  if (first) return first;
  const lastPoints = ({ runs }: CallOffer) => runs.at(-1)?.score.points ?? 0;
  return calls.toSorted((one, other) => lastPoints(one) - lastPoints(other))[0] ?? null;
}
