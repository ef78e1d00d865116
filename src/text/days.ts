import { DAY, HOUR, type Instant } from '../domain/ids.ts';
import type { ReportPeriod } from '../domain/report.ts';
import { momentsIn } from './moments.ts';

/** A day in Poland: `2026-11-23`. */
export type Day = string;

const DAY_LETTERS = 10;
const offsets = [2 * HOUR, HOUR];

/** The day in Poland on which this moment lies. */
export function dayOf(at: Instant): Day {
  return momentsIn('en').stamp(at).slice(0, DAY_LETTERS);
}

/** Midnight in Poland at which a day begins; null when there is no such day. */
export function dayStart(day: Day): Instant | null {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) return null;
  const { stamp } = momentsIn('en');
  return offsets.map((offset) => utc - offset).find((at) => stamp(at) === `${day} 00:00:00`) ?? null;
}

/** The day after. Noon of a day is at least eleven hours from either midnight, whatever the clocks do. */
export function nextDay(day: Day): Day {
  return dayOf(Date.parse(`${day}T12:00:00Z`) + DAY);
}

/** So many days in Poland up to now, and as many before them up to the same time of day. */
export function lastDays(count: number, now: Instant): ReportPeriod {
  const days = [dayOf(now)];
  while (days.length < 2 * count) days.unshift(dayBefore(days[0] ?? ''));
  const starts = days.map((day) => dayStart(day) ?? now);
  const [earlier, own] = [starts.slice(0, count), starts.slice(count)];
  const today = own.at(-1) ?? now;
  const lastEarlier = earlier.at(-1) ?? now;
  const from = own[0] ?? now;
  const before = { from: earlier[0] ?? now, until: Math.min(from, lastEarlier + (now - today)) };
  return { from, until: now + 1, days: own, before };
}

function dayBefore(day: Day): Day {
  return dayOf(Date.parse(`${day}T12:00:00Z`) - DAY);
}
