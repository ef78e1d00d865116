import type { Route } from '../../../src/screens/routes.ts';
import type { Language } from '../../../src/text/language.ts';
import { type Colleague, consoleAs } from '../console-desk.tsx';
import type { Robot, RobotSize } from '../robot.tsx';
import { customerOf, type Desk, type PersonKey } from '../support-desk.ts';

/** What there is to draw besides the usual: nothing, an answer on its way, a fault, or a thing that somebody else changed. */
export type ViewState = 'full' | 'empty' | 'loading' | 'trouble' | 'changed' | 'narrow';

/** Screens that no route leads to. */
export type Overlaid = 'sign-in' | 'lock' | 'help' | 'palette' | 'too-small';

export interface Opening {
  readonly size: RobotSize;
  readonly language: Language;
  /** As read aloud. */
  readonly screenReader?: boolean;
}

/** One screen in one state, and how a user gets there. */
export interface View {
  readonly name: string;
  readonly screen: Route['screen'] | Overlaid;
  readonly state: ViewState;
  /** Whose console it is; Ewa's unless said. */
  readonly who?: Colleague;
  readonly desk?: () => Promise<Desk>;
  /** Where it is another file with other people. */
  readonly open?: (opening: Opening) => Promise<Robot>;
  readonly go: (robot: Robot, app: Desk) => Promise<void>;
}

/** The console with this view in front. */
export async function openView({ who = 'ewa', desk, open, go }: View, opening: Opening): Promise<Robot> {
  if (open) return open(opening);
  const { robot, app } = await consoleAs(who, { ...opening, ...(desk ? { app: await desk() } : {}) });
  await go(robot, app);
  return robot;
}

/** Case numbers are drawn by chance. */
export function withoutChance(frame: string): string {
  return frame.replaceAll(/\b(?!TRAINING\b)[A-Z2-9]{8}\b/g, 'CASE2345');
}

export const QUEUE = /blocked|zastrzeż|locked: SMS|blokada: próby/;

/** The chosen one of a list, as it is drawn or read aloud. */
export const SELECTED = /▸ |selected: |zaznaczone: /;

export async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(SELECTED, customerOf(key));
  await robot.press('enter');
  await robot.see(/Serial number|Numer seryjny/);
}
