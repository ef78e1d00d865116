import type Database from 'better-sqlite3';
import type { Realm } from '../domain/ids.ts';
import { StoreBroken } from './broken.ts';
import { type Keys, readKeyFile, replaceKeyFile } from './keys.ts';
import { writingTo } from './writing.ts';

/** For whoever is at work on the file, in milliseconds: the realm is bound once in its life. */
const PATIENCE = 5_000;

/**
 * The realm of a database, which its keys must confirm. What the database alone says could be changed by whoever can write to
 * it: a live one that calls itself a training one asks nobody for a password. Keys from before they named a realm are made to
 * name the database's, unless its rows tell of the other one.
 * @throws StoreBroken `wrong-realm` when the keys name another one.
 */
export function realmOf(reader: Database.Database, keys: Keys, path: string): Realm {
  const realm = realmIn(reader, path);
  if ((keys.realm ?? bindRealm(path)) !== realm) throw new StoreBroken('wrong-realm', path);
  return realm;
}

function realmIn(db: Database.Database, path: string): Realm {
  const said = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'realm'").pluck().get();
  if (said !== 'live' && said !== 'training') throw new StoreBroken('damaged', path);
  return said;
}

/** Under the lock for writing: a rotation replaces the key file too. */
function bindRealm(path: string): Realm {
  const writing = writingTo(path);
  const { db } = writing();
  db.pragma(`busy_timeout = ${PATIENCE}`);
  try {
    return db
      .transaction(() => {
        const file = readKeyFile(path);
        if (file.realm !== undefined) return file.realm;
        const realm = realmIn(db, path);
        if (tellsOf(otherThan[realm], db)) throw new StoreBroken('wrong-realm', path);
        replaceKeyFile(path, { ...file, realm });
        return realm;
      })
      .immediate();
  } finally {
    writing.close();
  }
}

const otherThan: Readonly<Record<Realm, Realm>> = { live: 'training', training: 'live' };

/** What only one realm has: agents with passwords, and a simulated world. The log keeps that there was a password. */
const signs: Readonly<Record<Realm, string>> = {
  live: `SELECT 1 FROM agents WHERE password_hash IS NOT NULL UNION ALL
    SELECT 1 FROM audit_log WHERE command IN ('add-agent', 'set-agent-password') AND instr(facts, '"passwordHash":""')`,
  training: 'SELECT 1 FROM world',
};

function tellsOf(realm: Realm, db: Database.Database): boolean {
  return db.prepare(`${signs[realm]} LIMIT 1`).get() !== undefined;
}
