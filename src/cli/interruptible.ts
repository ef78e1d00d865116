import { Interrupted, type Signal, signalExits } from './exit.ts';
import type { Io } from './wiring.ts';

const signals = Object.keys(signalExits) as readonly Signal[];

/**
 * Does work that leaves nothing behind when it is given up: a signal that comes meanwhile aborts it, instead of ending the
 * process in its middle.
 */
export async function interruptible<T>(
  { signals: from }: Pick<Io, 'signals'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const givenUp = new AbortController();
  const listening = signals.map((signal) => {
    const listener = () => givenUp.abort(new Interrupted(signal));
    from.on(signal, listener);
    return () => from.off(signal, listener);
  });
  try {
    return await work(givenUp.signal);
  } finally {
    for (const forget of listening) forget();
  }
}
