import { MINUTE, SECOND } from '../../../src/domain/ids.ts';
import { consoleOn } from '../console-desk.tsx';
import { NOON } from '../records.ts';
import { historyDesk } from '../reported.ts';
import type { View, ViewState } from './view.ts';

/** How far down the list of agents the supervisor Olga stands. */
const OLGA = 3;
const settled = /as of|stan na/;

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

function reportView(name: string, state: ViewState, tab: number, desk: typeof busyDesk): View {
  return {
    name,
    screen: 'reports',
    state,
    go: async () => undefined,
    open: async ({ size, language, screenReader = false }) => {
      const robot = await consoleOn(await desk(), { size, language, screenReader });
      await robot.see('olga');
      for (let step = 0; step < OLGA; step++) await robot.press('down');
      await robot.press('enter');
      await robot.see(/Queue|Kolejka/);
      await robot.press('7');
      await robot.see(settled);
      for (let step = 0; step < tab; step++) await robot.press('tab');
      await robot.see(settled);
      return robot;
    },
  };
}

export const reportViews: readonly View[] = [
  ...['locks', 'causes', 'resolution', 'delivery', 'approvals'].map((name, tab) =>
    reportView(`report-${name}`, 'full', tab, busyDesk),
  ),
  reportView('report-none', 'empty', 1, emptyDesk),
];
