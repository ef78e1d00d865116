import type { CalledScenario } from '../../sim/drill.ts';
import { type Difficulty, difficulties, difficultyOf } from '../../sim/drill-calls.ts';
import type { Pupil } from '../../sim/drill-class.ts';
import { drillPolicy } from '../../sim/drill-policy.ts';
import type { DoneDrill } from '../../sim/drill-record.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, fixed, line, wrap } from '../../ui/cells.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import { pointsMark } from './school-view.ts';

const NAME = 22;
const CALLS = 9;
const AVERAGE = 9;
const RUNS = 16;
const GAP = 2;

export interface ClassRoom {
  readonly pupils: readonly Pupil[];
  /** From easy to hard. */
  readonly scenarios: readonly CalledScenario[];
}

/** Trainees by calls: one line each, a glyph for every call. */
export function classLines({ pupils, scenarios }: ClassRoom, selected: number, texts: Texts, width: number) {
  const { class: say } = texts.school;
  const weakestAt = Math.max(14, say.weakest.length) + GAP;
  const head: readonly Cell[] = [
    cell('  '),
    fixed(say.trainee, NAME, 'muted'),
    fixed(say.calls, CALLS, 'muted'),
    fixed(say.average, AVERAGE, 'muted'),
    fixed(say.lastRuns, RUNS, 'muted'),
    fixed(say.weakest, weakestAt, 'muted'),
  ];
  const taken = 2 + NAME + CALLS + AVERAGE + RUNS + weakestAt;
  const beside = width - taken >= glyphsWidth(scenarios, texts);
  const rows = pupils.flatMap((pupil, place) => {
    const chosen = place === selected;
    const average = pupil.average === null ? null : pointsMark(pupil.average);
    const cells: readonly Cell[] = [
      cell(chosen ? '▸ ' : '  ', 'selected'),
      fixed(pupil.name, NAME, chosen ? 'selected' : 'plain'),
      fixed(String(pupil.calls), CALLS),
      average ? fixed(average.text, AVERAGE, average.tone) : fixed('–', AVERAGE, 'muted'),
      fixed(pupil.lastRuns.join(' ') || '–', RUNS, pupil.calls > 0 ? 'plain' : 'muted'),
      fixed(weakestWords(pupil, texts), weakestAt, pupil.weakest ? 'warning' : 'muted'),
    ];
    const glyphs = scenarioGlyphs(pupil, scenarios, texts);
    return beside ? [line([...cells, ...glyphs], width)] : [line(cells, width), line([cell('    '), ...glyphs], width)];
  });
  return [
    line([...head, ...(beside ? [cell(say.scenarios, 'muted')] : [])], width),
    ...rows,
    '',
    ...wrap(say.legend(drillPolicy.pass), width - 2).map((part) => line([cell(` ${part}`, 'muted')], width)),
  ];
}

function weakestWords({ weakest, calls }: Pupil, { school }: Texts): string {
  if (weakest) return school.debrief.topic[weakest];
  return calls === 0 ? '' : school.class.noWeakness;
}

/** A level's name, a blank and its calls, for each level. */
function glyphsWidth(scenarios: readonly CalledScenario[], { school }: Texts): number {
  return difficulties.reduce((sum, level) => sum + school.level[level].length + 2, scenarios.length);
}

function scenarioGlyphs(pupil: Pupil, scenarios: readonly CalledScenario[], texts: Texts): readonly Cell[] {
  return difficulties.flatMap((level: Difficulty) => {
    const own = scenarios.filter((scenario) => difficultyOf(scenario) === level);
    if (own.length === 0) return [];
    const glyphs = own.map(({ name }) => {
      const run = pupil.latest.get(name);
      if (!run) return cell('·', 'muted');
      const { text, tone } = pointsMark(run.score.points);
      return cell(text.slice(0, 1), tone);
    });
    return [cell(` ${texts.school.level[level]} `, 'muted'), ...glyphs];
  });
}

/** One trainee's calls, the newest first. */
export function runColumns(texts: Texts): readonly Column<DoneDrill>[] {
  const { class: say, calls, level } = texts.school;
  return [
    { title: say.when, width: 19, text: ({ endedAt }) => texts.moments.stamp(endedAt), tone: () => 'muted' },
    {
      title: calls.last,
      width: 9,
      text: ({ score }) => pointsMark(score.points).text,
      tone: ({ score }) => pointsMark(score.points).tone,
    },
    { title: calls.level, width: 7, text: ({ drill }) => level[difficultyOf(drill.scenario)] },
    { title: calls.about, width: 20, grows: NAME_CELLS, text: ({ drill }) => drill.scenario.title[texts.language] },
  ];
}
