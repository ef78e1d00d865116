import { SECOND } from '../../domain/ids.ts';
import { type Report, type ReportName, reportNames } from '../../domain/report.ts';
import { type Field, type ReportRows, reportRows } from '../../domain/report-rows.ts';
import { reportCsv } from '../../intake/report-csv.ts';
import { lastDays } from '../../text/days.ts';
import type { Texts } from '../../text/en.ts';
import { exitCodes, Misuse } from '../exit.ts';
import type { Run } from '../spec.ts';

const USUAL_DAYS = 7;
const MOST_DAYS = 366;

/** One run for each report: a table, JSON, or CSV for a spreadsheet. */
export const showReport = Object.fromEntries(reportNames.map((name) => [name, runOf(name)])) as Readonly<
  Record<ReportName, Run>
>;

function runOf(name: ReportName): Run {
  return async ({ app: open, out, texts }, input) => {
    const { reports: say, moments } = texts;
    if (input.flag('csv') && out.json) throw new Misuse(say.cli.oneFormat);
    const days = input.count('days') ?? USUAL_DAYS;
    if (days > MOST_DAYS) throw new Misuse(say.cli.days);
    const app = await open();
    const now = app.now();
    const period = lastDays(days, now);
    const report: Report = await app.ask.report(name, period, now);
    const table = reportRows(report);
    if (input.flag('csv')) {
      out.raw(reportCsv(table));
      return exitCodes.done;
    }
    const { from, before } = period;
    out.answer({ ...report, period: { from, until: now, before: { ...before } } }, () => {
      out.line(say.cli.from(moments.moment(from), moments.moment(before.from)));
      out.table(...printed(table, texts));
    });
    return exitCodes.done;
  };
}

const inSeconds = /_seconds$|^median_before$|^p90_before$/;

/** The same rows in words: for people. */
function printed({ head, rows }: ReportRows, texts: Texts): [readonly string[], string[][]] {
  const { reports: say, moments, words, cli } = texts;
  const known: Readonly<Record<string, string>> = {
    ...say.cli.values,
    ...words.reason,
    'no-change': say.causeOf('no-change'),
  };
  const text = (field: Field, column: string | undefined) => {
    if (field === null) return cli.none;
    if (typeof field === 'object') return moments.date(field.instant);
    if (typeof field === 'string') return known[field] ?? field;
    return inSeconds.test(column ?? '') ? moments.duration(field * SECOND) : String(field);
  };
  return [head.map((column) => say.cli.columns[column]), rows.map((row) => row.map((one, at) => text(one, head[at])))];
}
