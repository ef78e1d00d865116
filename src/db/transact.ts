import type Database from 'better-sqlite3';
import { StoreBroken } from './broken.ts';

/** How long a writer keeps trying before it gives up; longer than any import chunk or seed batch holds the lock. */
const PATIENCE = 20_000;
const LONGEST_PAUSE = 3;

export type Transact = <T>(body: () => T) => Promise<T>;

/**
 * Runs `body` in one immediate transaction. A lock held by another process is tried again after a random 0.5–3 ms:
 * SQLite's own busy handler lets some writers starve for seconds, this does not. A throw rolls back and passes on.
 * `begun` runs first, inside it. `takenBack` does the same and keeps nothing of it.
 */
export function transactor(
  db: Database.Database,
  begun: () => void,
): { readonly transact: Transact; readonly takenBack: Transact } {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const endedBy =
    (end: Database.Statement): Transact =>
    async (body) => {
      const since = performance.now();
      while (!tryBegin(begin)) {
        if (performance.now() - since > PATIENCE) throw new StoreBroken('busy', db.name);
        await pause(0.5 + Math.random() * (LONGEST_PAUSE - 0.5));
      }
      // No await from here to the end: another command of this process must not find the transaction open.
      try {
        begun();
        const result = body();
        end.run();
        return result;
      } catch (error) {
        if (db.inTransaction) rollback.run();
        throw error;
      }
    };
  return { transact: endedBy(commit), takenBack: endedBy(rollback) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function tryBegin(begin: Database.Statement): boolean {
  try {
    begin.run();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
