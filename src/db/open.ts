import { chmodSync, closeSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Policy } from '../domain/policy.ts';
import type { Store } from '../domain/ports.ts';
import { StoreBroken } from './broken.ts';
import { closeAsItWas, openReader } from './connection.ts';
import { FIRST_KEY, KEY_IN_FORCE, type Keys, readKeys } from './keys.ts';
import { livePolicy } from './live-policy.ts';
import { APPLICATION_ID, migrate, pendingMigrations, shippedMigrations } from './migrations.ts';
import { createQuestions } from './questions.ts';
import { realmOf } from './realm.ts';
import {
  makePrivate,
  openWithoutLinks,
  PRIVATE_FILE,
  requirePrivateFolder,
  requireRegularFile,
  standingAt,
} from './safe-files.ts';
import { createStore } from './store.ts';
import { createVault } from './vault.ts';
import { createWorld } from './world.ts';
import { writingTo } from './writing.ts';

/** What a SQLite file begins with (https://sqlite.org/fileformat2.html#the_database_header). */
const MAGIC = 'SQLite format 3\0';
const HEADER_LENGTH = 100;
const APPLICATION_ID_AT = 68;

/**
 * Opens an existing database: checks that it is ours, known and unharmed, brings its schema up to date, and reads its realm.
 * The policy is `defaults` with the installation's own settings over it.
 * @throws StoreBroken with the reason, the file untouched.
 */
export function openStore(path: string, defaults: Policy): Store {
  checkFile(path);
  const reader = openReader(path);
  try {
    const pending = pendingMigrations(reader, path, shippedMigrations());
    const keys = readKeys(path);
    const meta = metaOf(reader);
    requireKeys(meta, keys, path);
    if (pending.length > 0) bringUpToDate(path);
    const realm = realmOf(reader, keys, path);
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
    closeAsItWas(reader, path);
    throw error;
  }
}

function bringUpToDate(path: string): void {
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

/** Before SQLite opens it: whoever opens a database writes to its folder, and brings a WAL that was left behind into it. */
function checkFile(path: string): void {
  requirePrivateFolder(path);
  const handle = openWithoutLinks(path);
  try {
    const header = Buffer.alloc(HEADER_LENGTH);
    const length = readSync(handle, header, 0, header.length, 0);
    if (length === 0) throw new StoreBroken('empty', path);
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new StoreBroken('not-a-database', path);
    if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new StoreBroken('foreign', path);
    if (makePrivate(handle, path)) makeWalPrivate(path);
  } finally {
    closeSync(handle);
  }
}

/** SQLite gives them the permissions that the database had when they were made. Not opened: closing would take its locks away. */
function makeWalPrivate(path: string): void {
  for (const file of [`${path}-wal`, `${path}-shm`]) {
    if (standingAt(file)) chmodSync(file, requireRegularFile(file).mode & PRIVATE_FILE);
  }
}
