import type { Robot } from './robot.tsx';

const MOST = 60;

/** Moves down the list until the chosen line shows this. */
export async function choose(robot: Robot, words: string): Promise<void> {
  const chosen = () =>
    robot
      .screen()
      .split('\n')
      .some((line) => line.includes('▸') && line.includes(words));
  await robot.press('home');
  for (let step = 0; step < MOST && !chosen(); step++) await robot.press('down');
  await robot.see(new RegExp(`▸.*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
}

/** In the panel of a call: goes to a group and says something from it. */
export async function tell(robot: Robot, tab: string, words: string): Promise<void> {
  const open = new RegExp(`▸ ${tab}(  |$)`, 'm');
  for (let step = 0; step < 5 && !open.test(robot.screen()); step++) await robot.press('right');
  await robot.see(open);
  await choose(robot, words);
  await robot.press('enter');
}

/** Who is on the line, as the strip says. */
export function callerOn(robot: Robot): string {
  return /☎ (.+?) · INC/.exec(robot.screen())?.[1] ?? '';
}
