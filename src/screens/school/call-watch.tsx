import { useEffect, useRef } from 'react';
import { callerTurn } from '../../sim/drill-caller.ts';
import type { Texts } from '../../text/en.ts';
import { actions, keyLabel, keyOf } from '../../ui/keymap.ts';
import { useConsole } from '../console-context.ts';
import { callStrip, overStrip } from './call-strip.ts';
import { type CallOnLine, useCall } from './use-call.ts';

const EVERY = 600;

/**
 * While somebody is on the line: lets them act, and draws the line that says so on every screen, afterwards the one that leads
 * to the debrief. Draws nothing itself.
 */
export function CallWatch({
  atPhone,
  onStrip,
}: {
  /** The phone is the screen in front: after a call the debrief stands there. */
  readonly atPhone: boolean;
  readonly onStrip: (strip: string | null) => void;
}) {
  const { app, texts, size, now, notify } = useConsole();
  const call = useCall();
  const unseen = useUnseen(call, atPhone);
  const width = size.columns;
  const over = unseen === null ? null : overStrip(unseen, texts, width);
  const strip = call ? callStrip(call.open, call.events, { texts, now, width }) : over;
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
          tell({ tone: 'warning', text: words.school.strip.gone(open.drill.callerName, ...panelKeys(words)) });
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

/** Whose call is over without the trainee having seen what became of it; null while one lasts, or when there was none. */
function useUnseen(call: CallOnLine | null, atPhone: boolean): string | null {
  const name = useRef<string | null>(null);
  if (call) name.current = call.open.drill.callerName;
  else if (atPhone) name.current = null;
  return call ? null : name.current;
}

/** The key of the phone, and the one that is no letter: it works while one types. */
function panelKeys({ keys }: Texts): readonly [letter: string, chord: string] {
  const [, chord] = actions['call-panel'].keys;
  return [keyOf('call-panel', keys.names), keyLabel(chord, keys.names)];
}
