import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { faultBehind } from '../../src/db/broken.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { importRecord, NOON } from '../support/records.ts';
import { SOAK_TIMEOUT, sized } from '../support/soak.ts';
import { tempDatabase, tempFolder } from '../support/temp-database.ts';

const ADMIN = { kind: 'administrator', id: 'test' } as const;
const context = { now: NOON, actor: ADMIN, policy: defaultPolicy };
const BACKUPS = sized(5, 200);

/** Opens a file with a store, does something, and closes it. */
async function within<T>(path: string, work: (store: ReturnType<typeof openStore>) => Promise<T>): Promise<T> {
  const store = openStore(path, defaultPolicy);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
const verdictOf = (path: string) => within(path, (store) => store.verifyAudit());
const importOne = (path: string, number: number) =>
  within(path, (store) => store.importRecords([importRecord(number)], context, { dryRun: false }));

/** Puts a copy in the database's place, as somebody restoring a backup does. */
function restore(copy: string, path: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  copyFileSync(copy, path);
}

test(
  `${BACKUPS} backups under load: each opens whole, with a good chain to the end that was told`,
  async () => {
    const path = await tempDatabase();
    const program = await bundledProgram('busy-writer.ts');
    const writers = [1, 50_000].map((first) => fork(program, [path, String(first)]));
    onTestFinished(() => {
      for (const writer of writers) writer.kill('SIGKILL');
    });
    await Promise.all(writers.map((writer) => once(writer, 'message')));
    for (let number = 0; number < BACKUPS; number++) {
      const copy = `${path}.backup-${number}.db`;
      const { head } = await within(path, (store) => store.backUp(context, copy));
      copyFileSync(`${path}.keys`, `${copy}.keys`);
      expect(await verdictOf(copy)).toMatchObject({ intact: true, entries: head?.seq, head: head?.hash });
      const db = new Database(copy, { readonly: true });
      expect(differencesFromAudit(db)).toEqual([]);
      db.close();
    }
  },
  SOAK_TIMEOUT,
);

function commandsIn(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT command FROM audit_log ORDER BY seq').pluck().all();
  } finally {
    db.close();
  }
}

test('a backup is on record in itself, private, and leaves nothing else behind', async () => {
  const path = await tempDatabase();
  const folder = tempFolder();
  await within(path, (store) => store.backUp(context, `${folder}/copy.db`));
  expect(readdirSync(folder)).toEqual(['copy.db']);
  expect(statSync(`${folder}/copy.db`).mode & 0o777).toBe(0o600);
  const db = new Database(`${folder}/copy.db`, { readonly: true });
  expect(db.prepare('SELECT command, actor_id FROM audit_log').all()).toEqual([
    { command: 'back-up', actor_id: 'test' },
  ]);
  db.close();
});

test('a copy that is given up stops, and leaves nothing behind', async () => {
  // More than is copied in one turn.
  const path = await tempDatabase('training', (db) => {
    db.exec("INSERT INTO meta (key, value) VALUES ('much', hex(zeroblob(6000000)))");
  });
  const folder = tempFolder();
  const givenUp = new AbortController();
  let told = 0;
  const onProgress = () => {
    told += 1;
    if (told === 1) givenUp.abort(new Error('given up'));
    else throw new Error('it went on');
  };
  const made = within(path, (store) =>
    store.backUp(context, `${folder}/copy.db`, { onProgress, signal: givenUp.signal }),
  );
  await expect(made).rejects.toThrow('given up');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['SQLITE_FULL', 'no-space-for-new'],
  ['SQLITE_IOERR_WRITE', 'new-not-written'],
  ['SQLITE_CORRUPT', 'damaged'],
])('%s while copying is told of the right file, and the log says that there is no copy', async (code, fault) => {
  const path = await tempDatabase();
  const folder = tempFolder();
  const copy = `${folder}/copy.db`;
  const onProgress = () => {
    throw Object.assign(new Error(), { code });
  };
  const error: unknown = await within(path, (store) => store.backUp(context, copy, { onProgress })).catch(
    (thrown) => thrown,
  );
  expect(faultBehind(error, path)).toEqual({ code: fault, path: fault === 'damaged' ? path : copy });
  expect(readdirSync(folder)).toEqual([]);
  expect(commandsIn(path)).toEqual(['back-up', 'back-up-failed']);
});

test('what a killed process of the same number left behind is in nobody’s way', async () => {
  const path = await tempDatabase();
  const folder = tempFolder();
  writeFileSync(`${folder}/copy.db.${process.pid}.tmp`, 'left');
  await within(path, (store) => store.backUp(context, `${folder}/copy.db`));
  expect(readdirSync(folder)).toEqual(['copy.db', `copy.db.${process.pid}.tmp`]);
});

test('what stands in its place is not overwritten, nor written through', async () => {
  const path = await tempDatabase();
  const folder = tempFolder();
  symlinkSync(`${folder}/elsewhere.db`, `${folder}/link.db`);
  const made = (to: string) => within(path, (store) => store.backUp(context, to));
  await expect(made(path)).rejects.toThrow('exists');
  await expect(made(`${folder}/link.db`)).rejects.toThrow('exists');
  expect(await verdictOf(path)).toMatchObject({ entries: 0 });
  expect(readdirSync(folder)).toEqual(['link.db']);
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('an old backup put back is noticed, also after work has gone on with it', async () => {
  const path = await tempDatabase();
  await importOne(path, 1);
  const copy = `${path}.old.db`;
  await within(path, (store) => store.backUp(context, copy));
  await importOne(path, 2);
  expect(await verdictOf(path)).toMatchObject({ intact: true, entries: 3 });
  restore(copy, path);
  expect(await verdictOf(path)).toEqual({ intact: false, entries: 2, firstBad: 3, why: 'rolled-back' });
  for (const number of [3, 4, 5]) await importOne(path, number);
  expect(await verdictOf(path)).toEqual({ intact: false, entries: 5, firstBad: 3, why: 'rolled-back' });
  rmSync(`${path}.head`);
  expect(await verdictOf(path)).toMatchObject({ intact: true, entries: 5 });
});

test('a database of another installation, or one killed before it could note its end, raises no alarm', async () => {
  const path = await tempDatabase();
  await importOne(path, 1);
  const other = await tempDatabase();
  copyFileSync(`${path}.head`, `${other}.head`);
  expect(await verdictOf(other)).toMatchObject({ intact: true, entries: 0 });
  const store = openStore(path, defaultPolicy);
  await store.importRecords([importRecord(2)], context, { dryRun: false });
  // Never closed, as after a kill.
  expect(await verdictOf(path)).toMatchObject({ intact: true, entries: 2 });
  store.close();
});
