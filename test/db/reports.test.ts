import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { ReportName } from '../../src/domain/report.ts';
import { lastDays } from '../../src/text/days.ts';
import { historyDesk, moment } from '../support/reported.ts';

type HistoryDesk = Awaited<ReturnType<typeof historyDesk>>;

function ask<N extends ReportName>({ app, clock }: HistoryDesk, name: N, days: number, at?: string) {
  if (at) clock.set(moment(at));
  return app.ask.report(name, lastDays(days, app.now()), app.now());
}

const nothing = { count: 0, median: null, p90: null };

test('locks belong to the day in Poland on which the deadline passed, to the millisecond', async () => {
  const desk = await historyDesk();
  // The third is asked for five minutes before midnight: its lock is the first of the new day's moments.
  await desk.lock(1, '2026-11-21T23:43:00+01:00');
  await desk.lock(2, '2026-11-21T23:42:59.999+01:00');
  await desk.lock(3, '2026-11-22T10:00:00+01:00');
  const caseId = await desk.openCase('ewa', 4, '2026-11-22T11:00:00+01:00');
  const grounds = { reason: 'suspicion', note: 'asked for the code', caseId } as const;
  await desk.done(desk.as('ewa'), { type: 'freeze-activation', serial: desk.of(4).serial, ...grounds });
  const report = await ask(desk, 'locks', 2, '2026-11-22T12:00:00+01:00');
  expect(report.days).toEqual([
    { from: moment('2026-11-21T00:00:00+01:00'), sms: 1, otp: 0, frozen: 0 },
    { from: moment('2026-11-22T00:00:00+01:00'), sms: 2, otp: 0, frozen: 1 },
  ]);
  expect(report.total).toEqual({ current: { sms: 3, otp: 0, frozen: 1 }, before: { sms: 0, otp: 0, frozen: 0 } });
});

test('what time has locked counts before anybody has written it down, and once when they have', async () => {
  const desk = await historyDesk();
  await desk.lock(1, '2026-11-22T10:00:00+01:00');
  const counts = async () => (await ask(desk, 'locks', 1)).total.current.sms;
  desk.clock.set(moment('2026-11-22T10:17:00+01:00'));
  expect(await counts()).toBe(0);
  desk.clock.advance(1);
  expect(await counts()).toBe(1);
  expect(await desk.app.sweep()).toBe(1);
  expect(await counts()).toBe(1);
});

test('the night of 25 hours is one day, and the period before ends at the same time of day', async () => {
  const desk = await historyDesk();
  await desk.lock(1, '2026-10-24T23:45:00+02:00');
  await desk.lock(2, '2026-10-25T23:30:00+01:00');
  await desk.lock(3, '2026-10-24T09:00:00+02:00');
  await desk.lock(4, '2026-10-24T12:30:00+02:00');
  const report = await ask(desk, 'locks', 1, '2026-10-25T23:59:00+01:00');
  expect(report.days).toEqual([{ from: moment('2026-10-25T00:00:00+02:00'), sms: 2, otp: 0, frozen: 0 }]);
  const noon = await ask(desk, 'locks', 1, '2026-10-25T11:30:00+01:00');
  // Half past twelve hours after a midnight of yesterday is noon thirty there, because the night was longer.
  expect(noon.total).toMatchObject({ current: { sms: 1 }, before: { sms: 1 } });
  const monday = await ask(desk, 'locks', 2, '2026-10-26T08:00:00+01:00');
  expect(monday.days).toEqual([
    { from: moment('2026-10-25T00:00:00+02:00'), sms: 2, otp: 0, frozen: 0 },
    { from: moment('2026-10-26T00:00:00+01:00'), sms: 0, otp: 0, frozen: 0 },
  ]);
});

