import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { createDatabase } from '../../src/db/create.ts';
import { seedInto } from '../../src/db/seed.ts';
import { madeOnce } from './made-once.ts';
import { NOON } from './records.ts';
import { tempDatabase, tempFolder } from './temp-database.ts';

const FILE = 'test.db';

/** A training database with so many invented subscribers, as of `NOON`; seeded once in a run, each time a copy. */
export async function seededDatabase(accounts = 500, seed = 1): Promise<string> {
  const folder = tempFolder();
  const made = await madeOnce(`seeded-${accounts}-${seed}`, (draft) =>
    createDatabase(join(draft, FILE), 'training', NOON, (db, keys) =>
      seedInto(db, keys, { accounts, seed, now: NOON }),
    ),
  );
  cpSync(made, folder, { recursive: true });
  return join(folder, FILE);
}

/** The same, seeded anew. */
export function freshlySeeded(accounts: number, seed: number): Promise<string> {
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
