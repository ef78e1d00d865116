import type { App } from '../../src/app.ts';
import type { Save, SaveTable } from '../../src/screens/console-context.ts';
import { Shell, type ShellProps } from '../../src/screens/shell.tsx';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import { type Robot, type RobotSize, robotAt } from './robot.tsx';
import { type Desk, supportDesk } from './support-desk.ts';

export const SMALL: RobotSize = { columns: 80, rows: 24 };
export const MIDDLE: RobotSize = { columns: 120, rows: 40 };

/** How far down the list of agents each stands; they are listed by role. */
const placeOf = { ewa: 0, marta: 1, tomasz: 2, adam: 3 } as const;
export type Colleague = keyof typeof placeOf;

/** The console on a terminal of its own, on somebody's database. */
export function consoleOn(
  app: App,
  {
    size = SMALL,
    language = 'en',
    start,
    save,
    saveTable,
    screenReader = false,
  }: {
    size?: RobotSize;
    language?: Language;
    start?: ShellProps['start'];
    save?: Save;
    saveTable?: SaveTable;
    screenReader?: boolean;
  } = {},
): Promise<Robot> {
  return robotAt(<Shell app={app} texts={textFor(language)} start={start} save={save} saveTable={saveTable} />, size, {
    screenReader,
  });
}

/** The console on the test desk's database, with somebody signed in and the queue on screen. */
export async function consoleAs(
  colleague: Colleague,
  options: {
    readonly size?: RobotSize;
    readonly language?: Language;
    readonly app?: Desk;
    readonly save?: Save;
    readonly screenReader?: boolean;
  } = {},
) {
  const app = options.app ?? (await supportDesk());
  const robot = await consoleOn(app, options);
  await signIn(robot, colleague);
  return { app, robot };
}

export async function signIn(robot: Robot, colleague: Colleague): Promise<void> {
  await robot.see('Ewa Lis');
  for (let step = 0; step < placeOf[colleague]; step++) await robot.press('down');
  await robot.press('enter');
  await robot.see(/Queue|Kolejka/);
}
