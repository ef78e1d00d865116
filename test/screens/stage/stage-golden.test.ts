import { describe, test } from 'vitest';
import { languages } from '../../../src/text/language.ts';
import { MIDDLE, SMALL } from '../../support/console-desk.tsx';
import { expectGolden } from '../../support/golden.ts';
import type { Robot, RobotSize } from '../../support/robot.tsx';
import { stageDesk, steps } from '../../support/stage-desk.tsx';

const WIDE: RobotSize = { columns: 160, rows: 45 };

/** What is done to get to the frame: of which story, and how. */
const ways: Readonly<Record<string, { readonly story: string | null; readonly go: (robot: Robot) => Promise<void> }>> =
  {
    'stage-stories': { story: null, go: (robot) => robot.see('happy-path', 'sms-late') },
    'stage-begin': { story: 'sms-late', go: async () => undefined },
    'stage-waiting': { story: 'sms-late', go: (robot) => steps(robot, 2) },
    'stage-refused': { story: 'sms-late', go: (robot) => steps(robot, 4) },
    'stage-called': { story: 'sms-late', go: (robot) => steps(robot, 6) },
    'stage-secret': {
      story: 'happy-path',
      async go(robot) {
        await steps(robot, 4);
        await robot.press('p');
      },
    },
    'stage-faults': {
      story: 'sms-late',
      async go(robot) {
        await steps(robot, 2);
        await robot.press('f');
        await robot.see(/goes wrong|się psuje/);
      },
    },
    'stage-acts': {
      story: 'sms-late',
      async go(robot) {
        await steps(robot, 2);
        await robot.press('a');
        await robot.see(/subscriber do|robi subskrybent/);
      },
    },
  };

describe.each(languages)('the stage in %s', (language) => {
  describe.each([SMALL, MIDDLE, WIDE])('at $columns×$rows', (size) => {
    test.each(Object.entries(ways))('%s', async (name, { story, go }) => {
      const { robot } = await stageDesk({ story, size, language });
      await go(robot);
      expectGolden(`${name}.${size.columns}x${size.rows}.${language}`, robot.screen());
    });
  });

  test('each pane at 80×24, and the QR alone', async () => {
    const { robot } = await stageDesk({ story: 'happy-path', language });
    await steps(robot, 4);
    for (const [key, pane] of [
      ['h', 'phone'],
      ['d', 'computer'],
      ['n', 'network'],
      ['s', 'support'],
    ] as const) {
      await robot.press(key);
      expectGolden(`stage-${pane}.80x24.${language}`, robot.screen());
    }
    await robot.press('Q');
    expectGolden(`stage-qr-alone.80x24.${language}`, robot.screen());
  });
});
