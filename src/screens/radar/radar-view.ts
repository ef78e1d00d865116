import { MINUTE, SECOND } from '../../domain/ids.ts';
import { type OperatorRadar, type RadarSlot, type RadarView, SLOW } from '../../domain/radar.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { Mark } from '../state-marks.ts';

/** Delivery times that a bar of each height stands for, at most. */
const heights: readonly (readonly [number, string])[] = [
  [5 * SECOND, '▁'],
  [10 * SECOND, '▂'],
  [20 * SECOND, '▃'],
  [40 * SECOND, '▄'],
  [SLOW, '▅'],
  [3 * MINUTE, '▆'],
  [5 * MINUTE, '▇'],
];
const HIGHEST = '█';
const MOST_FAILED = '✗';
const NOTHING = ' ';

type OperatorState = keyof Texts['radar']['state'];

const marks: Readonly<Record<OperatorState, Mark>> = {
  fine: { glyph: '✓', tone: 'ok' },
  slow: { glyph: '!', tone: 'warning' },
  missing: { glyph: '✗', tone: 'danger' },
  out: { glyph: '✗', tone: 'danger' },
  quiet: { glyph: '·', tone: 'muted' },
};

/** Recognised as out; or in trouble that nobody has recognised yet. */
function stateOf({ outage, trouble, sent }: OperatorRadar): OperatorState {
  if (outage?.until === null) return 'out';
  if (trouble) return trouble.median === null ? 'missing' : 'slow';
  return sent === 0 ? 'quiet' : 'fine';
}

/** Whether an operator is one to look at first. */
export function isTroubled({ outage, trouble }: OperatorRadar): boolean {
  return trouble !== null || outage?.until === null;
}

export function radarColumns(texts: Texts, { from }: Pick<RadarView, 'from'>): readonly Column<OperatorRadar>[] {
  const { radar: say, moments } = texts;
  const { columns } = say;
  const took = (value: number | null) => (value === null ? '–' : moments.duration(value));
  const markOf = (one: OperatorRadar) => marks[stateOf(one)];
  return [
    { title: columns.operator, width: 10, grows: NAME_CELLS, text: ({ operator }) => operator },
    {
      title: columns.state,
      width: 14,
      text: (one) => `${markOf(one).glyph} ${say.state[stateOf(one)]}`,
      tone: (one) => markOf(one).tone,
    },
    { title: columns.sent, width: 7, text: ({ sent }) => String(sent) },
    { title: columns.failed, width: 10, text: ({ failed }) => String(failed), tone: failedTone },
    { title: '50 %', width: 10, from: 100, text: ({ p50 }) => took(p50) },
    { title: '95 %', width: 11, from: 100, text: ({ p95 }) => took(p95) },
    {
      title: `${columns.chart} ${say.from(from)}`.padEnd(20).slice(0, 24),
      width: 24,
      text: ({ slots }) => slots.map(barOf).join(''),
      tone: (one) => markOf(one).tone,
    },
  ];
}

function failedTone({ failed }: OperatorRadar) {
  return failed > 0 ? ('warning' as const) : ('muted' as const);
}

/** One quarter of an hour: how long an SMS took, or that most did not come. */
export function barOf({ sent, failed, median }: RadarSlot): string {
  if (sent === 0) return NOTHING;
  if (median === null || failed * 2 > sent) return failed > 0 ? MOST_FAILED : NOTHING;
  return heights.find(([atMost]) => median <= atMost)?.[1] ?? HIGHEST;
}

/** What the chosen operator's figures come to, in sentences. */
export function operatorLines(one: OperatorRadar, texts: Texts, width: number): readonly string[] {
  const { radar: say } = texts;
  const { operator, excused, bulkUnlock } = one;
  const mark = marks[stateOf(one)];
  const said: Cell[] = [...faring(one, texts), outageCell(one, texts)];
  if (excused > 0) said.push(cell(say.excused(excused), 'muted'));
  if (bulkUnlock && !bulkUnlock.approved) {
    said.push(cell(say.pending(bulkUnlock.requestedBy, bulkUnlock.serials.length, bulkUnlock.expiresAt), 'warning'));
  }
  return [
    line([cell(` ${operator}`, 'strong'), cell(`   ${mark.glyph} ${say.state[stateOf(one)]}`, mark.tone)], width),
    ...sentences(said, width),
  ];
}

/** How messages fare on it now: what an outage is recognised by, and its end. */
export function faringLines(one: OperatorRadar, texts: Texts, width: number): readonly string[] {
  return sentences(faring(one, texts), width);
}

function sentences(said: readonly Cell[], width: number): readonly string[] {
  return said.flatMap(({ text, tone }) => wrap(text, width - 4).map((part) => line([cell(`   ${part}`, tone)], width)));
}

/** Of an operator in trouble that alone: how fast messages came before is no comfort. */
function faring({ operator, trouble, p50, p95, callers }: OperatorRadar, { radar: say }: Texts): readonly Cell[] {
  if (trouble) {
    const { median, since } = trouble;
    const { glyph, tone } = marks[median === null ? 'missing' : 'slow'];
    const sentence =
      median === null ? say.nothing(operator, since, callers) : say.slow(operator, median, since, callers);
    return [cell(`${glyph} ${sentence}`, tone)];
  }
  if (p50 === null || p95 === null) return [];
  const { glyph, tone } = marks[p50 > SLOW ? 'slow' : 'fine'];
  return [cell(`${glyph} ${say.half(operator, p50)}`, tone), cell(say.nearlyAll(p95), 'muted')];
}

function outageCell({ outage }: OperatorRadar, texts: Texts): Cell {
  const { radar: say } = texts;
  if (!outage) return cell(say.noOutage, 'muted');
  return outage.until === null
    ? cell(`${marks.out.glyph} ${say.outageSince(outage.from)}`, marks.out.tone)
    : cell(say.outageWas(outage.from, outage.until), 'muted');
}
