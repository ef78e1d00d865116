import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemClock, systemEntropy } from '../../src/entropy.ts';

const PAUSE = 5;

/** Changes the keys of one file, taking its time between two batches and naming each, so that it can be killed on the way. */
const [, , path = ''] = process.argv;
const app = createApp({
  store: openStore(path, defaultPolicy),
  clock: systemClock,
  entropy: systemEntropy,
});
process.send?.(0);
await app.rotateKeys({ kind: 'administrator', id: 'test' }, (resealed) => {
  process.send?.(resealed);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
});
app.close();
process.disconnect?.();
