import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant, Realm } from '../domain/ids.ts';
import { StoreBroken } from './broken.ts';
import { ensureKeys, KEY_IN_FORCE, type Keys } from './keys.ts';
import { makeSchema } from './migrations.ts';
import { ensurePrivateFolder, flush, PRIVATE_FILE, standingAt } from './safe-files.ts';

/** Writes the first rows into a database that nobody else sees yet. */
export type Fill = (db: Database.Database, keys: Keys) => void | Promise<void>;

/**
 * Makes a new database file of a realm: built aside, whole on disk, then linked into place, so that a file is there
 * complete or not at all. Of several makers at once one wins; the others find the winner's file.
 * @throws StoreBroken `exists` when the path is taken.
 */
export async function createDatabase(path: string, realm: Realm, now: Instant, fill: Fill): Promise<void> {
  if (standingAt(path)) throw new StoreBroken('exists', path);
  ensurePrivateFolder(path);
  const keys = ensureKeys(path);
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await build(draft, realm, now, keys, fill);
    flush(draft);
    linkSync(draft, path);
    flush(dirname(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new StoreBroken('exists', path);
    throw error;
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
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
