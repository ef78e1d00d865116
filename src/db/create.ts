import { closeSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant, Realm } from '../domain/ids.ts';
import { notMade, StoreBroken } from './broken.ts';
import { KEY_IN_FORCE, type KeyFile, type Keys, keysPath, newKeys, placeKeys } from './keys.ts';
import { makeSchema } from './migrations.ts';
import { draftOf, ensurePrivateFolder, flush, PRIVATE_FILE, removeDraft, standingAt } from './safe-files.ts';

/** Writes the first rows into a database that nobody else sees yet. */
export type Fill = (db: Database.Database, keys: Keys) => void | Promise<void>;

/** How long a database may follow its keys: it takes a millisecond, and a busy machine its time. */
const TRIES = 40;
const PAUSE = 25;

/**
 * Makes a new database file of a realm, with keys of its own: built aside, whole on disk, then linked into place, so that
 * both are there complete or not at all. Of several makers at once one wins; the others find the winner's file.
 * @throws StoreBroken `exists` when the path is taken, `left-behind` when something of another database stands beside it;
 * the signal's reason when it is aborted.
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
    requireNothingLeft(path);
    const { file, keys } = newKeys(path, realm);
    await build(draft, realm, now, keys, fill);
    // A signal is told between two turns.
    await new Promise(setImmediate);
    signal?.throwIfAborted();
    flush(draft);
    place(draft, path, file);
    flush(dirname(path));
  } catch (error) {
    const fault = notMade(error, path);
    const isLate = fault instanceof StoreBroken && fault.code === 'left-behind' && (await isMadeByAnother(path));
    throw isLate ? new StoreBroken('exists', path, { cause: error }) : fault;
  } finally {
    removeDraft(draft);
  }
}

/**
 * Keys of another database may be those of a backup; the end of another log would cry that this one was rolled back; and
 * SQLite would bring another WAL into this file.
 */
function requireNothingLeft(path: string): void {
  for (const ending of ['.keys', '.head', '-wal', '-journal']) {
    if (standingAt(`${path}${ending}`)) throw new StoreBroken('left-behind', `${path}${ending}`);
  }
}

/** The keys first: a database that is there can be opened. */
function place(draft: string, path: string, keys: KeyFile): void {
  placeKeys(path, keys);
  try {
    linkSync(draft, path);
  } catch (error) {
    // Nothing is sealed with them but the draft.
    rmSync(keysPath(path), { force: true });
    throw error;
  }
}

/** Whether what stands beside the path belongs to a database that somebody else puts there right now. */
async function isMadeByAnother(path: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES && !standingAt(path); tries++) await new Promise((done) => setTimeout(done, PAUSE));
  return standingAt(path) !== null;
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
