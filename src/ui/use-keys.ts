import { useInput, usePaste } from 'ink';
import { useCallback, useRef } from 'react';
import { type KeyEvent, keyEvents } from './key-event.ts';

/**
 * Every key of the program, one after the other: what arrived in one chunk is handed on with a frame in between, so
 * that an Enter sees what was typed before it. Called once, by the shell.
 */
export function useKeys(onKey: (event: KeyEvent) => void): void {
  const waiting = useRef<KeyEvent[]>([]);
  const draining = useRef(false);
  const latest = useRef(onKey);
  latest.current = onKey;

  const drain = useCallback(() => {
    const next = waiting.current.shift();
    draining.current = next !== undefined;
    if (!next) return;
    latest.current(next);
    if (waiting.current.length > 0) setImmediate(drain);
    else draining.current = false;
  }, []);
  const take = (events: readonly KeyEvent[]) => {
    waiting.current.push(...events);
    if (!draining.current) drain();
  };

  useInput((input, key) => take(keyEvents(input, key)));
  usePaste((text) => take([{ kind: 'text', text: text.replace(/\s+/g, ' ') }]));
}
