import type { BulkUnlock } from './bulk-unlock.ts';
import { HOUR, type Instant, MINUTE } from './ids.ts';
import type { Outage } from './situation.ts';
import { type AttemptRecord, blamesNobodyElse } from './sms-attempt.ts';

/** What the radar looks at of one SMS. */
export type Blip = Pick<
  AttemptRecord,
  'requestedAt' | 'deadline' | 'deliveredAt' | 'outcome' | 'rawState' | 'errorCode' | 'counted'
> & { readonly certificateId: number };

/** A quarter of an hour or so on one operator. */
export interface RadarSlot {
  readonly sent: number;
  readonly failed: number;
  /** The median delivery time; null when nothing was delivered. */
  readonly median: number | null;
}

/** A stretch, up to now, in which most SMS came late or not at all. */
export interface Trouble {
  readonly since: Instant;
  /** Of what was delivered since, and what still waits as long as it has; null when nothing arrives. */
  readonly median: number | null;
  readonly sent: number;
}

export interface OperatorRadar {
  readonly operator: string;
  readonly sent: number;
  readonly failed: number;
  readonly waiting: number;
  /** Delivery times. */
  readonly p50: number | null;
  readonly p95: number | null;
  /** Oldest first. */
  readonly slots: readonly RadarSlot[];
  readonly trouble: Trouble | null;
  /** Subscribers on this operator who have called since the trouble began. */
  readonly callers: number;
  /** Failures that an outage excused. */
  readonly excused: number;
  /** Recognised, and lasting or the last one. */
  readonly outage: Outage | null;
  readonly bulkUnlock: BulkUnlock | null;
}

export interface RadarView {
  readonly from: Instant;
  readonly slot: number;
  /** By name. */
  readonly operators: readonly OperatorRadar[];
}

export const RADAR_HOURS = 6;
export const RADAR_SLOT = 15 * MINUTE;
/** From here on an SMS is late, although its code may still be good. */
export const SLOW = MINUTE;
/** So many more late ones than others make a trouble; one that came in time weighs as much as two that did not. */
const ENOUGH = 3;
const IN_TIME = -2;
/** What happens to one subscriber alone is their own trouble, however often they try. */
const SEVERAL = 2;

export function radarSince(now: Instant): Instant {
  return now - RADAR_HOURS * HOUR;
}

/** One operator's SMS since a moment, oldest first, in figures. */
export function readRadar(
  blips: readonly Blip[],
  now: Instant,
): Pick<OperatorRadar, 'sent' | 'failed' | 'waiting' | 'p50' | 'p95' | 'slots' | 'trouble' | 'excused'> {
  const delays = delaysOf(blips);
  const slots = slotsOf(blips, now);
  const failed = slots.reduce((sum, slot) => sum + slot.failed, 0);
  return {
    sent: blips.length,
    failed,
    waiting: blips.length - failed - delays.length,
    p50: percentile(delays, 50),
    p95: percentile(delays, 95),
    slots,
    trouble: troubleIn(blips, now),
    excused: blips.filter(({ counted }) => !counted).length,
  };
}

/** How all others have fared on an operator, for whom one of its subscribers asks. */
export function readOthers(
  blips: readonly Blip[],
  now: Instant,
): Pick<RadarSlot, 'sent' | 'failed' | 'median'> & Pick<OperatorRadar, 'trouble'> {
  const failed = blips.filter((blip) => fateAt(blip, now) === 'failed').length;
  return { sent: blips.length, failed, median: percentile(delaysOf(blips), 50), trouble: troubleIn(blips, now) };
}

function slotsOf(blips: readonly Blip[], now: Instant): readonly RadarSlot[] {
  const count = (RADAR_HOURS * HOUR) / RADAR_SLOT;
  const from = radarSince(now);
  const slots = Array.from({ length: count }, (): Blip[] => []);
  for (const blip of blips) slots[Math.min(count - 1, Math.floor((blip.requestedAt - from) / RADAR_SLOT))]?.push(blip);
  return slots.map((own) => {
    const failed = own.filter((blip) => fateAt(blip, now) === 'failed').length;
    return { sent: own.length, failed, median: percentile(delaysOf(own), 50) };
  });
}

/** The newest stretch in which what came late or never outweighs what came in time, from its first late one on. */
export function troubleIn(blips: readonly Blip[], now: Instant): Trouble | null {
  let weight = 0;
  let most = 0;
  let start: number | null = null;
  for (let place = blips.length - 1; place >= 0; place--) {
    const blip = blips[place];
    if (!blip) break;
    weight += weightOf(blip, now);
    if (weight <= most) continue;
    most = weight;
    start = place;
  }
  if (start === null || most < ENOUGH) return null;
  const stretch = blips.slice(start).filter((blip) => weightOf(blip, now) !== 0);
  const hit = new Set(stretch.filter((blip) => weightOf(blip, now) > 0).map(({ certificateId }) => certificateId));
  if (hit.size < SEVERAL) return null;
  const delays = Float64Array.from(stretch, (blip) => delayAt(blip, now)).sort();
  const median = percentile(delays, 50);
  const since = blips[start]?.requestedAt ?? now;
  return {
    since,
    median: median === null || median === Number.POSITIVE_INFINITY ? null : median,
    sent: stretch.length,
  };
}

/** What is the phone's or the number's fault says nothing of the operator. */
function weightOf(blip: Blip, now: Instant): number {
  const { requestedAt, deliveredAt } = blip;
  if (deliveredAt === null) {
    if (!blamesNobodyElse(blip)) return 0;
    return fateAt(blip, now) === 'failed' || now - requestedAt > SLOW ? 1 : 0;
  }
  return deliveredAt - requestedAt > SLOW ? 1 : IN_TIME;
}

function delayAt(blip: Blip, now: Instant): number {
  if (blip.deliveredAt !== null) return blip.deliveredAt - blip.requestedAt;
  return fateAt(blip, now) === 'waiting' ? now - blip.requestedAt : Number.POSITIVE_INFINITY;
}

/** What had become of an SMS by then. */
export function fateAt(
  { deliveredAt, outcome, deadline }: Pick<Blip, 'deliveredAt' | 'outcome' | 'deadline'>,
  now: Instant,
): 'delivered' | 'failed' | 'waiting' {
  if (deliveredAt !== null) return 'delivered';
  return outcome === null && now <= deadline ? 'waiting' : 'failed';
}

/** Of what was delivered; sorted, and that tens of thousands of times within a few milliseconds. */
function delaysOf(blips: readonly Blip[]): Float64Array {
  const delays: number[] = [];
  for (const { requestedAt, deliveredAt } of blips) if (deliveredAt !== null) delays.push(deliveredAt - requestedAt);
  return Float64Array.from(delays).sort();
}

/** The nearest rank of sorted values; null of none. */
export function percentile(sorted: ArrayLike<number>, percent: number): number | null {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}
