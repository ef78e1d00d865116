import type { Instant } from '../domain/ids.ts';
import { type DrillEvent, eventsOf, onTheLine } from './drill.ts';
import type { DrillPolicy } from './drill-policy.ts';
import { harmOf, type Saying } from './drill-sayings.ts';
import type { Mood } from './scenario.ts';

const kind: readonly Saying[] = ['greeting', 'why-verify', 'understanding', 'stay-on-line', 'keep-codes-secret'];

/** How much longer the caller will wait, milliseconds; 0 when they have had enough. Who has been helped does not leave in anger. */
export function patienceLeft(
  events: readonly DrillEvent[],
  { mood, now }: { readonly mood: Mood; readonly now: Instant },
  { patience }: Pick<DrillPolicy, 'patience'>,
): number {
  const lasts = patience.lasts[mood];
  if (eventsOf(events, 'caller-done').length > 0) return lasts;
  const said = eventsOf(events, 'said').map(({ saying }) => saying);
  const kindnesses = new Set(said.filter((saying) => kind.includes(saying))).size;
  const harms = said.filter((saying) => harmOf(saying, false) !== null).length;
  const left =
    lasts -
    onTheLine(events, now) -
    harms * patience.perHarm -
    repetitions(events) * patience.perRepetition +
    kindnesses * patience.perKindness;
  return Math.max(0, Math.min(lasts, left));
}

/** Questions and proofs that were asked for again: each was answered before. */
function repetitions(events: readonly DrillEvent[]): number {
  const asked = [
    ...eventsOf(events, 'asked').map(({ question }) => question),
    ...eventsOf(events, 'proof-asked').map(({ proof }) => proof),
  ];
  return asked.length - new Set(asked).size;
}
