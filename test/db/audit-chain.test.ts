import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { importRecord } from '../support/records.ts';
import { tempApp, tempDatabase } from '../support/temp-database.ts';

const ENTRIES = 1_010;

/** A log of a little over one checkpoint, and a hand on the file that the triggers do not stop. */
async function tamperedLog(tamper: (db: Database.Database) => void, entries = 12) {
  const app = await tempApp('training');
  const records = Array.from({ length: entries }, (_, number) => importRecord(number + 1));
  await app.importRecords({ kind: 'administrator', id: 'root' }, records, { dryRun: false });
  const forger = new Database(app.path);
  forger.exec('DROP TRIGGER audit_log_keeps_words; DROP TRIGGER audit_log_keeps_entries');
  tamper(forger);
  forger.close();
  return app.verifyAudit();
}

test('an untouched log is intact', async () => {
  expect(await tamperedLog(() => undefined, ENTRIES)).toMatchObject({ intact: true, entries: ENTRIES });
});

test('a log that grows past a checkpoint while it is read is intact, as far as it reached at the beginning', async () => {
  const app = await tempApp('training');
  const root = { kind: 'administrator', id: 'root' } as const;
  const records = Array.from({ length: ENTRIES }, (_, number) => importRecord(number + 1));
  await app.importRecords(root, records.slice(0, 990), { dryRun: false });
  const written: Promise<unknown>[] = [];
  const onProgress = () => {
    if (written.length === 0) written.push(app.importRecords(root, records.slice(990), { dryRun: false }));
  };
  expect(await app.verifyAudit({ onProgress })).toMatchObject({ intact: true, entries: 990 });
  await Promise.all(written);
  expect(await app.verifyAudit()).toMatchObject({ intact: true, entries: ENTRIES });
});

const columns = ['at', 'actor_kind', 'actor_id', 'command', 'customer_id', 'serial', 'case_id', 'ticket'].concat([
  'reason',
  'note',
  'verdict',
  'refusal',
  'facts',
]);

test.each(columns)('a changed %s is found at its entry', async (column) => {
  const value = column === 'at' ? '1' : column === 'verdict' ? "'refused'" : "'x'";
  const verdict = await tamperedLog((db) => db.exec(`UPDATE audit_log SET ${column} = ${value} WHERE seq = 5`));
  expect(verdict).toMatchObject({ intact: false, firstBad: 5, why: 'content-changed' });
});

test('every bit of an entry counts', async () => {
  const app = await tempApp('training');
  await app.importRecords({ kind: 'administrator', id: 'root' }, [importRecord()], { dryRun: false });
  const forger = new Database(app.path);
  forger.exec('DROP TRIGGER audit_log_keeps_words');
  const original = forger.prepare('SELECT facts FROM audit_log').pluck().get() as string;
  const write = forger.prepare('UPDATE audit_log SET facts = ?');
  for (let place = 0; place < original.length; place++) {
    const flipped = String.fromCharCode(original.charCodeAt(place) ^ 1);
    write.run(original.slice(0, place) + flipped + original.slice(place + 1));
    expect((await app.verifyAudit()).intact).toBe(false);
  }
  write.run(original);
  forger.close();
  expect((await app.verifyAudit()).intact).toBe(true);
});

test.each([
  ['deleted', 'DELETE FROM audit_log WHERE seq = 5', 6, 'gap'],
  [
    'swapped',
    'UPDATE audit_log SET seq = CASE seq WHEN 5 THEN -6 WHEN 6 THEN -5 ELSE seq END; UPDATE audit_log SET seq = -seq WHERE seq < 0',
    5,
    'link-broken',
  ],
  ['moved to the end', 'UPDATE audit_log SET seq = 13 WHERE seq = 5', 6, 'gap'],
  ['given another link', "UPDATE audit_log SET prev_hash = '00' WHERE seq = 5", 5, 'link-broken'],
])('an entry %s is found', async (_what, sql, firstBad, why) => {
  expect(await tamperedLog((db) => db.exec(sql))).toMatchObject({ intact: false, firstBad, why });
});

test('a tail cut behind a signed checkpoint is found', async () => {
  const verdict = await tamperedLog((db) => db.exec('DELETE FROM audit_log WHERE seq > 900'), ENTRIES);
  expect(verdict).toMatchObject({ intact: false, firstBad: 901, why: 'tail-cut' });
});

test('a log hashed anew by someone without the signing key fails at the checkpoint', async () => {
  const verdict = await tamperedLog((db) => db.exec("UPDATE audit_checkpoints SET hash = 'ff'"), ENTRIES);
  expect(verdict).toMatchObject({ intact: false, firstBad: 1_000, why: 'signature-wrong' });
});

test('entries spliced in from another installation are found', async () => {
  const foreign = await tempApp('training');
  await foreign.importRecords({ kind: 'administrator', id: 'root' }, [importRecord()], { dryRun: false });
  const path = await tempDatabase('training');
  const forger = new Database(path);
  forger.exec(`ATTACH '${foreign.path}' AS other; INSERT INTO audit_log SELECT * FROM other.audit_log`);
  forger.close();
  const store = openStore(path, defaultPolicy);
  expect(await store.verifyAudit()).toMatchObject({ intact: false, firstBad: 1, why: 'other-installation' });
  store.close();
});

test('the file itself refuses to change or delete an entry', async () => {
  const app = await tempApp('training');
  await app.importRecords({ kind: 'administrator', id: 'root' }, [importRecord()], { dryRun: false });
  const db = new Database(app.path);
  expect(() => db.exec("UPDATE audit_log SET note = 'x'")).toThrow('never changed');
  expect(() => db.exec('DELETE FROM audit_log')).toThrow('never deleted');
  db.close();
});
