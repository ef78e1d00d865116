import { expect, test, vi } from 'vitest';
import type { App } from '../../src/app.ts';
import type { ReportRows } from '../../src/domain/report-rows.ts';
import type { SaveTable } from '../../src/screens/console-context.ts';
import { consoleAs, consoleOn, MIDDLE } from '../support/console-desk.tsx';
import { plain } from '../support/plain.ts';
import { NOON } from '../support/records.ts';
import { historyDesk } from '../support/reported.ts';
import type { Robot } from '../support/robot.tsx';

/** By role: ewa and jan the agents, marta and olga the supervisors, adam the auditor. */
const placeOf = { ewa: 0, olga: 3, adam: 4 } as const;

async function signedIn(app: App, who: keyof typeof placeOf, saveTable?: SaveTable): Promise<Robot> {
  const robot = await consoleOn(app, { size: MIDDLE, ...(saveTable ? { saveTable } : {}) });
  await robot.see('olga');
  for (let step = 0; step < placeOf[who]; step++) await robot.press('down');
  await robot.press('enter');
  await robot.see('Queue');
  return robot;
}

async function lockedToday() {
  const desk = await historyDesk();
  await desk.lock(1, '2026-11-23T09:00:00+01:00');
  await desk.lock(2, '2026-11-22T09:00:00+01:00');
  desk.clock.set(NOON);
  await desk.app.sweep();
  return desk;
}

/** The first of the figures: locks of this time, over those of the time before. */
const locksNow = (now: number, before: number) => new RegExp(`Locks .*\\n now +${now} .*\\n before +${before} `);

test('a supervisor turns the reports over, and the days', async () => {
  const { app } = await lockedToday();
  const robot = await signedIn(app, 'olga');
  await robot.press('7');
  await robot.see('› Reports', '▸ Locks', 'last 7 days', locksNow(2, 0));
  await robot.press('left');
  await robot.see('today · before: yesterday by this time', locksNow(1, 1));
  await robot.press('left');
  await robot.see('there is no shorter period');
  await robot.press('right', 'right');
  await robot.see('last 30 days');
  for (const title of ['Causes', 'Time to resolve', 'SMS delivery', 'Approvals', 'Locks']) {
    await robot.press('tab');
    await robot.see(`▸ ${title}`, 'as of');
  }
  // Frame by frame: no report ever shows another one's figures under its own name.
  const frames = plain(robot.written()).split('› Reports');
  const ofLocks = frames.filter((frame) => frame.includes('▸ Locks') && frame.includes('wrong OTPs'));
  const others = frames.filter((frame) => /▸ (Causes|Time|SMS|Approvals)/.test(frame));
  expect([ofLocks.length, others.length].every((count) => count > 2)).toBe(true);
  expect(others.filter((frame) => frame.includes('wrong OTPs'))).toEqual([]);
  await robot.press('escape');
  await robot.see('Queue');
});

test('what happens meanwhile is in the next answer', async () => {
  const { app, lock, clock } = await lockedToday();
  const robot = await signedIn(app, 'adam');
  await robot.press('7');
  await robot.see(locksNow(2, 0));
  await lock(3, '2026-11-23T12:00:00+01:00');
  clock.set(NOON + 3_600_000);
  await robot.press('enter');
  await robot.see(locksNow(3, 0));
});

test('an agent is told who reports are for, and a trainer sees them in training', async () => {
  const { app } = await lockedToday();
  const robot = await signedIn(app, 'ewa');
  await robot.press('7');
  await robot.see('Reports are for supervisors and auditors', 'Queue');
  const { robot: trainer } = await consoleAs('tomasz', { size: MIDDLE });
  await trainer.press('7');
  await trainer.see('▸ Locks', 'as of');
});

test('E writes what is on screen as rows to a file of its own, and says when it cannot', async () => {
  const { app } = await lockedToday();
  const written: { readonly name: string; readonly rows: ReportRows }[] = [];
  const saveTable = vi.fn<SaveTable>(async (name, rows) => {
    if (written.some((one) => one.name === name)) return null;
    written.push({ name, rows });
    return `/data/${name}`;
  });
  const robot = await signedIn(app, 'olga', saveTable);
  await robot.press('7');
  await robot.see('as of');
  await robot.press('left');
  await robot.see(locksNow(1, 1));
  await robot.press('E');
  await robot.see('Written: /data/report-locks-1d-2026-11-23-120000.csv');
  expect(written[0]?.rows.head).toEqual(['day_from', 'locked_sms', 'locked_otp', 'frozen']);
  expect(written[0]?.rows.rows).toEqual([[{ instant: Date.parse('2026-11-23T00:00:00+01:00') }, 1, 0, 0]]);
  await robot.press('E');
  await robot.see('cannot be written here; nothing was overwritten');
});

test('a long question says how far it is, and Esc stops it before it leaves', async () => {
  const { app } = await lockedToday();
  let told: ((part: number) => void) | undefined;
  let signal: AbortSignal | undefined;
  const slow = ((_name, _period, _now, asking) => {
    told = asking?.onProgress;
    signal = asking?.signal;
    return new Promise(() => undefined);
  }) as App['ask']['report'];
  const robot = await signedIn({ ...app, ask: { ...app.ask, report: slow } }, 'olga');
  await robot.press('7');
  await robot.see('Asking… 0 %');
  told?.(0.42);
  await robot.see('Asking… 40 %', 'Esc Stop');
  await robot.press('escape');
  await robot.see('Stopped. Enter refreshes it.');
  expect(signal?.aborted).toBe(true);
  told?.(0.9);
  await robot.press('enter');
  await robot.see('Asking… 0 %');
  await robot.press('escape', 'escape');
  await robot.see('Queue');
});
