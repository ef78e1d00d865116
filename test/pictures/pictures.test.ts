import { join } from 'node:path';
import { describe, test } from 'vitest';
import { consoleAs } from '../support/console-desk.tsx';
import { expectKept } from '../support/kept.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf } from '../support/support-desk.ts';
import { type PaletteName, palettes, svgOf } from '../support/svg.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const SIZE = { columns: 110, rows: 30 };

async function toAccount(robot: Robot): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf('locked'));
  await robot.see('▸ ', customerOf('locked'));
  await robot.press('enter');
  await robot.see('Serial number');
}

/** What is done to get to what the picture shows. */
const ways: Readonly<Record<string, (robot: Robot) => Promise<void>>> = {
  account: toAccount,
  confirm: async (robot) => {
    await toAccount(robot);
    await robot.press('u');
    await robot.type('INC-20931');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('no network in the office');
    await robot.press('enter');
    await robot.see('Press y');
  },
};

describe('the pictures in README and docs are what the console draws today (npm run pictures)', () => {
  test.each(Object.entries(ways))('%s', async (name, way) => {
    const { robot } = await consoleAs('ewa', { size: SIZE });
    await way(robot);
    for (const palette of Object.keys(palettes) as PaletteName[])
      expectKept(join(FOLDER, `${name}-${palette}.svg`), svgOf(robot.painted(), palette), 'PICTURES');
  });
});
