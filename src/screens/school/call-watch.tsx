import { useEffect, useRef } from 'react';
import { callerTurn } from '../../sim/drill-caller.ts';
import { useConsole } from '../console-context.ts';
import { callStrip } from './call-strip.ts';
import { useCall } from './use-call.ts';

const EVERY = 600;

/** While somebody is on the line: lets them act, and draws the line that says so on every screen. Draws nothing itself. */
export function CallWatch({ onStrip }: { readonly onStrip: (strip: string | null) => void }) {
  const { app, texts, size, now, notify } = useConsole();
  const call = useCall();
  const strip = call ? callStrip(call.open, call.events, { texts, now, width: size.columns }) : null;
  useEffect(() => onStrip(strip), [onStrip, strip]);

  const onLine = call?.answered ? call.open : null;
  const latest = useRef({ onLine, texts, notify });
  latest.current = { onLine, texts, notify };
  const drillId = onLine?.drill.id ?? null;
  useEffect(() => {
    if (drillId === null) return;
    let working = false;
    const turn = async (): Promise<void> => {
      const { onLine: open, texts: words, notify: tell } = latest.current;
      if (working || !open) return;
      working = true;
      try {
        const turned = await callerTurn(app, open);
        if (turned.verdict === 'done' && turned.value === 'left')
          tell({ tone: 'warning', text: words.school.strip.gone(open.drill.callerName) });
      } catch (error) {
        tell({ tone: 'danger', text: words.console.failed(error instanceof Error ? error.message : String(error)) });
      } finally {
        working = false;
      }
    };
    const timer = setInterval(() => void turn(), EVERY);
    return () => clearInterval(timer);
  }, [app, drillId]);
  return null;
}
