import { HOUR, MINUTE } from '../../domain/ids.ts';
import {
  type ApprovalsReport,
  type CausesReport,
  type DeliveryReport,
  type LocksReport,
  type Report,
  type ResolutionReport,
  resolutionSteps,
  type Spread,
} from '../../domain/report.ts';
import type { Texts } from '../../text/en.ts';
import { bar, shares } from '../../ui/chart.ts';
import type { Column } from '../../ui/table.ts';
import type { Tone } from '../../ui/theme.ts';

/** A report ready to be drawn: what it comes to in sentences, and a table whose last column are bars. */
export interface Drawn {
  readonly sums: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly legend: string;
}

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly figures: readonly string[];
  readonly bar: string;
  readonly tone: Tone;
}

/** How wide bars are; what is left over on a wide terminal stays blank. */
export function barWidth(columns: number): number {
  return columns >= 120 ? 48 : 20;
}

export function drawReport(report: Report, texts: Texts, columns: number): Drawn {
  switch (report.report) {
    case 'locks':
      return locks(report, texts, columns);
    case 'causes':
      return causes(report, texts, columns);
    case 'resolution':
      return resolution(report, texts, columns);
    case 'delivery':
      return delivery(report, texts, columns);
    case 'approvals':
      return approvals(report, texts, columns);
  }
}

/** Label, figures, bar; a figure's title decides how wide it is. */
function tableOf(titles: readonly [label: string, ...figures: string[]], columns: number): readonly Column<Row>[] {
  const [label, ...figures] = titles;
  return [
    { title: label, width: 16, grows: true, text: (row) => row.label },
    ...figures.map((title, place) => ({
      title,
      width: Math.max(6, title.length),
      text: ({ figures: own }: Row) => own[place] ?? '',
    })),
    { title: '', width: barWidth(columns), text: (row) => row.bar, tone: (row) => row.tone },
  ];
}

function locks({ days, total }: LocksReport, texts: Texts, columns: number): Drawn {
  const { reports: say, moments } = texts;
  const { current: now, before } = total;
  const sum = (counts: typeof now) => counts.sms + counts.otp + counts.frozen;
  const compared = (name: string, value: number, was: number) => `${name} ${say.compared(String(value), String(was))}`;
  const most = Math.max(...days.map(sum));
  return {
    sums: [
      compared(say.locks.all, sum(now), sum(before)),
      (['sms', 'otp', 'frozen'] as const).map((kind) => compared(say.locks[kind], now[kind], before[kind])).join(' · '),
    ],
    columns: tableOf([say.day, say.locks.sms, say.locks.otp, say.locks.frozen], columns),
    rows: days.toReversed().map((day) => ({
      key: String(day.from),
      label: moments.date(day.from),
      figures: [day.sms, day.otp, day.frozen].map(String),
      bar: bar(sum(day), most, barWidth(columns)),
      tone: 'warning',
    })),
    legend: say.locks.legend,
  };
}

function causes({ causes: all, total }: CausesReport, texts: Texts, columns: number): Drawn {
  const { reports: say } = texts;
  const most = Math.max(0, ...all.map(({ current }) => current));
  return {
    sums: [`${say.causes.cases} ${say.compared(String(total.current), String(total.before))}`],
    columns: tableOf([say.causes.reason, say.causes.cases, say.beforeThat], columns),
    rows: all.map(({ cause, current: now, before }) => ({
      key: cause,
      label: say.causeOf(cause),
      figures: [String(now), String(before)],
      bar: bar(now, most, barWidth(columns)),
      tone: 'accent',
    })),
    legend: say.causes.legend,
  };
}

/** `12 (before: 9), half within 3 min (before: 5 min), 90 % within 20 min (before: –)` */
function spreadSaid(now: Spread, before: Spread, texts: Texts): string {
  const { reports: say, moments } = texts;
  const took = (value: number | null) => (value === null ? '–' : moments.duration(value));
  const { ended, half, most } = say.resolution;
  return [
    `${ended} ${say.compared(String(now.count), String(before.count))}`,
    `${half} ${say.compared(took(now.median), took(before.median))}`,
    `${most} ${say.compared(took(now.p90), took(before.p90))}`,
  ].join(', ');
}

/** `15 min`, `4 h`, `24 h`: in the unit that needs no declension. */
function span(milliseconds: number): string {
  return milliseconds < HOUR ? `${milliseconds / MINUTE} min` : `${milliseconds / HOUR} h`;
}

const LONGEST = resolutionSteps.at(-1) ?? 0;

