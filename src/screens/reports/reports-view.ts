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
import type { Figures } from '../../ui/figures.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { Tone } from '../../ui/theme.ts';

/** A report ready to be drawn: what it comes to, now and before; what that means; and a table whose last column are bars. */
export interface Drawn {
  readonly sums: Figures;
  readonly notes: readonly string[];
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
    { title: label, width: 16, grows: NAME_CELLS, text: (row) => row.label },
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
  const most = Math.max(...days.map(sum));
  return {
    sums: nowAndBefore(
      [say.locks.all, say.locks.sms, say.locks.otp, say.locks.frozen],
      [now, before].map((counts) => [sum(counts), counts.sms, counts.otp, counts.frozen].map(String)),
      texts,
    ),
    notes: [],
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
    sums: nowAndBefore([say.causes.cases], [[String(total.current)], [String(total.before)]], texts),
    notes: [],
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

/** How many, half of them within, nearly all within. */
function spreadFigures({ count, median, p90 }: Spread, texts: Texts): readonly string[] {
  return [String(count), took(median, texts), took(p90, texts)];
}

function took(duration: number | null, { moments }: Texts): string {
  return duration === null ? '–' : moments.duration(duration);
}

/** The same figures twice: of this time, and of the time before. */
function nowAndBefore(titles: readonly string[], values: readonly (readonly string[])[], { reports }: Texts): Figures {
  const { now, before, all } = reports.cli.values;
  const [current = [], earlier = []] = values;
  return {
    titles: [all, ...titles],
    rows: [
      { label: now, values: current, tone: 'strong' },
      { label: before, values: earlier, tone: 'muted' },
    ],
  };
}

/** `15 min`, `4 h`, `24 h`: in the unit that needs no declension. */
function span(milliseconds: number): string {
  return milliseconds < HOUR ? `${milliseconds / MINUTE} min` : `${milliseconds / HOUR} h`;
}

const LONGEST = resolutionSteps.at(-1) ?? 0;

function resolution(report: ResolutionReport, texts: Texts, columns: number): Drawn {
  const { reports: say } = texts;
  const { lock, within, beyond, ended, half, most, going } = say.resolution;
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
    sums: {
      titles: ['', ended, half, most, going],
      rows: [
        { label: lock, of: report.locks, still: report.stillLocked },
        { label: say.resolution.case, of: report.cases, still: report.stillOpen },
      ].flatMap(({ label, of, still }) => [
        { label, values: [...spreadFigures(of.current, texts), String(still)], tone: 'strong' as const },
        { label: `  ${say.cli.values.before}`, values: spreadFigures(of.before, texts), tone: 'muted' as const },
      ]),
    },
    notes: [],
    columns: tableOf([say.names.resolution, say.resolution.ended], columns),
    rows: rows.some(({ bar: drawn }) => drawn !== '') ? rows : [],
    legend: '',
  };
}

function delivery({ operators, total }: DeliveryReport, texts: Texts, columns: number): Drawn {
  const { delivery: words } = texts.reports;
  const width = columns >= 120 ? barWidth(columns) / 2 : 12;
  const { current: now, before } = total;
  const kinds = ['sent', 'inTime', 'late', 'failed', 'waiting'] as const;
  const rows = operators.map(({ operator, current: own }) => ({
    key: operator ?? '',
    label: operator ?? words.unknown,
    figures: [...[own.sent, own.inTime, own.late, own.failed].map(String), took(own.p50, texts), took(own.p95, texts)],
    bar: shares(
      [
        [own.inTime, '█'],
        [own.late, '▓'],
        [own.failed, '✗'],
      ],
      width,
    ),
    tone: deliveryTone(own),
  }));
  return {
    sums: nowAndBefore(
      [...kinds.map((kind) => words[kind]), '50 %', '95 %'],
      [now, before].map((all) => [
        ...kinds.map((kind) => String(all[kind])),
        took(all.p50, texts),
        took(all.p95, texts),
      ]),
      texts,
    ),
    notes: [words.lateMeans],
    columns: [
      { title: words.operator, width: 9, grows: NAME_CELLS / 2, text: (row) => row.label },
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

/** Most in time, most failed, or neither. */
function deliveryTone({ sent, inTime, failed }: DeliveryReport['total']['current']): Tone {
  if (failed * 2 > sent) return 'danger';
  return inTime * 2 < sent ? 'warning' : 'ok';
}

function approvals({ total, pairs, waiting }: ApprovalsReport, texts: Texts, columns: number): Drawn {
  const { reports: say } = texts;
  const { approvals: words } = say;
  const { current: now, before } = total;
  const kinds = ['asked', 'approved', 'rejected', 'expired'] as const;
  const most = Math.max(0, ...pairs.map(({ approved, rejected }) => approved + rejected));
  const { half, most: nearly } = say.resolution;
  return {
    sums: nowAndBefore(
      [...kinds.map((kind) => words[kind]), half, nearly, words.waiting],
      [now, before].map((all) => [
        ...kinds.map((kind) => String(all[kind])),
        took(all.decision.median, texts),
        took(all.decision.p90, texts),
        ...(all === now ? [String(waiting)] : []),
      ]),
      texts,
    ),
    notes: [`${half}, ${nearly}: ${words.decision}`],
    columns: tableOf([words.askedBy, words.decidedBy, words.approved, words.rejected], columns),
    rows: pairs.map(({ requestedBy, decidedBy, approved, rejected }) => ({
      key: `${requestedBy} ${decidedBy}`,
      label: requestedBy,
      figures: [decidedBy, String(approved), String(rejected)],
      bar: bar(approved + rejected, most, barWidth(columns)),
      tone: 'accent',
    })),
    legend: words.pairs,
  };
}
