import { describe, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/ids.ts';
import { consoleOn, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import { NOON } from '../support/records.ts';
import { historyDesk } from '../support/reported.ts';
import type { Robot } from '../support/robot.tsx';

/** By role: ewa and jan, then the supervisors marta and olga. */
const placeOf = { ewa: 0, olga: 3 } as const;

/** Something of everything, on two days. */
async function busyDesk() {
  const desk = await historyDesk();
  const { sms, lock, openCase, unlock, close, askReset, decide, clock } = desk;
  await lock(8, '2026-11-16T09:00:00+01:00');
  await sms(1, '2026-11-22T09:00:00+01:00', 5 * SECOND);
  await sms(2, '2026-11-22T09:01:00+01:00', 3 * MINUTE, 'Play');
  await lock(3, '2026-11-22T09:10:00+01:00');
  const one = await openCase('ewa', 3, '2026-11-22T09:40:00+01:00');
  await unlock('ewa', 3, one, '2026-11-22T09:47:00+01:00', 'sms-not-received');
  await close('ewa', one, '2026-11-22T09:49:00+01:00');
  await sms(4, '2026-11-23T09:00:00+01:00', 'failed', 'Play');
  await sms(5, '2026-11-23T09:01:00+01:00', 8 * SECOND);
  await lock(6, '2026-11-23T09:10:00+01:00');
  const two = await openCase('jan', 6, '2026-11-23T10:20:00+01:00');
  await unlock('jan', 6, two, '2026-11-23T10:27:00+01:00', 'sms-late');
  const three = await openCase('ewa', 9, '2026-11-23T10:40:00+01:00');
  await askReset('ewa', 9, three, '2026-11-23T10:41:00+01:00');
  await decide('olga', 9, 'approve', '2026-11-23T10:47:00+01:00');
  const four = await openCase('jan', 7, '2026-11-23T11:00:00+01:00');
  await askReset('jan', 7, four, '2026-11-23T11:01:00+01:00');
  await decide('marta', 7, 'reject', '2026-11-23T11:10:00+01:00');
  clock.set(NOON);
  await desk.app.sweep();
  return desk.app;
}

async function emptyDesk() {
  const { app, clock } = await historyDesk();
  clock.set(NOON);
  return app;
}

async function tabs(robot: Robot, count: number): Promise<void> {
  for (let tab = 0; tab < count; tab++) await robot.press('tab');
}

const settled = /as of|stan na|Nothing of this kind|nic takiego/;

describe.each(['en', 'pl'] as const)('reports in %s', (language) => {
  describe.each([SMALL, MIDDLE])('at $columns×$rows', (size) => {
    test.each(['locks', 'causes', 'resolution', 'delivery', 'approvals'])('%s', async (name) => {
      const robot = await reports(await busyDesk());
      await tabs(robot, ['locks', 'causes', 'resolution', 'delivery', 'approvals'].indexOf(name));
      await robot.see(settled);
      expectGolden(`report-${name}.${size.columns}x${size.rows}.${language}`, robot.screen());
    });

    test('nothing happened', async () => {
      const robot = await reports(await emptyDesk());
      await tabs(robot, 1);
      await robot.see(settled, /Nothing of this kind|nic takiego/);
      expectGolden(`report-none.${size.columns}x${size.rows}.${language}`, robot.screen());
    });

    async function reports(app: Awaited<ReturnType<typeof busyDesk>>): Promise<Robot> {
      const robot = await consoleOn(app, { size, language });
      await robot.see('olga');
      for (let step = 0; step < placeOf.olga; step++) await robot.press('down');
      await robot.press('enter');
      await robot.see(/Queue|Kolejka/);
      await robot.press('7');
      await robot.see(settled);
      return robot;
    }
  });
});
