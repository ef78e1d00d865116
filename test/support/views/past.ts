import type { Robot } from '../robot.tsx';
import { toAccount, type View } from './view.ts';

async function toPast(robot: Robot): Promise<void> {
  await toAccount(robot, 'locked');
  await robot.press('t');
  await robot.see(/AS IT WAS|STAN Z/);
}

export const pastViews: readonly View[] = [
  { name: 'past', screen: 'past', state: 'full', go: toPast },
  {
    name: 'past-first',
    screen: 'past',
    state: 'full',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('home');
      await robot.see(/ 1 (of|z) /);
    },
  },
  {
    name: 'past-before',
    screen: 'past',
    state: 'empty',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('home', 'left');
      await robot.see(/not there yet|jeszcze nie było/);
    },
  },
  {
    name: 'past-now',
    screen: 'past',
    state: 'full',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('end');
      await robot.see(/AS IT IS NOW|STAN OBECNY/);
    },
  },
  {
    name: 'past-going',
    screen: 'past',
    state: 'full',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('m');
      await robot.type('23.11.2026');
      await robot.see('23.11.2026');
    },
  },
];
