import type { Instant } from '../domain/ids.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../domain/ids.ts';

/** A stretch of time with one offset from UTC: from its first instant up to, not including, the next stretch's. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly offset: number;
}

const PROBE_EVERY = 14 * DAY;
const stretchesByYear = new Map<number, readonly Stretch[]>();
let formatter: Intl.DateTimeFormat | undefined;

/**
 * The instant at which clocks in Poland show this local time, given as if it were UTC (`Date.UTC(2026, 9, 25, 2, 30)`).
 * As RFC 5545 and Temporal's "compatible" have it: a time that the spring change skips is read with the offset before it
 * (02:30 means 03:30), of a time that the autumn change repeats the first one is meant.
 */
export function fromWarsawTime(local: number): Instant {
  let before = 0;
  for (const { from, until, offset } of stretchesOf(new Date(local).getUTCFullYear())) {
    const instant = local - offset;
    if (instant < until) return instant >= from ? instant : local - before;
    before = offset;
  }
  return local - before;
}

/** What clocks in Poland show at an instant, given as if it were UTC. */
export function inWarsawTime(at: Instant): number {
  return at + offsetAt(at);
}

/** The rules are ICU's; asking it for every row would cost more than the rest of the row, so it is asked once a year. */
function stretchesOf(year: number): readonly Stretch[] {
  const known = stretchesByYear.get(year);
  if (known) return known;
  const found = findStretches(Date.UTC(year, 0, 1) - DAY, Date.UTC(year + 1, 0, 1) + DAY);
  stretchesByYear.set(year, found);
  return found;
}

function findStretches(start: Instant, end: Instant): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let offset = offsetAt(start);
  for (let at = start; at < end; at += PROBE_EVERY) {
    const next = Math.min(at + PROBE_EVERY, end);
    if (offsetAt(next) === offset) continue;
    const change = findChange(at, next, offset);
    stretches.push({ from, until: change, offset });
    from = change;
    offset = offsetAt(next);
  }
  return [...stretches, { from, until: Number.POSITIVE_INFINITY, offset }];
}

/** First instant, to the second, after `before` at which the offset is another. */
function findChange(before: Instant, after: Instant, offset: number): Instant {
  let low = before;
  let high = after;
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(at: Instant): number {
  formatter ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Warsaw', timeZoneName: 'longOffset' });
  const name = formatter.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === '-' ? -size : size;
}
