import type Database from 'better-sqlite3';
import type { Finding } from '../domain/examination.ts';
import { settingInNote } from '../domain/policy-note.ts';
import { faultBehind } from './broken.ts';
import { settingsOf } from './live-policy.ts';
import { oneMoment } from './one-moment.ts';

type PolicyFinding = Extract<Finding, { about: 'policy' }>;

/** Compares what the installation has set for itself with what the log says was set, both of one moment. */
export function examinePolicy(reader: Database.Database): readonly PolicyFinding[] {
  return oneMoment(reader)(() => {
    const set = readable(reader);
    if (set === null) return [{ about: 'policy', setting: null, stands: null, logged: null }];
    const logged = settingsInLog(reader);
    const names = [...new Set([...Object.keys(set), ...Object.keys(logged)])].sort();
    return names
      .map((name) => ({ setting: name, stands: written(set[name]), logged: written(logged[name]) }))
      .filter(({ stands, logged }) => stands !== logged)
      .map((difference) => ({ about: 'policy', ...difference }));
  });
}

function readable(reader: Database.Database): Readonly<Record<string, unknown>> | null {
  try {
    return settingsOf(reader);
  } catch (error) {
    if (faultBehind(error, reader.name)?.code !== 'damaged') throw error;
    return null;
  }
}

/** Each setting as it was set last. */
function settingsInLog(reader: Database.Database): Readonly<Record<string, unknown>> {
  const notes = reader
    .prepare<[], string>("SELECT note FROM audit_log WHERE command = 'change-policy' AND note IS NOT NULL ORDER BY seq")
    .pluck();
  return Object.fromEntries(
    notes
      .all()
      .map(settingInNote)
      .filter((setting) => setting !== null),
  );
}

const written = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