function resolution(report: ResolutionReport, texts: Texts, columns: number): Drawn {
  const { reports: say } = texts;
  const { lock, within, beyond, stillLocked, stillOpen } = say.resolution;
  const both = [
    { name: say.names.locks, steps: report.lockSteps },
    { name: say.causes.cases, steps: report.caseSteps },
  ];
  const rows = both.flatMap(({ name, steps }) =>
    steps.map((count, place) => {
      const atMost = resolutionSteps[place];
      return {
        key: `${name} ${place}`,
        label: `${name} ${atMost === undefined ? beyond(span(LONGEST)) : within(span(atMost))}`,
        figures: [String(count)],
        bar: bar(count, Math.max(...steps), barWidth(columns)),
        tone: 'accent' as const,
      };
    }),
  );
  return {
    sums: [
      `${lock}: ${spreadSaid(report.locks.current, report.locks.before, texts)} · ${stillLocked(report.stillLocked)}`,
      `${say.resolution.case}: ${spreadSaid(report.cases.current, report.cases.before, texts)} · ${stillOpen(report.stillOpen)}`,
    ],
    columns: tableOf([say.names.resolution, say.resolution.ended], columns),
    rows: rows.some(({ bar: drawn }) => drawn !== '') ? rows : [],
    legend: '',
  };
}

function delivery({ operators, total }: DeliveryReport, texts: Texts, columns: number): Drawn {
  const { reports: say, moments } = texts;
  const { delivery: words } = say;
  const took = (value: number | null) => (value === null ? '–' : moments.duration(value));
  const width = columns >= 120 ? barWidth(columns) / 2 : 12;
  const { current: now, before } = total;
  const kinds = ['sent', 'inTime', 'late', 'failed', 'waiting'] as const;
  const rows = operators.map(({ operator, current: own }) => ({
    key: operator ?? '',
    label: operator ?? words.unknown,
    figures: [...[own.sent, own.inTime, own.late, own.failed].map(String), took(own.p50), took(own.p95)],
    bar: shares(
      [
        [own.inTime, '█'],
        [own.late, '▓'],
        [own.failed, '✗'],
      ],
      width,
    ),
    tone: own.failed * 2 > own.sent ? ('danger' as const) : ('ok' as const),
  }));
  return {
    sums: [
      kinds.map((kind) => `${words[kind]} ${say.compared(String(now[kind]), String(before[kind]))}`).join(' · '),
      `50 %: ${say.compared(took(now.p50), took(before.p50))} · 95 %: ${say.compared(took(now.p95), took(before.p95))}`,
    ],
    columns: [
      { title: words.operator, width: 9, grows: true, text: (row) => row.label },
      ...[words.sent, words.inTime, words.late, words.failed].map((title, place) => ({
        title,
        width: Math.max(5, title.length),
        text: ({ figures }: Row) => figures[place] ?? '',
      })),
      { title: '50 %', width: 10, text: ({ figures }) => figures[4] ?? '' },
      { title: '95 %', width: 10, from: 100, text: ({ figures }) => figures[5] ?? '' },
      { title: '', width, text: (row) => row.bar, tone: (row) => row.tone },
    ],
    rows: now.sent === 0 ? [] : rows,
    legend: words.legend,
  };
}

function approvals({ total, pairs, waiting }: ApprovalsReport, texts: Texts, columns: number): Drawn {
  const { reports: say, moments } = texts;
  const { approvals: words } = say;
  const { current: now, before } = total;
  const took = (value: number | null) => (value === null ? '–' : moments.duration(value));
  const kinds = ['asked', 'approved', 'rejected', 'expired'] as const;
  const most = Math.max(0, ...pairs.map(({ approved, rejected }) => approved + rejected));
  const { half, most: nearly } = say.resolution;
  return {
    sums: [
      [
        ...kinds.map((kind) => `${words[kind]} ${say.compared(String(now[kind]), String(before[kind]))}`),
        words.waiting(waiting),
      ].join(' · '),
      `${words.decision}: ${half} ${say.compared(took(now.decision.median), took(before.decision.median))}, ${nearly} ${say.compared(took(now.decision.p90), took(before.decision.p90))}`,
      ...(pairs.length > 0 ? [words.pairs] : []),
    ],
    columns: tableOf([words.askedBy, words.decidedBy, words.approved, words.rejected], columns),
    rows: pairs.map(({ requestedBy, decidedBy, approved, rejected }) => ({
      key: `${requestedBy} ${decidedBy}`,
      label: requestedBy,
      figures: [decidedBy, String(approved), String(rejected)],
      bar: bar(approved + rejected, most, barWidth(columns)),
      tone: 'accent',
    })),
    legend: '',
  };
}
