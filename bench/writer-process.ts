import { createApp } from '../src/app.ts';
import { openStore } from '../src/db/open.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { systemClock, systemEntropy } from '../src/entropy.ts';

/** One of several writers on one file: blocks and unblocks accounts for a while and tells how long each change took (ms). */
async function write(path: string, milliseconds: number): Promise<void> {
  const store = openStore(path, defaultPolicy);
  const app = createApp({ store, clock: systemClock, entropy: systemEntropy });
  const waits: number[] = [];
  const actor = { kind: 'administrator', id: 'bench' } as const;
  const customerId = `EC-${100_001 + (process.pid % 100)}`;
  // The first change loads what writes; that is the program's start, not a wait for another writer.
  await app.perform(actor, { type: 'unblock-account', customerId, note: 'bench' });
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const since = performance.now();
    await app.perform(actor, {
      type: waits.length % 2 === 0 ? 'block-account' : 'unblock-account',
      customerId,
      note: 'bench',
    });
    waits.push(performance.now() - since);
  }
  app.close();
  process.send?.(waits);
}

const [, , path = '', milliseconds = '3000'] = process.argv;
await write(path, Number(milliseconds));
