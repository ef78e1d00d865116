import type Database from 'better-sqlite3';
import type { Policy } from '../domain/policy.ts';
import { type PolicySettings, type SettingName, type SettingValue, withSettings } from '../domain/policy-settings.ts';

const KEY = 'policy';

/** The policy as the database has it at each moment: whatever any process sets is in force for all with their next look. */
export function livePolicy(reader: Database.Database, defaults: Policy): Policy {
  const version = reader.prepare<[], number>('PRAGMA data_version').pluck();
  let seen: number | undefined;
  let current = defaults;
  const inForce = (): Policy => {
    const newest = reader.open ? version.get() : seen;
    if (newest !== seen) current = withSettings(defaults, settingsIn(reader));
    seen = newest;
    return current;
  };
  const groups = (Object.keys(defaults) as (keyof Policy)[]).map((key) => [
    key,
    { enumerable: true, get: () => inForce()[key] },
  ]);
  return Object.defineProperties({}, Object.fromEntries(groups)) as Policy;
}

function settingsIn(db: Database.Database): PolicySettings {
  const stored = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(KEY);
  return stored === undefined ? {} : (JSON.parse(stored) as PolicySettings);
}

/** Writes a setting, inside the caller's transaction. */
export function writeSetting(db: Database.Database, name: SettingName, value: SettingValue): void {
  const settings = { ...settingsIn(db), [name]: value };
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(settings));
}
