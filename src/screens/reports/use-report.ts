import { useEffect, useState } from 'react';
import type { App } from '../../app.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Report, ReportName } from '../../domain/report.ts';
import { lastDays } from '../../text/days.ts';

export type Asked =
  | { readonly state: 'asking'; readonly percent: number }
  | { readonly state: 'answered'; readonly report: Report; readonly at: Instant }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly error: unknown };

/** How many percent go by before the screen is drawn anew. */
const STEP = 5;

const NOTHING_YET: Asked = { state: 'asking', percent: 0 };

/** Asks for a report when its words change, or asked again; another question, or leaving, stops the one under way. */
export function useReport(app: App, name: ReportName, days: number, wanted: boolean) {
  const [round, setRound] = useState(0);
  const about = `${name} ${days} ${round}`;
  const [told, setTold] = useState({ about, asked: NOTHING_YET });
  const [stop, setStop] = useState<() => void>(() => () => undefined);
  useEffect(() => {
    if (!wanted) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const now = app.now();
    const tell = (asked: Asked) => setTold({ about, asked });
    tell(NOTHING_YET);
    setStop(() => () => {
      stopping.abort();
      tell({ state: 'stopped' });
    });
    const onProgress = (part: number) => {
      const percent = Math.floor((part * 100) / STEP) * STEP;
      setTold((before) =>
        signal.aborted || (before.asked.state === 'asking' && before.asked.percent === percent)
          ? before
          : { about, asked: { state: 'asking', percent } },
      );
    };
    app.ask.report(name, lastDays(days, now), now, { onProgress, signal }).then(
      (report) => signal.aborted || tell({ state: 'answered', report, at: now }),
      (error: unknown) => signal.aborted || tell({ state: 'failed', error }),
    );
    return () => stopping.abort();
  }, [app, name, days, wanted, about]);
  // What was told of another question is not shown as the answer to this one, not for a single frame.
  const asked = told.about === about ? told.asked : NOTHING_YET;
  return { asked, stop, again: () => setRound((before) => before + 1) };
}
