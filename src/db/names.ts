import type Database from 'better-sqlite3';

/** Names remembered as known; a country has fewer. */
const MOST_KNOWN = 100_000;

/** Keeps the dictionary of folded names that fragments are searched in. Known names cost no statement. */
export function nameKeeper(db: Database.Database) {
  const insert = db.prepare('INSERT OR IGNORE INTO names (name) VALUES (?)');
  const known = new Set<string>();
  return {
    remember(...names: readonly string[]): void {
      for (const name of names) {
        if (known.has(name)) continue;
        insert.run(name);
        if (known.size >= MOST_KNOWN) known.clear();
        known.add(name);
      }
    },
    /** What was known may have been taken back with its transaction. */
    forget: (): void => known.clear(),
  };
}
