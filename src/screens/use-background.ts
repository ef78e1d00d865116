import { useEffect, useRef } from 'react';
import type { App } from '../app.ts';
import { tick } from '../sim/network.ts';

const EVERY = 1_000;

/**
 * What goes on by itself while a console is open: time's decisions are written down, and in training the simulated
 * SMS network moves. One round after the other, never two at once; a fault is told and the next round tries again.
 */
export function useBackground(app: App, onFault: (error: unknown) => void): void {
  const latest = useRef(onFault);
  latest.current = onFault;
  useEffect(() => {
    let working = false;
    const round = async (): Promise<void> => {
      if (working) return;
      working = true;
      try {
        if (app.realm === 'training') await tick(app);
        await app.sweep();
      } catch (error) {
        latest.current(error);
      } finally {
        working = false;
      }
    };
    const timer = setInterval(() => void round(), EVERY);
    return () => clearInterval(timer);
  }, [app]);
}
