import { createApp, type Request } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Store } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { storeWithoutTransactions, widenedStore } from './racing-stores.ts';

/** One thing to do, at one moment, so that several processes do theirs at once. */
export interface Order {
  readonly at: number;
  readonly now: number;
  readonly actor: Actor;
  readonly request: Request;
}

/** What came of it; a throw is an outcome too, and never an expected one. */
export type Outcome =
  | { readonly verdict: 'done'; readonly secret: string | null }
  | { readonly verdict: 'refused'; readonly code: string }
  | { readonly verdict: 'threw'; readonly message: string };

/** `plain` as shipped; `widened` waits inside the rules; `planted` does so too, without a transaction: the bug to be caught. */
export type Kind = 'plain' | 'widened' | 'planted';

const makers: Record<Kind, (path: string) => Store> = {
  plain: (path) => openStore(path, defaultPolicy),
  widened: widenedStore,
  planted: storeWithoutTransactions,
};

function serve(path: string, kind: Kind): void {
  let now = 0;
  const app = createApp({
    store: makers[kind](path),
    clock: { now: () => now },
    entropy: { ...systemEntropy, code: () => '123456' },
  });
  process.on('message', async (order: Order) => {
    now = order.now;
    while (Date.now() < order.at) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    process.send?.(await carryOut(order));
  });
  process.send?.('ready');

  async function carryOut({ actor, request }: Order): Promise<Outcome> {
    try {
      const answer = await app.perform(actor, request);
      if (answer.verdict === 'refused') return { verdict: 'refused', code: answer.refusal.code };
      const { disclosure } = answer;
      return { verdict: 'done', secret: disclosure ? Buffer.from(disclosure.secret).toString('hex') : null };
    } catch (error) {
      return { verdict: 'threw', message: String(error) };
    }
  }
}

const [, , path = '', kind = 'plain'] = process.argv;
serve(path, kind as Kind);
