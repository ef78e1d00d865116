import { useState } from 'react';
import { maySeeReports } from '../../domain/permissions.ts';
import { reportNames } from '../../domain/report.ts';
import { reportRows } from '../../domain/report-rows.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { progressBar } from '../../ui/chart.ts';
import { figureLines } from '../../ui/figures.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import type { Tone } from '../../ui/theme.ts';
import { useConsole } from '../console-context.ts';
import { broken } from '../explain.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { type Drawn, drawReport } from './reports-view.ts';
import { useReport } from './use-report.ts';

const spans = [1, 7, 30] as const;
const BAR = 40;

/** Figures of today, a week, a month: locks, causes, time to resolve, SMS delivery, approvals; on screen and as CSV. */
export function ReportsScreen() {
  const { app, texts, size, session, aloud, back, notify, saveTable } = useConsole();
  const { reports: say, moments } = texts;
  const [place, setPlace] = useState(0);
  const [span, setSpan] = useState(1);
  const name = reportNames[place] ?? 'locks';
  const days = spans[span] ?? 7;
  const allowed = session !== null && maySeeReports(session.role, app.realm);
  const { asked, stop, again } = useReport(app, name, days, allowed);
  const width = size.columns;
  const drawn = asked.state === 'answered' ? drawReport(asked.report, texts, width) : null;
  const head = headLines();
  const sums = drawn ? [...figureLines(drawn.sums, width), ...drawn.notes.flatMap((text) => said(text, 'muted'))] : [];
  const height = size.rows - FRAME_LINES - head.length - sums.length - 3;
  const { list, offers: moves, reset } = useList(drawn?.rows ?? [], height, ({ key }) => key);

  return <Frame title={say.title} body={body()} offers={offers()} />;

  function said(text: string, tone: Tone): readonly string[] {
    return wrap(text, width - 2).map((part) => line([cell(` ${part}`, tone)], width));
  }

  function headLines(): readonly string[] {
    const tabs: readonly Cell[] = reportNames.flatMap((one, at) => [
      cell(at === place ? ' ▸ ' : '   ', 'selected'),
      cell(say.names[one], at === place ? 'strong' : 'muted'),
    ]);
    const when = asked.state === 'answered' ? ` · ${say.asOf(moments.timeExact(asked.at))}` : '';
    return [
      line(tabs, width),
      line([cell(` ${say.period(days)}`, 'accent'), cell(` · ${say.was(say.before(days))}${when}`, 'muted')], width),
      '',
    ];
  }

  function body(): readonly string[] {
    if (!allowed) return said(say.closed, 'warning');
    switch (asked.state) {
      case 'asking':
        return [
          ...head,
          line([
            cell(' '),
            cell(progressBar(asked.percent, 100, BAR), 'accent'),
            cell(`  ${say.asking(asked.percent)}`),
          ]),
        ];
      case 'stopped':
        return [...head, ...said(say.stopped, 'warning')];
      case 'failed':
        return [...head, ...said(texts.console.failed(broken(asked.error)), 'danger')];
      case 'answered':
        return [...head, ...sums, '', ...(drawn ? rowLines(drawn) : [])];
    }
  }

  function rowLines({ columns, rows, legend }: Drawn): readonly string[] {
    if (rows.length === 0) return said(say.none, 'muted');
    const lines = table(columns, width);
    const shown = rows.slice(list.top, list.top + height);
    return [
      lines.heading,
      ...shown.map((row, at) => lines.row(row, list.top + at === list.selected)),
      ...(legend === '' || aloud ? [] : said(legend, 'muted')),
    ];
  }

  function offers(): readonly Offer[] {
    const goBack: Offer = { action: 'back', run: back };
    if (!allowed) return [goBack];
    const asking = asked.state === 'asking';
    return [
      { action: 'next-report', run: () => turn(1) },
      { action: 'previous-report', run: () => turn(-1) },
      { action: 'shorter-period', run: () => stretch(-1), disabled: span === 0 ? say.shortest : undefined },
      { action: 'longer-period', run: () => stretch(1), disabled: span === spans.length - 1 ? say.longest : undefined },
      {
        action: 'export-report',
        run: () => void exportTable(),
        disabled: drawn && saveTable ? undefined : say.nothingYet,
      },
      ...(asking ? [] : [{ action: 'ask-again' as const, run: again }]),
      asking ? { action: 'stop-check', run: stop } : goBack,
      ...moves,
    ];
  }

  function turn(by: number): void {
    setPlace((before) => (before + by + reportNames.length) % reportNames.length);
    reset();
  }

  function stretch(by: number): void {
    setSpan((before) => before + by);
    reset();
  }

  async function exportTable(): Promise<void> {
    if (asked.state !== 'answered' || !saveTable) return;
    const moment = moments.stamp(asked.at).replaceAll(':', '').replace(' ', '-');
    const file = `report-${name}-${days}d-${moment}.csv`;
    const path = await saveTable(file, reportRows(asked.report));
    notify(path === null ? { tone: 'danger', text: say.notExported(file) } : { tone: 'ok', text: say.exported(path) });
  }
}
