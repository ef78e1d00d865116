import { closeSync, linkSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant, Realm } from '../domain/ids.ts';
import { notMade, StoreBroken } from './broken.ts';
import { ensureKeys, KEY_IN_FORCE, type Keys } from './keys.ts';
import { makeSchema } from './migrations.ts';
import { draftOf, ensurePrivateFolder, flush, PRIVATE_FILE, removeDraft, standingAt } from './safe-files.ts';

/** Writes the first rows into a database that nobody else sees yet. */
export type Fill = (db: Database.Database, keys: Keys) => void | Promise<void>;

/**
 * Makes a new database file of a realm: built aside, whole on disk, then linked into place, so that a file is there
 * complete or not at all. Of several makers at once one wins; the others find the winner's file.
 * @throws StoreBroken `exists` when the path is taken; the signal's reason when it is aborted.
 */
export async function createDatabase(
  path: string,
  realm: Realm,
  now: Instant,
  fill: Fill,
  signal?: AbortSignal,
): Promise<void> {
  if (standingAt(path)) throw new StoreBroken('exists', path);
  ensurePrivateFolder(path);
  const draft = draftOf(path);
  try {
    const keys = ensureKeys(path);
    await build(draft, realm, now, keys, fill);
    // A signal is told between two turns.
    await new Promise(setImmediate);
    signal?.throwIfAborted();
    flush(draft);
    linkSync(draft, path);
    flush(dirname(path));
  } catch (error) {
    throw notMade(error, path);
  } finally {
    removeDraft(draft);
  }
}

async function build(draft: string, realm: Realm, now: Instant, keys: Keys, fill: Fill): Promise<void> {
  // SQLite would make the file readable for all; the WAL files get the permissions of this one.
  closeSync(openSync(draft, 'wx', PRIVATE_FILE));
  const db = new Database(draft);
  try {
    // Nobody waits for this file and a half-made one is thrown away: durability comes with `flush`, once.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('secure_delete = ON');
    makeSchema(db, draft);
    const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    insert.run('realm', realm);
    insert.run('installation', keys.installation);
    insert.run('created-at', String(now));
    insert.run(KEY_IN_FORCE, keys.keyId);
    await fill(db, keys);
    db.exec('ANALYZE');
    db.pragma('journal_mode = WAL');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}
