import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { seedInto } from '../../src/db/seed.ts';
import { NOON } from './records.ts';
import { tempDatabase } from './temp-database.ts';

/** A new training database with so many invented subscribers, as of `NOON`. */
export function seededDatabase(accounts = 500, seed = 1): Promise<string> {
  return tempDatabase('training', (db, keys) => seedInto(db, keys, { accounts, seed, now: NOON }));
}

/** Reads a file behind the program's back; closed after the test. */
export function readerOf(path: string): Database.Database {
  const db = new Database(path, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  return db;
}
