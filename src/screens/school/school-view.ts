import type { CallOffer } from '../../sim/drill-calls.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { Tone } from '../../ui/theme.ts';

/** Points as glyph and number: passed, half way, or less. */
export function pointsMark(points: number): { readonly text: string; readonly tone: Tone } {
  if (points >= drillPolicy.pass) return { text: `✓ ${points}`, tone: 'ok' };
  return points >= drillPolicy.pass / 2
    ? { text: `◐ ${points}`, tone: 'warning' }
    : { text: `✗ ${points}`, tone: 'danger' };
}

/** How many calls there are, how many were taken, how well; and what the keys do. */
export function schoolHead(calls: readonly CallOffer[], texts: Texts, width: number): readonly string[] {
  const { calls: say } = texts.school;
  const taken = calls.filter(({ runs }) => runs.length > 0).length;
  const points = calls.flatMap(({ runs }) => runs.map(({ score }) => score.points));
  const average = Math.round(points.reduce((sum, one) => sum + one, 0) / Math.max(1, points.length));
  const { names } = texts.keys;
  const summary: readonly Cell[] = [
    cell(` ☎ ${say.summary(calls.length, taken)}`, 'strong'),
    ...(points.length > 0 ? [cell(` · ${say.average(average)}`, 'muted')] : []),
  ];
  const hint = say.hint(keyOf('take-call', names), keyOf('start-shift', names), drillPolicy.callsInShift);
  return [line(summary, width), ...wrap(hint, width - 2).map((part) => line([cell(` ${part}`, 'muted')], width)), ''];
}

/** The columns of the list of calls. What a call is about is told after it was taken. */
export function callColumns(calls: readonly CallOffer[], texts: Texts): readonly Column<CallOffer>[] {
  const { calls: say, level, mood } = texts.school;
  const last = ({ runs }: CallOffer) => runs.at(-1)?.score.points;
  const best = ({ runs }: CallOffer) =>
    runs.length > 0 ? Math.max(...runs.map(({ score }) => score.points)) : undefined;
  const mark = (points: number | undefined) =>
    points === undefined ? { text: '', tone: 'muted' as const } : pointsMark(points);
  return [
    { title: say.number, width: 3, text: (call) => String(calls.indexOf(call) + 1), tone: () => 'muted' },
    { title: say.level, width: 7, text: ({ difficulty }) => level[difficulty] },
    { title: say.mood, width: 15, text: ({ scenario }) => mood[scenario.call.mood] },
    { title: say.ticket, width: 10, from: 100, text: ({ scenario }) => scenario.call.ticket, tone: () => 'muted' },
    { title: say.last, width: 9, text: (call) => mark(last(call)).text, tone: (call) => mark(last(call)).tone },
    {
      title: say.best,
      width: 9,
      from: 90,
      text: (call) => mark(best(call)).text,
      tone: (call) => mark(best(call)).tone,
    },
    {
      title: say.about,
      width: 20,
      grows: NAME_CELLS,
      text: ({ runs, scenario }) => (runs.length === 0 ? say.fresh : scenario.title[texts.language]),
      tone: ({ runs }) => (runs.length === 0 ? 'muted' : 'plain'),
    },
  ];
}