test('time to resolve: from the lock to the unlock, from opening a case to closing it', async () => {
  const desk = await historyDesk();
  const locked = ['2026-11-19T09:00:00+01:00', '2026-11-22T09:00:00+01:00', '2026-11-22T09:00:30+01:00'];
  for (const [place, at] of locked.entries()) {
    await desk.lock(place + 1, at);
    desk.clock.advance(6 * MINUTE);
    await desk.app.sweep();
  }
  await desk.lock(4, '2026-11-22T09:01:00+01:00');
  const first = await desk.openCase('ewa', 1, '2026-11-22T09:20:00+01:00');
  // Locked three days before: the lock itself lies before everything that the report reads.
  await desk.unlock('ewa', 1, first, '2026-11-22T09:27:00+01:00', 'sms-late');
  await desk.close('ewa', first, '2026-11-22T09:30:00+01:00');
  const second = await desk.openCase('jan', 2, '2026-11-22T09:25:00+01:00');
  await desk.unlock('jan', 2, second, '2026-11-22T09:27:00+01:00', 'sms-late');
  const third = await desk.openCase('ewa', 3, '2026-11-22T10:15:00+01:00');
  await desk.unlock('ewa', 3, third, '2026-11-22T10:17:30+01:00', 'sms-not-received');
  await desk.close('ewa', third, '2026-11-22T11:15:00+01:00');
  const report = await ask(desk, 'resolution', 1, '2026-11-22T12:00:00+01:00');
  expect(report).toEqual({
    report: 'resolution',
    // 10 min, 1 h, and 3 days 10 min.
    locks: { current: { count: 3, median: HOUR, p90: 72 * HOUR + 10 * MINUTE }, before: nothing },
    cases: { current: { count: 2, median: 10 * MINUTE, p90: HOUR }, before: nothing },
    lockSteps: [0, 1, 1, 0, 0, 1],
    caseSteps: [0, 1, 1, 0, 0, 0],
    stillLocked: 1,
    stillOpen: 1,
  });
  const nextDay = await ask(desk, 'resolution', 1, '2026-11-23T12:00:00+01:00');
  expect(nextDay.locks).toEqual({ current: nothing, before: report.locks.current });
});

test('causes: each case once, by its first change; asked for and granted by its reason; none needed; none of an open one', async () => {
  const desk = await historyDesk();
  const { lock, openCase, unlock, close, askReset, decide } = desk;
  await lock(1, '2026-11-22T08:00:00+01:00');
  await lock(2, '2026-11-22T08:00:30+01:00');
  const [one, two] = [
    await openCase('ewa', 1, '2026-11-22T09:00:00+01:00'),
    await openCase('ewa', 2, '2026-11-22T09:00:00+01:00'),
  ];
  await unlock('ewa', 1, one, '2026-11-22T09:01:00+01:00', 'sms-late');
  await close('ewa', one, '2026-11-22T09:02:00+01:00');
  await unlock('ewa', 2, two, '2026-11-22T09:01:00+01:00', 'sms-late');
  const three = await openCase('jan', 3, '2026-11-22T09:10:00+01:00');
  await askReset('jan', 3, three, '2026-11-22T09:11:00+01:00');
  await decide('olga', 3, 'approve', '2026-11-22T09:12:00+01:00');
  const four = await openCase('jan', 4, '2026-11-22T09:20:00+01:00');
  await close('jan', four, '2026-11-22T09:21:00+01:00');
  const five = await openCase('jan', 5, '2026-11-22T09:30:00+01:00');
  await askReset('jan', 5, five, '2026-11-22T09:31:00+01:00');
  await decide('olga', 5, 'reject', '2026-11-22T09:32:00+01:00');
  const report = await ask(desk, 'causes', 1, '2026-11-22T12:00:00+01:00');
  expect(report).toEqual({
    report: 'causes',
    causes: [
      { cause: 'sms-late', current: 2, before: 0 },
      { cause: 'lost-phone', current: 1, before: 0 },
      { cause: 'no-change', current: 1, before: 0 },
    ],
    total: { current: 4, before: 0 },
  });
  // Closed at last, weeks after its change: it was solved then, not now.
  await close('ewa', two, '2026-12-20T09:00:00+01:00');
  expect((await ask(desk, 'causes', 1)).total).toEqual({ current: 0, before: 0 });
});

