import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { createDatabase } from '../src/db/create.ts';
import { openStore } from '../src/db/open.ts';
import { seedInto } from '../src/db/seed.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { systemClock, systemEntropy } from '../src/entropy.ts';

const SEED = 1;

/** A seeded database of so many accounts, made once and kept in `.bench` for the next run. */
export async function seededDatabase(folder: string, accounts: number): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `seeded-${accounts}.db`);
  if (existsSync(path)) return path;
  process.stderr.write(`seeding ${accounts} accounts …\n`);
  await createDatabase(path, 'training', systemClock.now(), (db, keys) =>
    seedInto(db, keys, { accounts, seed: SEED, now: systemClock.now() }),
  );
  return path;
}

/** The system on a database, with the clock of today. */
export function benchApp(path: string): App {
  const store = openStore(path, defaultPolicy);
  return createApp({ store, clock: systemClock, entropy: systemEntropy });
}
