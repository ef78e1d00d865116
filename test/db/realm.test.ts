import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { StoreBroken } from '../../src/db/broken.ts';
import { keysPath, readKeyFile, replaceKeyFile } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import type { Realm } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { NOON } from '../support/records.ts';
import { administrator } from '../support/staff.ts';
import { tempDatabase } from '../support/temp-database.ts';

const context = { now: NOON, actor: administrator, policy: defaultPolicy };

function openedAs(path: string): string {
  try {
    const store = openStore(path, defaultPolicy);
    store.close();
    return store.realm;
  } catch (error) {
    return error instanceof StoreBroken ? error.code : String(error);
  }
}

/** Changes a file past the program. */
function forge(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

const callIt = (realm: string) => `UPDATE meta SET value = '${realm}' WHERE key = 'realm'`;

/** As keys were before they named a realm. */
function forgetRealm(path: string): void {
  const { realm: _, ...before } = readKeyFile(path);
  replaceKeyFile(path, before);
}

test.each<[Realm, Realm]>([
  ['live', 'training'],
  ['training', 'live'],
])('a %s database that calls itself a %s one is not opened, by no command', async (realm, other) => {
  const path = await filledDatabase({ realm });
  forge(path, callIt(other));
  const before = [path, keysPath(path)].map((file) => readFileSync(file));
  expect(openedAs(path)).toBe('wrong-realm');
  for (const argv of [['queue'], ['doctor'], ['clock', 'advance', '1h'], ['agents', 'list']]) {
    const { code, stderr } = await cli(path, argv);
    expect(code).toBe(1);
    expect(stderr).toContain('another realm (live or training) than its keys');
  }
  expect([path, keysPath(path)].map((file) => readFileSync(file))).toEqual(before);
  forge(path, callIt(realm));
  expect(openedAs(path)).toBe(realm);
});

test.each(['', 'Live', 'test'])('a realm that reads “%s” is damage', async (realm) => {
  const path = await tempDatabase();
  forge(path, callIt(realm));
  expect(openedAs(path)).toBe('damaged');
  forge(path, "DELETE FROM meta WHERE key = 'realm'");
  expect(openedAs(path)).toBe('damaged');
});

test('new keys name the realm too', async () => {
  const path = await tempDatabase('live');
  const store = openStore(path, defaultPolicy);
  await store.rotateKeys(context);
  store.close();
  expect(readKeyFile(path)).toMatchObject({ keyId: 'k2', realm: 'live' });
});

describe('keys of before', () => {
  test('name the realm once the database was opened, and hold it to that', async () => {
    const path = await filledDatabase({ realm: 'live', password: 'long enough to be good' });
    const named = readKeyFile(path);
    forgetRealm(path);
    expect(openedAs(path)).toBe('live');
    expect(readKeyFile(path)).toEqual(named);
    forge(path, callIt('training'));
    expect(openedAs(path)).toBe('wrong-realm');
  });

  test('do not make a training database of one whose agents had passwords', async () => {
    const path = await filledDatabase({ realm: 'live', password: 'long enough to be good' });
    forgetRealm(path);
    forge(path, callIt('training'));
    expect(openedAs(path)).toBe('wrong-realm');
    forge(path, 'UPDATE agents SET password_hash = NULL');
    expect(openedAs(path)).toBe('wrong-realm');
    expect(readKeyFile(path)).not.toHaveProperty('realm');
  });

  test('do not make a live database of one with a simulated world', async () => {
    const path = await tempDatabase();
    const store = openStore(path, defaultPolicy);
    await store.world?.put({ shelf: 'box', key: 'one', position: 1, value: 'of the simulated world' });
    store.close();
    forgetRealm(path);
    forge(path, callIt('live'));
    expect(openedAs(path)).toBe('wrong-realm');
  });

  test('are named while they are being changed, and neither is lost', async () => {
    const path = await tempDatabase('live');
    forgetRealm(path);
    const rotating = openStore(path, defaultPolicy);
    forgetRealm(path);
    const [, realm] = await Promise.all([rotating.rotateKeys(context), Promise.resolve().then(() => openedAs(path))]);
    rotating.close();
    expect(realm).toBe('live');
    expect(readKeyFile(path)).toMatchObject({ keyId: 'k2', realm: 'live' });
  });
});
