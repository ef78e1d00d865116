import { join } from 'node:path';
import { afterEach, describe, test } from 'vitest';
import { type Ground, paintFor } from '../../src/ui/theme.ts';
import { consoleAs } from '../support/console-desk.tsx';
import { expectKept } from '../support/kept.ts';
import type { Robot, RobotSize } from '../support/robot.tsx';
import { lengthThrough, stageDesk, steps } from '../support/stage-desk.tsx';
import { type PaletteName, palettes, svgOf } from '../support/svg.ts';
import { everyView } from '../support/views/every.ts';
import { toAccount } from '../support/views/view.ts';

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
  radar: { size: { columns: 110, rows: 24 }, open: (size) => viewed('radar', size) },
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
  const { robot } = await consoleAs('ewa', { size });
  await toAccount(robot, 'locked');
  return robot;
}

async function viewed(name: string, size: RobotSize): Promise<Robot> {
  const view = everyView.find((one) => one.name === name);
  if (!view?.open) throw new Error(`no view ${name}`);
  return view.open({ size, language: 'en' });
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
