import { join } from 'node:path';
import { afterEach, describe, test } from 'vitest';
import { type Ground, paintFor } from '../../src/ui/theme.ts';
import { consoleOn } from '../support/console-desk.tsx';
import { expectKept } from '../support/kept.ts';
import type { Robot, RobotSize } from '../support/robot.tsx';
import { showcase } from '../support/showcase.ts';
import { lengthThrough, stageDesk, steps } from '../support/stage-desk.tsx';
import { type PaletteName, palettes, svgOf } from '../support/svg.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

interface Picture {
  readonly size: RobotSize;
  /** Gets to what the picture shows. */
  readonly open: (size: RobotSize) => Promise<Robot>;
}

const pictures: Readonly<Record<string, Picture>> = {
  account: { size: { columns: 110, rows: 30 }, open: ofTheLocked },
  confirm: {
    size: { columns: 110, rows: 30 },
    async open(size) {
      const robot = await ofTheLocked(size);
      await robot.press('u');
      await robot.type('INC-20931');
      await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
      await robot.type('no network in the office');
      await robot.press('enter');
      await robot.see('Press y');
      return robot;
    },
  },
  radar: {
    size: { columns: 110, rows: 24 },
    async open(size) {
      const { app } = await showcase('operator-outage', 'verify');
      const robot = await consoleOn(app, { size });
      await robot.see('Olga Bober');
      await robot.press('down', 'down', 'enter');
      await robot.see('Queue');
      await robot.press('6');
      await robot.see('not coming');
      return robot;
    },
  },
  stage: {
    size: { columns: 160, rows: 45 },
    async open(size) {
      const { robot } = await stageDesk({ story: 'three-failures', size });
      await steps(robot, await lengthThrough('three-failures', 'show-qr'));
      return robot;
    },
  },
};

async function ofTheLocked(size: RobotSize): Promise<Robot> {
  const { app, customerId } = await showcase('three-failures', 'ring');
  const robot = await consoleOn(app, { size });
  await robot.see('Ewa Lis');
  await robot.press('enter');
  await robot.see('Queue');
  await robot.press('/');
  await robot.type(customerId);
  await robot.see(/▸ .*locked/);
  await robot.press('enter');
  await robot.see('SMS attempts');
  return robot;
}

afterEach(() => paintFor({ depth: 'sixteen', ground: 'dark' }));

describe('the pictures in README and docs are what the console draws today (npm run pictures)', () => {
  test.each(Object.entries(pictures))('%s', async (name, { size, open }) => {
    const robot = await open(size);
    for (const palette of Object.keys(palettes) as PaletteName[]) {
      await paintedFor(robot, palette, size);
      expectKept(join(FOLDER, `${name}-${palette}.svg`), svgOf(robot.painted(), palette), 'PICTURES');
    }
  });
});

/** Another ground, and the whole screen drawn on it. */
async function paintedFor(robot: Robot, ground: Ground, { columns, rows }: RobotSize): Promise<void> {
  paintFor({ depth: 'full', ground });
  await robot.resize(columns + 1, rows);
  await robot.resize(columns, rows);
}
