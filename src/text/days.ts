import { DAY, HOUR, type Instant } from '../domain/ids.ts';
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
