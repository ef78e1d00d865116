import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { createDatabase, type Fill } from '../../src/db/create.ts';
import { openStore } from '../../src/db/open.ts';
import type { Instant, Realm } from '../../src/domain/ids.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import type { Entropy, Store } from '../../src/domain/ports.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { NOON } from './records.ts';

/** A private folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(inject('tempRoot'), 'test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a new database in a folder of its own. */
export async function tempDatabase(realm: Realm = 'training', fill: Fill = () => undefined): Promise<string> {
  const path = join(tempFolder(), 'test.db');
  await createDatabase(path, realm, NOON, fill);
  return path;
}

/** A store on a new file, closed after the test. */
export async function tempStore(
  realm: Realm = 'training',
  policy: Policy = defaultPolicy,
): Promise<Store & { readonly path: string }> {
  const path = await tempDatabase(realm);
  const store = openStore(path, policy);
  onTestFinished(() => store.close());
  return { ...store, path };
}

/** A clock that stands still until it is told to move. */
export interface TestClock {
  now(): Instant;
  set(now: Instant): void;
  advance(milliseconds: number): void;
}

export function clockAt(start: Instant): TestClock {
  let now = start;
  return {
    now: () => now,
    set: (moment) => {
      now = moment;
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** The whole system on a new file, with a clock in the test's hand. */
export async function tempApp(
  realm: Realm = 'training',
  parts: { readonly clock?: TestClock; readonly entropy?: Entropy; readonly policy?: Policy } = {},
): Promise<App & { readonly path: string; readonly clock: TestClock }> {
  const { policy = defaultPolicy } = parts;
  const store = await tempStore(realm, policy);
  const clock = parts.clock ?? clockAt(NOON);
  const app = createApp({ store, clock, entropy: parts.entropy ?? systemEntropy });
  return { ...app, path: store.path, clock };
}
