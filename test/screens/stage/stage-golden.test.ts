import { describe, expect, test } from 'vitest';
import { textFor } from '../../../src/text/index.ts';
import { languages } from '../../../src/text/language.ts';
import { MIDDLE, SMALL } from '../../support/console-desk.tsx';
import { expectGolden } from '../../support/golden.ts';
import type { Robot, RobotSize } from '../../support/robot.tsx';
import { lengthThrough, replayDesk, stageDesk, steps } from '../../support/stage-desk.tsx';

const sizes: readonly RobotSize[] = [SMALL, MIDDLE, { columns: 160, rows: 45 }];

describe.each(languages)('the stage in %s', (language) => {
  test('the stories to choose from', async () => {
    const { robot } = await stageDesk({ story: null, language });
    await robot.see('happy-path');
    await expectFrames(robot, 'stage-stories');
  });

  test('an SMS too late: the beginning, the wait, what can be done meanwhile, the refusal, the call', async () => {
    const { robot } = await stageDesk({ story: 'sms-late', language });
    await expectFrames(robot, 'stage-begin');
    const sent = await lengthThrough('sms-late', 'send-code');
    await steps(robot, sent);
    await expectFrames(robot, 'stage-waiting');
    await robot.press('f');
    await robot.see(/goes wrong|się psuje/);
    await expectFrames(robot, 'stage-faults');
    await robot.press('escape', 'a');
    await robot.see(/subscriber do|robi subskrybent/);
    await expectFrames(robot, 'stage-acts');
    await robot.press('escape');
    const refused = await lengthThrough('sms-late', 'enter-code');
    await steps(robot, refused - sent, sent);
    await expectFrames(robot, 'stage-refused');
    await steps(robot, (await lengthThrough('sms-late', 'ring')) - refused, refused);
    await expectFrames(robot, 'stage-called');
    const onStage = robot.screen();
    await robot.press('c');
    await robot.see('happy-path');
    await robot.press('escape');
    // Looking for another story leaves this one where it was.
    await robot.see(onStage);
  });

  test('the secret, each pane at 80×24, and the QR alone', async () => {
    const { robot } = await stageDesk({ story: 'happy-path', language });
    await steps(robot, await lengthThrough('happy-path', 'show-qr'));
    await robot.press('p');
    await expectFrames(robot, 'stage-secret');
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

  test('a replay: the codes and the QR are veiled, and there is nothing to interfere with', async () => {
    const { robot } = await replayDesk('happy-path', language);
    const shown = await lengthThrough('happy-path', 'show-qr');
    await steps(robot, shown);
    await expectFrames(robot, 'stage-replay-secret');
    const signed = await lengthThrough('happy-path', 'sign');
    await steps(robot, signed - shown, shown);
    await expectFrames(robot, 'stage-replay-signed');
    await robot.resize(160, 45);
    await robot.see('••• •••', 'EuroCert TRAINING');
    expect(robot.screen()).toMatch(/••••••, (ważny|valid)/);
    for (const key of ['a', 'f', 'c', 'Q']) {
      await robot.press(key);
      await robot.see(textFor(language).console.idleKey(key, '?'));
    }
  });

  /** The frame at every size, of one play; left as small as it was. */
  async function expectFrames(robot: Robot, name: string): Promise<void> {
    for (const { columns, rows } of [...sizes.slice(1), SMALL]) {
      await robot.resize(columns, rows);
      await robot.see(new RegExp(`\\n─{${columns}}\\n`));
      expectGolden(`${name}.${columns}x${rows}.${language}`, robot.screen());
    }
  }
});
