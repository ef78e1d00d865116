import { useEffect, useState } from 'react';
import type { App } from '../app.ts';
import type { Instant } from '../domain/ids.ts';
import type { Report, ReportName } from '../domain/report.ts';
import { lastDays } from '../text/days.ts';

export type Asked =
  | { readonly state: 'asking'; readonly percent: number }
  | { readonly state: 'answered'; readonly report: Report; readonly at: Instant }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly error: unknown };

/** How many percent go by before the screen is drawn anew. */
const STEP = 5;

/** Asks for a report when its words change, or asked again; another question, or leaving, stops the one under way. */
export function useReport(app: App, name: ReportName, days: number, wanted: boolean) {
  const [asked, setAsked] = useState<Asked>({ state: 'asking', percent: 0 });
  const [round, setRound] = useState(0);
  const [stop, setStop] = useState<() => void>(() => () => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    if (!wanted) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const now = app.now();
    setAsked({ state: 'asking', percent: 0 });
    setStop(() => () => {
      stopping.abort();
      setAsked({ state: 'stopped' });
    });
    const onProgress = (part: number) => {
      const percent = Math.floor((part * 100) / STEP) * STEP;
      setAsked((before) =>
        signal.aborted || (before.state === 'asking' && before.percent === percent)
          ? before
          : { state: 'asking', percent },
      );
    };
    app.ask.report(name, lastDays(days, now), now, { onProgress, signal }).then(
      (report) => signal.aborted || setAsked({ state: 'answered', report, at: now }),
      (error: unknown) => signal.aborted || setAsked({ state: 'failed', error }),
    );
    return () => stopping.abort();
  }, [app, name, days, wanted, round]);
  return { asked, stop, again: () => setRound((before) => before + 1) };
}
