import type { Instant } from '../domain/ids.ts';
import { type DrillEvent, eventsOf, onTheLine } from '../sim/drill.ts';
import { patienceLeft } from '../sim/drill-patience.ts';
import { drillPolicy } from '../sim/drill-policy.ts';
import type { OpenDrill } from '../sim/drill-record.ts';
import type { Texts } from '../text/en.ts';
import { type Cell, cell, drawnWidth, line } from '../ui/cells.ts';
import { keyOf } from '../ui/keymap.ts';

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
  const state: readonly Cell[] = done
    ? [cell(`✓ ${strip.done}`, 'ok')]
    : [
        cell(mood[call.mood]),
        dot,
        cell(`${strip.patience} `, 'muted'),
        cell(`${'▮'.repeat(marks)}${'▯'.repeat(MARKS - marks)}`, marks <= 1 ? 'warning' : 'plain'),
      ];
  return ruled(
    [
      cell('☎ ', 'ok'),
      cell(drill.callerName, 'strong'),
      dot,
      cell(call.ticket, 'muted'),
      dot,
      cell(texts.moments.countdown(onTheLine(events, now))),
      dot,
      ...state,
      dot,
      talk,
    ],
    width,
  );
}

const dot = cell(' · ', 'muted');

function ruled(cells: readonly Cell[], width: number): string {
  const drawn = line([cell('── ', 'muted'), ...cells, cell(' ')], width);
  return drawn + line([cell('─'.repeat(Math.max(0, width - drawnWidth(drawn))), 'muted')]);
}
