import { consoleOn } from '../console-desk.tsx';
import { supportDesk } from '../support-desk.ts';
import { QUEUE, toAccount, type View } from './view.ts';

export const overlayViews: readonly View[] = [
  {
    name: 'help',
    screen: 'help',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('?');
      await robot.see(/Keys here|All keys|Klawisze|klawisze/);
    },
  },
  {
    name: 'palette',
    screen: 'palette',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press(':');
      await robot.see(/Action: |Polecenie: /);
    },
  },
  {
    name: 'palette-filtered',
    screen: 'palette',
    state: 'full',
    go: async (robot) => {
      await toAccount(robot, 'active');
      await robot.press('ctrl+k');
      await robot.type(robot.screen().includes('Konto') ? 'odblok' : 'unl');
      await robot.see(/(▸ u .*✕|(selected|zaznaczone): u, )/);
    },
  },
  {
    name: 'palette-nothing',
    screen: 'palette',
    state: 'empty',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press(':');
      await robot.type('xyzzy');
      await robot.see(/“xyzzy”|„xyzzy”/);
    },
  },
  {
    name: 'locked-screen',
    screen: 'lock',
    state: 'full',
    go: async (robot) => {
      await robot.see(QUEUE);
      await robot.press('ctrl+x');
      await robot.see(/hides what|ukryła/);
    },
  },
  {
    name: 'sign-in',
    screen: 'sign-in',
    state: 'full',
    open: async (opening) => {
      const robot = await consoleOn(await supportDesk(), opening);
      await robot.see('Ewa Lis');
      return robot;
    },
    go: async () => undefined,
  },
];
