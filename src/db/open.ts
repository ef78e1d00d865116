import { closeSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Policy } from '../domain/policy.ts';
import type { Store } from '../domain/ports.ts';
import { StoreBroken } from './broken.ts';
import { openReader } from './connection.ts';
import { FIRST_KEY, KEY_IN_FORCE, type Keys, readKeys } from './keys.ts';
import { livePolicy } from './live-policy.ts';
import { migrate, pendingMigrations, shippedMigrations } from './migrations.ts';
import { createQuestions } from './questions.ts';
import { ensurePrivateFolder, openWithoutLinks } from './safe-files.ts';
import { createStore } from './store.ts';
import { createVault } from './vault.ts';
import { createWorld } from './world.ts';
import { writingTo } from './writing.ts';

const SQLITE_HEADER = 'SQLite format 3\0';

/**
 * Opens an existing database: checks that it is ours, known and unharmed, brings its schema up to date, and reads its realm.
 * The policy is `defaults` with the installation's own settings over it.
 * @throws StoreBroken with the reason, the file untouched.
 */
export function openStore(path: string, defaults: Policy): Store {
  checkFile(path);
  const reader = openReader(path);
  try {
    bringUpToDate(reader, path);
    const keys = readKeys(path);
    const meta = metaOf(reader);
    requireKeys(meta, keys, path);
    const realm = meta('realm') === 'live' ? 'live' : 'training';
    const inForce = () => meta(KEY_IN_FORCE) ?? FIRST_KEY;
    const vault = createVault(keys, { inForce, reread: () => readKeys(path) });
    const { policy, lookThrough } = livePolicy(reader, defaults);
    const writing = writingTo(path, lookThrough);
    const world = realm === 'training' ? createWorld(reader, writing, vault) : null;
    return createStore({
      reader,
      writing,
      realm,
      keys,
      vault,
      world,
      policy,
      questions: createQuestions(reader, policy),
    });
  } catch (error) {
    reader.close();
    throw error;
  }
}

function bringUpToDate(reader: Database.Database, path: string): void {
  if (pendingMigrations(reader, path, shippedMigrations()).length === 0) return;
  const writing = writingTo(path);
  try {
    migrate(writing().db, path);
  } finally {
    writing.close();
  }
}

function metaOf(reader: Database.Database): (key: string) => string | undefined {
  const meta = reader.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  return (key) => meta.get(key);
}

/** The keys beside the database must be its own, and of its time: one of an old backup may be sealed with a key that is gone. */
function requireKeys(meta: (key: string) => string | undefined, keys: Keys, path: string): void {
  if (meta('installation') !== keys.installation) throw new StoreBroken('keys-of-another-installation', path);
  const inForce = meta(KEY_IN_FORCE) ?? FIRST_KEY;
  if (![keys, ...keys.retired].some(({ keyId }) => keyId === inForce))
    throw new StoreBroken('keys-of-another-time', path);
}

function checkFile(path: string): void {
  ensurePrivateFolder(path);
  const handle = openWithoutLinks(path);
  try {
    const header = Buffer.alloc(SQLITE_HEADER.length);
    const length = readSync(handle, header, 0, header.length, 0);
    if (length === 0) throw new StoreBroken('empty', path);
    if (header.toString('latin1') !== SQLITE_HEADER) throw new StoreBroken('not-a-database', path);
  } finally {
    closeSync(handle);
  }
}
