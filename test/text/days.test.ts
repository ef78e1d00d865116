import { expect, test } from 'vitest';
import { HOUR } from '../../src/domain/ids.ts';
import { dayOf, dayStart, nextDay } from '../../src/text/days.ts';

test.each([
  ['2026-11-23', '2026-11-22T23:00:00Z', 24],
  ['2026-07-01', '2026-06-30T22:00:00Z', 24],
  // The clocks change in between: 23 and 25 hours.
  ['2026-03-29', '2026-03-28T23:00:00Z', 23],
  ['2026-10-25', '2026-10-24T22:00:00Z', 25],
  ['2026-12-31', '2026-12-30T23:00:00Z', 24],
])('%s begins at %s and is %i hours long', (day, begins, hours) => {
  const start = dayStart(day) ?? Number.NaN;
  expect(new Date(start).toISOString()).toBe(begins.replace('Z', '.000Z'));
  expect(((dayStart(nextDay(day)) ?? 0) - start) / HOUR).toBe(hours);
  expect(dayOf(start)).toBe(day);
  expect(dayOf(start - 1)).not.toBe(day);
});

test.each(['2026-02-30', '2026-13-01', 'yesterday', ''])('%s is no day', (day) => {
  expect(dayStart(day)).toBeNull();
});
