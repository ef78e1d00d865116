import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../domain/ids.ts';
import { type Fault, fault } from './fault.ts';
import { fromWarsawTime, inWarsawTime } from './warsaw-time.ts';

/** `2024-04-18`, `2024-04-18 17:34`, `2024-04-18T17:34:05.123+02:00`, `…Z` */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:(Z)|([+-])(\d\d):?(\d\d)?))?)?$/i;
/** `18.04.2024 17:34`, `18-4-2024`, `18/04/2024 17:34:05`: the day comes first, always. */
const DAY_FIRST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
/** `26.11 13:00`, `26.11`: as it is said on the telephone. */
const WITHOUT_YEAR = /^(\d{1,2})\.(\d{1,2})\.?(?:,? (\d{1,2}:\d\d(?::\d\d)?))?$/;
const TIME_ALONE = /^\d{1,2}:\d\d(?::\d\d)?$/;

const EARLIEST_YEAR = 1950;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a date as portals and spreadsheets write it; epoch milliseconds. Without a zone it is Polish local time. A day
 * alone means its first second as a start and its last second as an end, as "valid until 18.04.2026" does in Poland.
 * Years before 1950, where X.509's UTCTime begins, are no days of a certificate.
 */
export function readInstant(text: string, edge: 'start' | 'end'): Instant | Fault {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zulu, sign, zoneHours, zoneMinutes] = iso;
    const local = localTime(Number(year), Number(month), Number(day), hour, minute, second, edge);
    if (typeof local !== 'number') return local;
    const exact = fraction === undefined ? local : local + Math.floor(Number(`0.${fraction}`) * SECOND);
    if (zulu !== undefined) return exact;
    if (sign === undefined) return fromWarsawTime(exact);
    const offset = Number(zoneHours) * HOUR + Number(zoneMinutes ?? 0) * MINUTE;
    if (offset > 14 * HOUR || Number(zoneMinutes ?? 0) > 59) return fault('no-such-day');
    return sign === '-' ? exact + offset : exact - offset;
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return fault('not-a-date');
  const [, day, , month, year, hour, minute, second] = dayFirst;
  const local = localTime(Number(year), Number(month), Number(day), hour, minute, second, edge);
  return typeof local === 'number' ? fromWarsawTime(local) : local;
}

/** A moment as somebody types it; of a day alone its last second. Without its year, or its day, the last one there was. */
export function readMoment(text: string, now: Instant): Instant | null {
  for (const one of spelledOut(text.trim(), now)) {
    const begun = readInstant(one.text, 'start');
    if (typeof begun !== 'number' || (one.past && begun > now)) continue;
    const read = readInstant(one.text, 'end');
    return typeof read === 'number' ? read : null;
  }
  return null;
}

/** What a moment may mean, the latest first; what was left out is in the past. */
function spelledOut(typed: string, now: Instant): readonly { readonly text: string; readonly past: boolean }[] {
  const today = new Date(inWarsawTime(now));
  const [, day, month, time = ''] = WITHOUT_YEAR.exec(typed) ?? [];
  if (day && month) {
    const year = today.getUTCFullYear();
    return [year, year - 1].map((one) => ({ text: `${day}.${month}.${one} ${time}`.trim(), past: true }));
  }
  if (!TIME_ALONE.test(typed)) return [{ text: typed, past: false }];
  const yesterday = new Date(today.getTime() - DAY);
  return [today, yesterday].map((one) => ({
    text: `${one.getUTCDate()}.${one.getUTCMonth() + 1}.${one.getUTCFullYear()} ${typed}`,
    past: true,
  }));
}

function localTime(
  year: number,
  month: number,
  day: number,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  edge: 'start' | 'end',
): number | Fault {
  if (year < EARLIEST_YEAR || day < 1 || day > daysIn(year, month)) return fault('no-such-day');
  const midnight = Date.UTC(year, month - 1, day);
  if (hour === undefined) return edge === 'start' ? midnight : midnight + DAY - SECOND;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return fault('no-such-day');
  return midnight + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}
