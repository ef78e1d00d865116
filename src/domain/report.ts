import type { AgentId, Instant } from './ids.ts';
import { percentile } from './radar.ts';
import type { ReasonCode } from './situation.ts';

export const reportNames = ['locks', 'causes', 'resolution', 'delivery', 'approvals'] as const;
export type ReportName = (typeof reportNames)[number];

/** From one moment on, and before another. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** What a report is about: whole days, the last of them as far as it has come, and as much time before to compare with. */
export interface ReportPeriod extends Span {
  /** When each day begins, oldest first; the first is `from`. */
  readonly days: readonly Instant[];
  readonly before: Span;
}

/** How long something took: how often, half of it and nine tenths of it within. Milliseconds. */
export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** A figure of the period, and of the one before. */
export interface Compared<T> {
  readonly current: T;
  readonly before: T;
}

export interface LockCounts {
  readonly sms: number;
  readonly otp: number;
  readonly frozen: number;
}

/** Locks and freezes, as they happened. */
export interface LocksReport {
  readonly report: 'locks';
  readonly days: readonly ({ readonly from: Instant } & LockCounts)[];
  readonly total: Compared<LockCounts>;
}

/** Why cases were solved as they were: the reason of the first change carried out; `no-change` when it took none. */
export type SolvedBy = ReasonCode | 'no-change';

export interface CausesReport {
  readonly report: 'causes';
  /** Most frequent first; only those that there were. */
  readonly causes: readonly ({ readonly cause: SolvedBy } & Compared<number>)[];
  readonly total: Compared<number>;
}

/** Bars of the time to resolve: at most so long each, the last without an end. */
export const resolutionSteps = [5, 15, 60, 240, 1440].map((minutes) => minutes * 60_000);

/** A lock ends with an unlock or a reset, a case when it is closed; counted when it ended. */
export interface ResolutionReport {
  readonly report: 'resolution';
  readonly locks: Compared<Spread>;
  readonly cases: Compared<Spread>;
  /** How many locks, and cases, ended within each of `resolutionSteps`; and after the last. */
  readonly lockSteps: readonly number[];
  readonly caseSteps: readonly number[];
  /** At this moment. */
  readonly stillLocked: number;
  readonly stillOpen: number;
}

/** SMS by when they were sent. Late ones arrived, after more than a minute. */
export interface DeliveryCounts {
  readonly sent: number;
  readonly inTime: number;
  readonly late: number;
  readonly failed: number;
  /** Neither delivered nor given up. */
  readonly waiting: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface DeliveryReport {
  readonly report: 'delivery';
  /** By name; null collects what no operator is known of. */
  readonly operators: readonly ({ readonly operator: string | null } & Compared<DeliveryCounts>)[];
  readonly total: Compared<DeliveryCounts>;
}

export interface ApprovalCounts {
  readonly asked: number;
  readonly approved: number;
  readonly rejected: number;
  readonly expired: number;
  /** From the request to the yes or no. */
  readonly decision: Spread;
}

export interface PairCounts {
  readonly requestedBy: AgentId;
  readonly decidedBy: AgentId;
  readonly approved: number;
  readonly rejected: number;
}

/** What took two people: requests by when they were made, decisions by when they were taken. */
export interface ApprovalsReport {
  readonly report: 'approvals';
  readonly total: Compared<ApprovalCounts>;
  /** Most decisions first. */
  readonly pairs: readonly PairCounts[];
  /** At this moment. */
  readonly waiting: number;
}

export type Report = LocksReport | CausesReport | ResolutionReport | DeliveryReport | ApprovalsReport;

/** How a long question is watched and stopped. */
export interface Asking {
  /** The part that is read, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

export function isWithin(at: Instant, { from, until }: Span): boolean {
  return at >= from && at < until;
}

/** In the period, in the one before, or in neither. */
export function sideOf(at: Instant, period: ReportPeriod): keyof Compared<unknown> | null {
  if (isWithin(at, period)) return 'current';
  return isWithin(at, period.before) ? 'before' : null;
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = durations.toSorted((one, other) => one - other);
  return { count: sorted.length, median: percentile(sorted, 50), p90: percentile(sorted, 90) };
}

/** How many fall within each step, and beyond the last. */
export function stepsOf(durations: readonly number[], steps: readonly number[]): readonly number[] {
  const counts = new Array<number>(steps.length + 1).fill(0);
  for (const duration of durations) {
    const place = steps.findIndex((atMost) => duration <= atMost);
    const at = place < 0 ? steps.length : place;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
