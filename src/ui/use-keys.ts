import { useInput, usePaste } from 'ink';
import { useLayoutEffect, useRef, useState } from 'react';
import { type KeyEvent, keyEvents, type Paste } from './key-event.ts';

/**
 * Every key of the program, one after the other: of what arrived in one chunk, the next is handed on when the screen
 * shows what the one before it did, so that an Enter sees what was typed before it. `onKey` may give back what it leaves
 * for the next turn. Called once, by the shell.
 */
export function useKeys(onKey: (event: KeyEvent | Paste) => KeyEvent | null): void {
  const waiting = useRef<(KeyEvent | Paste)[]>([]);
  const busy = useRef(false);
  const latest = useRef(onKey);
  latest.current = onKey;
  const [handled, setHandled] = useState(0);

  const next = () => {
    const event = waiting.current.shift();
    busy.current = event !== undefined;
    if (!event) return;
    const left = latest.current(event);
    if (left) waiting.current.unshift(left);
    // In the same batch as whatever the key changed: the effect below runs after all of it is in place.
    setHandled((count) => count + 1);
  };
  const following = useRef(next);
  following.current = next;
  // Not at once: React stops after fifty updates from within one effect, and a paste may bring more keys.
  useLayoutEffect(() => {
    if (handled > 0) setImmediate(() => following.current());
  }, [handled]);

  const take = (events: readonly (KeyEvent | Paste)[]) => {
    waiting.current.push(...events);
    if (!busy.current) next();
  };
  useInput((input, key) => take(keyEvents(input, key)));
  usePaste((text) => take([{ kind: 'paste', text: text.replace(/\s+/g, ' ') }]));
}
