import type { AgentView } from '../../domain/read-models.ts';
import { spreadsheetLines } from '../../intake/spreadsheet.ts';
import { type CalledScenario, hasCall } from '../../sim/drill.ts';
import { difficultyOf } from '../../sim/drill-calls.ts';
import { type DoneDrill, doneDrills } from '../../sim/drill-record.ts';
import { topics } from '../../sim/drill-score.ts';
import { exitCodes, Misuse } from '../exit.ts';
import type { CliRefusal } from '../refusal.ts';
import { scenarioOf } from '../scenario-loading.ts';
import type { Context, Run } from '../spec.ts';

/** Opens the console at the school, with the named scenarios among its calls; a live database has no school. */
export const train: Run = async (context, input) => {
  const { out, wiring, texts, db } = context;
  if ((await context.app()).realm === 'live') return out.refuse({ code: 'training-only' });
  const calls = await callsNamed(context, input.many('SCENARIO'));
  if ('code' in calls) return out.refuse(calls);
  const start = { as: null, at: { screen: 'school' }, calls } as const;
  const ended = await wiring.console({ db, language: texts.language, start });
  return ended === exitCodes.done ? exitCodes.done : exitCodes.misuse;
};

async function callsNamed(context: Context, named: readonly string[]): Promise<readonly CalledScenario[] | CliRefusal> {
  const calls: CalledScenario[] = [];
  for (const nameOrFile of named) {
    const scenario = await scenarioOf(context, nameOrFile);
    if ('code' in scenario) return scenario;
    if (!hasCall(scenario)) return { code: 'scenario-without-call', name: scenario.name };
    // The name is what results are kept under.
    if (calls.some(({ name }) => name === scenario.name)) return { code: 'scenario-twice', name: scenario.name };
    calls.push(scenario);
  }
  return calls;
}

/** Every call that was taken, one line each: a table, JSON, or CSV for a spreadsheet. */
export const trainResults: Run = async (context, input) => {
  const { out, texts } = context;
  if (input.flag('csv') && out.json) throw new Misuse(texts.school.results.oneFormat);
  const app = await context.app();
  const { world } = app;
  if (!world) return out.refuse({ code: 'training-only' });
  const agents = await app.ask.agents();
  const wanted = input.option('trainee');
  const asked = agents.filter(({ agentId }) => wanted === undefined || agentId === wanted);
  if (wanted !== undefined && asked.length === 0) return out.refuse({ code: 'agent-unknown', agentId: wanted });
  const results = asked.flatMap((agent) => doneDrills(world, agent.agentId).map((done) => ({ agent, done })));
  if (input.flag('csv')) out.raw(csv(results, context));
  else out.answer({ results: results.map(documentOf) }, () => printTable(results, context));
  return exitCodes.done;
};

interface Result {
  readonly agent: AgentView;
  readonly done: DoneDrill;
}

function printTable(results: readonly Result[], { out, texts }: Context): void {
  const { fields, none } = texts.school.results;
  if (results.length === 0) {
    out.note(none);
    return;
  }
  out.table(
    [fields.name, fields.ended, fields.level, fields.points, fields.diagnosis, fields.title],
    results.map(({ agent, done: { drill, score, endedAt } }) => [
      agent.name,
      texts.moments.stamp(endedAt),
      texts.school.level[difficultyOf(drill.scenario)],
      `${score.passed ? '✓' : '✗'} ${score.points}`,
      score.diagnosedAfter === null ? '–' : texts.moments.duration(score.diagnosedAfter),
      drill.scenario.title[texts.language],
    ]),
  );
}

/** Seconds and ISO 8601, so that a spreadsheet can reckon with them. */
function csv(results: readonly Result[], { texts }: Context): string {
  const { fields } = texts.school.results;
  const { topic } = texts.school.debrief;
  const head = [
    ...['trainee', 'name', 'run', 'ended', 'scenario', 'title', 'level', 'points', 'passed', 'seconds'].map(
      (field) => fields[field as keyof typeof fields],
    ),
    ...topics.map((one) => topic[one]),
  ];
  const rows = results.map((result) => {
    const one = documentOf(result);
    return [
      one.trainee,
      one.name,
      String(one.run),
      new Date(one.endedAt).toISOString(),
      one.scenario,
      result.done.drill.scenario.title[texts.language],
      texts.school.level[one.level],
      String(one.points),
      one.passed ? texts.cli.yes : texts.cli.no,
      one.secondsToDiagnosis?.toString() ?? '',
      ...topics.map((topicName) => one.marks.find((mark) => mark.topic === topicName)?.points.toString() ?? ''),
    ];
  });
  return spreadsheetLines([head, ...rows], true);
}

function documentOf({ agent, done: { drill, score, endedAt } }: Result) {
  return {
    trainee: agent.agentId,
    name: agent.name,
    run: drill.number,
    endedAt,
    scenario: drill.scenario.name,
    level: difficultyOf(drill.scenario),
    points: score.points,
    passed: score.passed,
    secondsToDiagnosis: score.diagnosedAfter === null ? null : Math.round(score.diagnosedAfter / 1_000),
    marks: score.marks.map(({ topic, points, of }) => ({ topic, points, of })),
  };
}
