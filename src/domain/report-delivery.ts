import type { Instant } from './ids.ts';
import { type Blip, fateAt, SLOW } from './radar.ts';
import { type DeliveryCounts, type DeliveryReport, type ReportPeriod, sideOf } from './report.ts';

export type SentSms = Pick<Blip, 'requestedAt' | 'deadline' | 'deliveredAt' | 'outcome'>;

const sides = ['current', 'before'] as const;

/** Counts SMS as they are read; any number of them in little memory. */
export function deliveryTally(period: ReportPeriod, now: Instant) {
  const seen = new Map<string | null, Record<(typeof sides)[number], Sums>>();
  return {
    add(operator: string | null, sms: SentSms): void {
      const side = sideOf(sms.requestedAt, period);
      if (!side) return;
      const sums = seen.get(operator) ?? { current: none(), before: none() };
      seen.set(operator, sums);
      count(sums[side], sms, now);
    },
    /** Operator by operator, because sorting their delays takes a while; then the whole report. */
    *report(): Generator<undefined, DeliveryReport> {
      const operators: DeliveryReport['operators'][number][] = [];
      const all = { current: none(), before: none() };
      for (const [operator, sums] of [...seen].sort(byName)) {
        for (const side of sides) merge(all[side], sums[side]);
        operators.push({ operator, current: counts(sums.current), before: counts(sums.before) });
        yield;
      }
      return { report: 'delivery', operators, total: { current: counts(all.current), before: counts(all.before) } };
    },
  };
}

interface Sums {
  sent: number;
  failed: number;
  waiting: number;
  late: number;
  /** How many took so long, in milliseconds. */
  readonly delays: Map<number, number>;
}

function none(): Sums {
  return { sent: 0, failed: 0, waiting: 0, late: 0, delays: new Map() };
}

function count(sums: Sums, sms: SentSms, now: Instant): void {
  sums.sent += 1;
  const fate = fateAt(sms, now);
  if (fate === 'failed') sums.failed += 1;
  if (fate === 'waiting') sums.waiting += 1;
  if (sms.deliveredAt === null) return;
  const delay = sms.deliveredAt - sms.requestedAt;
  add(sums.delays, delay, 1);
  if (delay > SLOW) sums.late += 1;
}

function add(delays: Map<number, number>, delay: number, times: number): void {
  delays.set(delay, (delays.get(delay) ?? 0) + times);
}

function merge(into: Sums, { sent, failed, waiting, late, delays }: Sums): void {
  into.sent += sent;
  into.failed += failed;
  into.waiting += waiting;
  into.late += late;
  for (const [delay, times] of delays) add(into.delays, delay, times);
}

function counts({ sent, failed, waiting, late, delays }: Sums): DeliveryCounts {
  const sorted = Float64Array.from(delays.keys()).sort();
  const delivered = sent - failed - waiting;
  return { sent, inTime: delivered - late, late, failed, waiting, p50: ranked(50), p95: ranked(95) };

  /** The nearest rank, as everywhere. */
  function ranked(percent: number): number | null {
    let left = Math.max(1, Math.ceil((percent / 100) * delivered));
    return (
      sorted.find((delay) => {
        left -= delays.get(delay) ?? 0;
        return left <= 0;
      }) ?? null
    );
  }
}

/** The unknown operator last. */
function byName([one]: readonly [string | null, unknown], [other]: readonly [string | null, unknown]): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other);
}