test('approvals: asked for, yes, no, run out, waiting; how fast; who decided for whom', async () => {
  const desk = await historyDesk();
  const { openCase, askReset, decide } = desk;
  const ask1 = async (agent: string, number: number, at: string) =>
    askReset(agent, number, await openCase(agent, number, at), at);
  await ask1('jan', 9, '2026-11-20T09:00:00+01:00');
  await ask1('ewa', 1, '2026-11-22T09:00:00+01:00');
  await decide('olga', 1, 'approve', '2026-11-22T09:05:00+01:00');
  await ask1('ewa', 2, '2026-11-22T09:10:00+01:00');
  await decide('olga', 2, 'reject', '2026-11-22T09:25:00+01:00');
  await ask1('jan', 3, '2026-11-22T09:30:00+01:00');
  await decide('marta', 3, 'approve', '2026-11-22T10:00:00+01:00');
  await ask1('jan', 4, '2026-11-22T11:00:00+01:00');
  const report = await ask(desk, 'approvals', 2, '2026-11-22T12:00:00+01:00');
  expect(report).toEqual({
    report: 'approvals',
    total: {
      // The one of the 20th ran out a day later, which nobody has written down.
      current: {
        asked: 4,
        approved: 2,
        rejected: 1,
        expired: 1,
        decision: { count: 3, median: 15 * MINUTE, p90: 30 * MINUTE },
      },
      before: { asked: 1, approved: 0, rejected: 0, expired: 0, decision: nothing },
    },
    pairs: [
      { requestedBy: 'ewa', decidedBy: 'olga', approved: 1, rejected: 1 },
      { requestedBy: 'jan', decidedBy: 'marta', approved: 1, rejected: 0 },
    ],
    waiting: 1,
  });
  await desk.app.sweep();
  expect(await ask(desk, 'approvals', 2)).toEqual(report);
});

test('SMS delivery: in time up to a minute, late after it, failed by word or by silence, waiting', async () => {
  const desk = await historyDesk();
  await desk.sms(8, '2026-11-21T09:00:00+01:00', 3 * SECOND);
  await desk.sms(1, '2026-11-22T09:00:00+01:00', 5 * SECOND);
  await desk.sms(2, '2026-11-22T09:00:10+01:00', MINUTE);
  await desk.sms(3, '2026-11-22T09:02:00+01:00', MINUTE + 1);
  await desk.sms(4, '2026-11-22T09:04:00+01:00', 'failed');
  await desk.sms(5, '2026-11-22T09:06:00+01:00', 'silent');
  await desk.sms(6, '2026-11-22T11:58:00+01:00', 'silent');
  await desk.sms(7, '2026-11-22T11:59:00+01:00', 7 * SECOND, 'Orange');
  const report = await ask(desk, 'delivery', 1, '2026-11-22T12:00:00+01:00');
  const none = { sent: 0, inTime: 0, late: 0, failed: 0, waiting: 0, p50: null, p95: null };
  const quick = (p50: number) => ({ ...none, sent: 1, inTime: 1, p50, p95: p50 });
  const plus = { sent: 6, inTime: 2, late: 1, failed: 2, waiting: 1, p50: MINUTE, p95: MINUTE + 1 };
  expect(report).toEqual({
    report: 'delivery',
    operators: [
      { operator: 'Orange', current: quick(7 * SECOND), before: none },
      { operator: 'Plus', current: plus, before: quick(3 * SECOND) },
    ],
    // Of 5 s, 7 s, 60 s and 60.001 s half arrive within 7 s.
    total: { current: { ...plus, sent: 7, inTime: 3, p50: 7 * SECOND }, before: quick(3 * SECOND) },
  });
});

test('of an empty database every figure is none', async () => {
  const desk = await historyDesk();
  expect((await ask(desk, 'locks', 30)).days).toHaveLength(30);
  expect(await ask(desk, 'causes', 7)).toEqual({ report: 'causes', causes: [], total: { current: 0, before: 0 } });
  expect(await ask(desk, 'resolution', 7)).toMatchObject({ locks: { current: nothing }, stillLocked: 0, stillOpen: 0 });
  expect(await ask(desk, 'delivery', 7)).toMatchObject({ operators: [], total: { current: { sent: 0, p50: null } } });
  expect(await ask(desk, 'approvals', 7)).toMatchObject({ pairs: [], waiting: 0 });
});

test('nobody waits for it any more: it stops', async () => {
  const desk = await historyDesk();
  for (let number = 1; number <= 9; number++) await desk.lock(number, `2026-11-22T0${number}:00:00+01:00`);
  const signal = AbortSignal.abort();
  const now = desk.app.now();
  for (const name of ['locks', 'delivery'] as const) {
    const asked = desk.app.ask.report(name, lastDays(1, now), now, { signal });
    await expect(asked, name).rejects.toThrow('aborted');
  }
});
