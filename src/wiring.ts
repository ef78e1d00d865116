import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type App, createApp } from './app.ts';
import { StoreBroken } from './db/broken.ts';
import type { Fill } from './db/create.ts';
import { openStore } from './db/open.ts';
import { standingAt } from './db/safe-files.ts';
import type { Seeding } from './db/seed.ts';
import type { Realm } from './domain/ids.ts';
import { defaultPolicy } from './domain/policy.ts';
import { systemClock, systemEntropy } from './entropy.ts';

/** Subscribers in the embedded training database. */
export const TRAINING_ACCOUNTS = 500;

/**
 * The database to work on: `--db`, else `ECSC_DB` unless it is empty, else the training database in the user's data folder
 * (XDG). @throws StoreBroken `no-home` when nobody knows where that is.
 */
export function databasePath(flag: string | undefined, env: NodeJS.ProcessEnv, home = homedir): string {
  if (flag !== undefined) return resolve(flag);
  if (env.ECSC_DB) return resolve(env.ECSC_DB);
  return join(dataFolder(env, home), 'ecsc', 'training.db');
}

function dataFolder({ XDG_DATA_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv, home: () => string): string {
  if (XDG_DATA_HOME && isAbsolute(XDG_DATA_HOME)) return XDG_DATA_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  try {
    return join(home(), '.local', 'share');
  } catch (cause) {
    // No HOME, and a user whom the system does not know, as in a container.
    throw new StoreBroken('no-home', '', { cause });
  }
}

/** Opens the door to an existing database. @throws StoreBroken with the reason. */
export function openApp(path: string): App {
  const store = openStore(path, defaultPolicy);
  return createApp({
    store,
    clock: systemClock,
    entropy: systemEntropy,
    readPhone: async (text) => {
      const { readPhone } = await import('./intake/read-phone.ts');
      const read = readPhone(text);
      return 'code' in read ? null : read;
    },
    readInstant: async (text, now) => {
      const { readMoment } = await import('./intake/read-instant.ts');
      return readMoment(text, now);
    },
  });
}

/** Makes a new database: a live one empty, a training one with believable subscribers in every state. */
export async function initDatabase(path: string, realm: Realm, seeding: Omit<Seeding, 'now'>): Promise<void> {
  const now = systemClock.now();
  const { createDatabase } = await import('./db/create.ts');
  const { seedInto } = await import('./db/seed.ts');
  const fill: Fill = (db, keys) => (realm === 'training' ? seedInto(db, keys, { ...seeding, now }) : undefined);
  await createDatabase(path, realm, now, fill, seeding.signal);
}

/** Opens the database, making the embedded training one on the first run, which `making` may give up. */
export async function openOrMakeTraining(
  path: string,
  making: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>,
): Promise<App> {
  if (!standingAt(path)) await making((signal) => makeTraining(path, signal));
  return openApp(path);
}

/** Another program may be making the same one: then it is there when we come second. */
async function makeTraining(path: string, signal: AbortSignal): Promise<void> {
  try {
    await initDatabase(path, 'training', { accounts: TRAINING_ACCOUNTS, seed: 1, signal });
  } catch (error) {
    if (!standingAt(path)) throw error;
  }
}
