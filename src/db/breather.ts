/** Work between two breaths, in milliseconds: with the piece that is begun just before, no key waits for more than ten. */
const BREATH = 5;

export type Breath = () => Promise<void>;

/** Lets the keys be answered while a long question is worked on; rejects when nobody waits for it any more. */
export function breather(signal: AbortSignal | undefined): Breath {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < BREATH) return;
    await new Promise(setImmediate);
    since = performance.now();
  };
}
