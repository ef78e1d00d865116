import type Database from 'better-sqlite3';
import { once } from '../domain/once.ts';
import type { Policy } from '../domain/policy.ts';
import { type PolicySettings, type SettingName, type SettingValue, withSettings } from '../domain/policy-settings.ts';
import { StoreBroken } from './broken.ts';

const KEY = 'policy';
/** Milliseconds; a command looks a hundred times, and each look at the file takes three microseconds. */
const LOOK_EVERY = 1;

export interface LivePolicy {
  readonly policy: Policy;
  /**
   * A look at once, for the moment a transaction of this connection has begun: until it ends nobody sets another. A change
   * decided by what was in force a millisecond ago would keep dates the newer policy has just put forward.
   */
  lookThrough(db: Database.Database): () => void;
}

/**
 * The policy as the database has it at each moment: whatever any process sets is in force for all with their next look.
 * Looked at where the settings are illegible it throws StoreBroken `damaged`, each time: the defaults may protect less.
 */
export function livePolicy(reader: Database.Database, defaults: Policy): LivePolicy {
  // Most questions look at no policy: nothing is prepared for them.
  const version = once(() => reader.prepare<[], number>('PRAGMA data_version').pluck());
  const settings = once(() => settingsIn(reader));
  let seen: number | undefined;
  let written: string | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let current = defaults;
  const look = (): void => {
    const newest = version().get();
    if (newest !== seen) take(settings().get());
    seen = newest;
    looked = performance.now();
  };
  const take = (text: string | undefined): void => {
    if (text === written) return;
    current = withSettings(defaults, parsed(text, reader.name));
    written = text;
  };
  const inForce = (): Policy => {
    if (performance.now() - looked >= LOOK_EVERY && reader.open) look();
    return current;
  };
  const groups = (Object.keys(defaults) as (keyof Policy)[]).map((key) => [
    key,
    { enumerable: true, get: () => inForce()[key] },
  ]);
  return {
    policy: Object.defineProperties({}, Object.fromEntries(groups)) as Policy,
    lookThrough(db) {
      const settings = settingsIn(db);
      return () => {
        take(settings.get());
        looked = performance.now();
      };
    },
  };
}

const settingsIn = (db: Database.Database) =>
  db.prepare<[], string>(`SELECT value FROM meta WHERE key = '${KEY}'`).pluck();

/** What an installation has set for itself, as it is written down. @throws StoreBroken `damaged` when it is illegible. */
export const settingsOf = (db: Database.Database): PolicySettings => parsed(settingsIn(db).get(), db.name);

function parsed(text: string | undefined, path: string): PolicySettings {
  if (text === undefined) return {};
  const settings = valueIn(text);
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new StoreBroken('damaged', path);
  }
  return settings as PolicySettings;
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Writes a setting, inside the caller’s transaction. */
export function writeSetting(db: Database.Database, name: SettingName, value: SettingValue): void {
  const settings = { ...settingsOf(db), [name]: value };
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(settings));
}
