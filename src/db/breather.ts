/** Work between two breaths, in milliseconds: half a frame, so that a key is answered within one. */
const BREATH = 8;

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
