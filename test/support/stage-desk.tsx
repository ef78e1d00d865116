import { Shell } from '../../src/screens/shell.tsx';
import type { AnyMove, Scenario } from '../../src/sim/scenario.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import { SMALL } from './console-desk.tsx';
import { type Robot, type RobotSize, robotAt } from './robot.tsx';
import { scenarioNamed } from './scenarios.ts';
import { type Desk, supportDesk } from './support-desk.ts';

interface Opening {
  readonly story: string | null;
  readonly as?: string;
  readonly size?: RobotSize;
  readonly language?: Language;
}

/** The console opened on the stage by a command, as the desk's trainer unless somebody else is named. */
export async function stageDesk({
  story,
  as = 'tomasz',
  size = SMALL,
  language = 'en',
}: Opening): Promise<{ readonly app: Desk; readonly robot: Robot }> {
  const app = await supportDesk();
  const scenario: Scenario | null = story === null ? null : await scenarioNamed(story);
  const start = { as, at: { screen: 'stage', scenario, seed: 1 } } as const;
  const robot = await robotAt(<Shell app={app} texts={textFor(language)} start={start} />, size);
  await robot.see(scenario ? /(step|krok) 0 / : /happy-path|✗ /);
  return { app, robot };
}

/** A story replayed to an agent of the desk, who sees no secret in it. */
export async function replayDesk(story: string, language: Language): Promise<{ readonly robot: Robot }> {
  const scenario = await scenarioNamed(story);
  const start = { as: 'ewa', at: { screen: 'replay', scenario, seed: 1 } } as const;
  const robot = await robotAt(<Shell app={await supportDesk()} texts={textFor(language)} start={start} />, SMALL);
  await robot.see(/(step|krok) 0 /);
  return { robot };
}

/** How many steps a story takes from its beginning through its first move of this kind, as it is written in its file. */
export async function lengthThrough(story: string, move: AnyMove['do']): Promise<number> {
  const { before, call, support, after } = await scenarioNamed(story);
  const moves: readonly AnyMove['do'][] = [
    ...before.map((one) => one.do),
    ...(call ? (['ring'] as const) : []),
    ...[...support, ...after].map((one) => one.do),
  ];
  const place = moves.indexOf(move);
  if (place < 0) throw new Error(`nobody does ${move} in ${story}`);
  return place + 1;
}

/** Makes so many steps of the story, each seen before the next. */
export async function steps(robot: Robot, count: number, from = 0): Promise<void> {
  for (let step = from + 1; step <= from + count; step++) {
    await robot.press('.');
    await robot.see(new RegExp(`(step|krok) ${step} `));
    // The clock at the end of the first line says the same as the story below.
    await robot.see(/^[^\n]*(\d\d:\d\d:\d\d)\n[\s\S]*\n [✓✗] \1 /);
  }
}
