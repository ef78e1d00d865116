import type Database from 'better-sqlite3';

const KEY = 'clock-set-after';

/** Notes, inside the caller's transaction, after which entry of the log the training clock was set. */
export function noteClockSet(db: Database.Database): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) SELECT ?, coalesce(max(seq), 0) FROM audit_log').run(KEY);
}

/** Asks for the number of the last entry before the training clock was set; 0 when it never was, as in every live database. */
export function clockSetAfter(db: Database.Database): () => number {
  const noted = db.prepare<[], string>(`SELECT value FROM meta WHERE key = '${KEY}'`).pluck();
  return () => Number(noted.get() ?? 0);
}
