import type { Instant } from './ids.ts';
import type { ApprovalCounts, Compared, DeliveryCounts, Report, Spread } from './report.ts';

/** A report as rows for programs and spreadsheets: stable English names; instants are left to whoever writes them. */
export interface ReportRows {
  readonly head: readonly ReportColumn[];
  readonly rows: readonly (readonly Field[])[];
}

export type ReportColumn =
  | 'day_from'
  | 'locked_sms'
  | 'locked_otp'
  | 'frozen'
  | 'reason'
  | 'cases'
  | 'cases_before'
  | 'what'
  | 'ended'
  | 'median_seconds'
  | 'p90_seconds'
  | 'ended_before'
  | 'median_before'
  | 'p90_before'
  | 'open'
  | 'operator'
  | 'period'
  | 'sent'
  | 'in_time'
  | 'late'
  | 'failed'
  | 'waiting'
  | 'p50_seconds'
  | 'p95_seconds'
  | 'asked_by'
  | 'decided_by'
  | 'asked'
  | 'approved'
  | 'rejected'
  | 'expired';

/** Durations are whole seconds: where a column's name says so, or it compares with one that does. */
export type Field = string | number | null | { readonly instant: Instant };

export function reportRows(report: Report): ReportRows {
  switch (report.report) {
    case 'locks':
      return {
        head: ['day_from', 'locked_sms', 'locked_otp', 'frozen'],
        rows: report.days.map(({ from, sms, otp, frozen }) => [{ instant: from }, sms, otp, frozen]),
      };
    case 'causes':
      return {
        head: ['reason', 'cases', 'cases_before'],
        rows: report.causes.map(({ cause, current, before }) => [cause, current, before]),
      };
    case 'resolution':
      return {
        head: ['what', 'ended', 'median_seconds', 'p90_seconds', 'ended_before', 'median_before', 'p90_before', 'open'],
        rows: [
          ['lock', ...spreads(report.locks), report.stillLocked],
          ['case', ...spreads(report.cases), report.stillOpen],
        ],
      };
    case 'delivery':
      return {
        head: ['operator', 'period', 'sent', 'in_time', 'late', 'failed', 'waiting', 'p50_seconds', 'p95_seconds'],
        rows: [
          ...report.operators.flatMap(({ operator, current, before }) =>
            delivery(operator ?? 'unknown', { current, before }),
          ),
          ...delivery('all', report.total),
        ],
      };
    case 'approvals':
      return {
        head: [
          'asked_by',
          'decided_by',
          'period',
          'asked',
          'approved',
          'rejected',
          'expired',
          'median_seconds',
          'p90_seconds',
        ],
        rows: [
          approval('now', report.total.current),
          approval('before', report.total.before),
          ...report.pairs.map(({ requestedBy, decidedBy, approved, rejected }) => [
            ...[requestedBy, decidedBy, 'now', null, approved, rejected, null, null, null],
          ]),
        ],
      };
  }
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 1_000);
}

function spreads({ current, before }: Compared<Spread>): readonly Field[] {
  return [current, before].flatMap(({ count, median, p90 }) => [count, seconds(median), seconds(p90)]);
}

function delivery(operator: string, counts: Compared<DeliveryCounts>): readonly (readonly Field[])[] {
  return (['current', 'before'] as const).map((period) => {
    const { sent, inTime, late, failed, waiting, p50, p95 } = counts[period];
    return [
      operator,
      period === 'current' ? 'now' : period,
      sent,
      inTime,
      late,
      failed,
      waiting,
      seconds(p50),
      seconds(p95),
    ];
  });
}

function approval(period: string, { asked, approved, rejected, expired, decision }: ApprovalCounts): readonly Field[] {
  return ['all', 'all', period, asked, approved, rejected, expired, seconds(decision.median), seconds(decision.p90)];
}
