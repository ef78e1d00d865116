import { useEffect, useReducer, useRef, useState } from 'react';
import type { App } from '../../app.ts';
import { once } from '../../domain/once.ts';
import type { SimRefusal } from '../../sim/answer.ts';
import type { Scenario } from '../../sim/scenario.ts';
import { useConsole } from '../console-context.ts';
import { openStage, type Stage } from './engine.ts';
import { LOOK_EVERY } from './transport.ts';

interface Watching {
  readonly onFault: (error: unknown) => void;
  readonly onRefused: (refusal: SimRefusal) => void;
}

/** Opens the stage, looks at it again and again, and closes it when the screen is left. Null until it is open. */
export function useStage(app: App, scenario: Scenario, seed: number, watching: Watching): Stage | null {
  const { owed } = useConsole();
  const [stage, setStage] = useState<Stage | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(watching);
  latest.current = watching;
  useEffect(() => {
    let opened: Stage | null = null;
    let left = false;
    const guarded = async (body: () => Promise<void>) => {
      try {
        await body();
      } catch (error) {
        if (!left) latest.current.onFault(error);
      }
    };
    const opening = openStage(app, scenario, seed, redraw);
    const close = once(async () => {
      const answer = await opening;
      if (answer.verdict === 'done') await answer.value.close();
    });
    // Also while it opens: the clock stands from then on.
    owed.add(close);
    void guarded(async () => {
      const answer = await opening;
      if (left) return;
      if (answer.verdict === 'refused') return latest.current.onRefused(answer.refusal);
      opened = answer.value;
      setStage(opened);
    });
    const timer = setInterval(() => void guarded(async () => opened?.look()), LOOK_EVERY);
    return () => {
      left = true;
      clearInterval(timer);
      void guarded(async () => {
        await close();
        owed.delete(close);
      });
    };
  }, [app, scenario, seed, owed]);
  return stage;
}
