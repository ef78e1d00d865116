import type { Instant } from '../../domain/ids.ts';
import { type DrillEvent, eventsOf, onTheLine } from '../../sim/drill.ts';
import { patienceLeft } from '../../sim/drill-patience.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import type { OpenDrill } from '../../sim/drill-record.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, drawnWidth, line } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';

const MARKS = 5;

/** The line that stands instead of the rule under the header while somebody is on the line: who, how long, in what mood. */
export function callStrip(
  { drill }: OpenDrill,
  events: readonly DrillEvent[],
  { texts, now, width }: { readonly texts: Texts; readonly now: Instant; readonly width: number },
): string {
  const { strip, mood } = texts.school;
  const { call } = drill.scenario;
  const talk: Cell = cell(strip.talk(keyOf('call-panel', texts.keys.names)), 'accent');
  if (eventsOf(events, 'answered').length === 0)
    return ruled([cell(strip.rings(call.ticket), 'warning'), dot, talk], width);
  const done = eventsOf(events, 'caller-done').length > 0;
  const left = patienceLeft(events, { mood: call.mood, now }, drillPolicy);
  const marks = Math.ceil((left / drillPolicy.patience.lasts[call.mood]) * MARKS);
  const patience = cell(`${'▮'.repeat(marks)}${'▯'.repeat(MARKS - marks)}`, marks <= 1 ? 'warning' : 'plain');
  const who = [cell('☎ ', 'ok'), cell(drill.callerName, 'strong')];
  const ticket = [cell(call.ticket, 'muted')];
  const time = [cell(texts.moments.countdown(onTheLine(events, now)))];
  const state = done ? [[cell(`✓ ${strip.done}`, 'ok')]] : [[cell(mood[call.mood])], [patience]];
  const named = done ? state : [[cell(mood[call.mood])], [cell(`${strip.patience} `, 'muted'), patience]];
  // What is known anyway gives way first; the key and the time never do.
  const versions = [
    [who, ticket, time, ...named, [talk]],
    [who, ticket, time, ...state, [talk]],
    [who, time, ...state, [talk]],
  ].map((parts) => parts.flatMap((part, place) => (place === 0 ? part : [dot, ...part])));
  const fitting = versions.find((cells) => drawnWidth(line(cells)) + ENDS <= width);
  return ruled(fitting ?? versions.at(-1) ?? [], width);
}

/** What stands there once the call is over, until its debrief was seen. */
export function overStrip(name: string, { keys, school }: Texts, width: number): string {
  const debrief = school.strip.debrief(keyOf('call-panel', keys.names));
  return ruled([cell(`☎ ${school.strip.over(name)}`, 'warning'), dot, cell(debrief, 'accent')], width);
}

/** The pieces of rule at both ends. */
const ENDS = 6;
const dot = cell(' · ', 'muted');

function ruled(cells: readonly Cell[], width: number): string {
  const drawn = line([cell('── ', 'muted'), ...cells, cell(' ')], width);
  return drawn + line([cell('─'.repeat(Math.max(0, width - drawnWidth(drawn))), 'muted')]);
}
