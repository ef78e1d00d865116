import { textFor } from '../../../src/text/index.ts';
import { keyLabel } from '../../../src/ui/keymap.ts';
import type { CallRow } from './call-row.ts';
import type { Stroke } from './hand.ts';

/** One row as it was worked. */
export interface Worked {
  readonly row: CallRow;
  readonly title: string;
  readonly cause: string;
  readonly strokes: readonly Stroke[];
  /** For each temptation why it is refused, in words. */
  readonly why: readonly string[];
}

const texts = textFor('en');

/** docs/CALLS.md, from the calls as the robot worked them. */
export function callsDocument(calls: readonly Worked[]): string {
  return `# Calls, in the fewest sensible keys

Every scenario that ships with the program, worked to its right outcome in the console by a robot user, from the queue or from the search until the account is on the screen
again. Written by \`npm run calls\` from what the robot pressed (\`test/journeys/calls\`); the test fails when this page is stale. \`‹…›\` is typed and not counted.
Everybody is signed in, the queue is on screen; the supervisor sits at a console of their own.

| the call | cause found | keys | | outcome | what is refused, and why |
|---|---|---|---|---|---|
${calls.map(rowOf).join('\n')}

All calls together: ${calls.reduce((sum, { strokes }) => sum + counted(strokes), 0)} keys for ${calls.length} scenarios.
`;
}

function rowOf({ row, title, cause, strokes, why }: Worked): string {
  const cannot = row.cannot.map(([temptation], place) => `*${temptation}*: ${why[place]}`);
  return `| **${title}** \`${row.story}\` | ${cause} | ${keysOf(strokes)} | ${counted(strokes)} | ${row.outcome} | ${cannot.join('<br>')} |`;
}

function counted(strokes: readonly Stroke[]): number {
  return strokes.filter((stroke) => 'key' in stroke).length;
}

function keysOf(strokes: readonly Stroke[]): string {
  const parts: string[] = [];
  let who = 'agent';
  for (const stroke of strokes) {
    if (stroke.who !== who) parts.push(`<br>${stroke.who}:`);
    who = stroke.who;
    parts.push('key' in stroke ? `<kbd>${keyLabel(stroke.key, texts.keys.names)}</kbd>` : `‹${stroke.text}›`);
  }
  return parts.length > 0 ? parts.join(' ') : '–';
}
