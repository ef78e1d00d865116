import { describe, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { type Colleague, consoleAs, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type PersonKey } from '../support/support-desk.ts';

async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(/▸ /, customerOf(key));
  await robot.press('enter');
  await robot.see(/Serial number|Numer seryjny/);
}

async function toPast(robot: Robot): Promise<void> {
  await toAccount(robot, 'locked');
  await robot.press('t');
  await robot.see(/AS IT WAS|STAN Z/);
}

interface Way {
  readonly as: Colleague;
  readonly go: (robot: Robot) => Promise<void>;
}

/** What is done to get to the frame; each frame by its name. */
const ways: Readonly<Record<string, Way>> = {
  past: { as: 'ewa', go: toPast },
  'past-first': {
    as: 'ewa',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('home');
      await robot.see(/ 1 (of|z) /);
    },
  },
  'past-before': {
    as: 'ewa',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('home', 'left');
      await robot.see(/not there yet|jeszcze nie było/);
    },
  },
  'past-now': {
    as: 'ewa',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('end');
      await robot.see(/AS IT IS NOW|STAN OBECNY/);
    },
  },
  'past-going': {
    as: 'ewa',
    go: async (robot) => {
      await toPast(robot);
      await robot.press('m');
      await robot.type('23.11.2026');
      await robot.see('23.11.2026▏');
    },
  },
};

describe.each(languages)('the desk in %s', (language) => {
  describe.each([SMALL, MIDDLE])('at $columns×$rows', (size) => {
    test.each(Object.entries(ways))('%s', async (name, { as, go }) => {
      const { robot } = await consoleAs(as, { size, language });
      await go(robot);
      expectGolden(`${name}.${size.columns}x${size.rows}.${language}`, robot.screen());
    });
  });
});
