import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Examination, Finding } from '../../src/domain/examination.ts';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { seededDatabase } from '../support/seeded.ts';
import { supportDesk } from '../support/support-desk.ts';

type Answer = Examination & { readonly sound: boolean };

/** The file behind the program's back, with nothing that would stop a forger. */
function forger(path: string): Database.Database {
  const db = new Database(path);
  onTestFinished(() => {
    db.close();
  });
  db.pragma('foreign_keys = OFF');
  return db;
}

const about = (findings: readonly Finding[], thing: string) =>
  findings.filter((finding) => finding.about === 'thing' && finding.thing === thing);

test('a seeded database and one that was worked with are sound', async () => {
  const seeded = await cli(await seededDatabase(), ['doctor']);
  expect(seeded).toMatchObject({ code: 0, stderr: '' });
  expect(seeded.stdout).toBe(
    'The database is sound: 500 accounts and 505 audit entries, each account as the log tells it.\n',
  );
  const { path } = await supportDesk();
  expect((await cli(path, ['doctor', '--json'])).json()).toMatchObject({ sound: true, found: 0, left: [] });
});

test('whatever was changed past the program is found, with where it is and what to do', async () => {
  const path = await seededDatabase();
  const db = forger(path);
  const one = <Row>(sql: string) => db.prepare<[], Row>(sql).get() as Row;
  const revoked = one<{ serial: string }>("SELECT serial FROM certificates WHERE status = 'revoked'");
  db.prepare("UPDATE certificates SET status = 'valid' WHERE serial = ?").run(revoked.serial);
  const proven = one<{ id: number; serial: string }>(
    "SELECT c.id, serial FROM activations v JOIN certificates c ON c.id = v.certificate_id WHERE v.status = 'active'",
  );
  db.prepare('DELETE FROM sms_attempts WHERE certificate_id = ? AND number = 1').run(proven.id);
  db.prepare("UPDATE otp_secrets SET sealed = replace(sealed, '.', ',') WHERE certificate_id = ?").run(proven.id);
  const { id: orphaned } = one<{ id: number }>('SELECT max(id) AS id FROM accounts');
  db.prepare('DELETE FROM accounts WHERE id = ?').run(orphaned);
  db.exec(`INSERT INTO agents (agent_id, name, role, failures, status, status_since)
    VALUES ('mole', 'Nobody', 'supervisor', 0, 'enabled', 0)`);
  const untouched = one<{ id: number; serial: string }>(
    'SELECT id, serial FROM certificates WHERE id NOT IN (SELECT certificate_id FROM activations)',
  );
  const columns = (db.pragma('table_info(activations)') as { name: string }[]).map(({ name }) => name);
  const copied = columns.map((name) => (name === 'certificate_id' ? String(untouched.id) : name)).join(', ');
  db.exec(`INSERT INTO activations SELECT ${copied} FROM activations WHERE certificate_id = ${proven.id}`);

  const { code, json } = await cli(path, ['doctor', '--json']);
  const { findings, sound, left } = json() as Answer;
  expect({ code, sound, left }).toEqual({ code: 1, sound: false, left: [] });
  expect(findings.some((finding) => finding.about === 'log')).toBe(false);
  expect(findings).toContainEqual({ about: 'reference', table: 'certificates', row: expect.any(Number) });
  expect(about(findings, 'certificate')).toContainEqual(
    expect.objectContaining({ id: revoked.serial, fault: 'differs', fields: expect.arrayContaining(['status']) }),
  );
  expect(about(findings, 'sms-attempts')).toMatchObject([{ id: proven.serial, fault: 'differs' }]);
  expect(about(findings, 'otp-secret')).toMatchObject([{ id: proven.serial, fault: 'does-not-open' }]);
  expect(about(findings, 'activation')).toContainEqual(
    expect.objectContaining({ id: untouched.serial, fault: 'not-in-log' }),
  );
  expect(about(findings, 'account')).toMatchObject([{ fault: 'differs' }]);
  expect(about(findings, 'agent')).toMatchObject([{ id: 'mole', customerId: null, fault: 'not-in-log' }]);

  const told = await cli(path, ['doctor', '--lang', 'pl']);
  expect(told.stdout).toContain(`certyfikat ${revoked.serial}`);
  expect(told.stdout).toContain('konsultant mole: jest w bazie danych, ale nie w dzienniku audytu');
  expect(told.stderr).toContain('przywróć ostatnią kopię zapasową');
});

test('a damaged page is told in the words of SQLite, and nothing is concluded from the rest', async () => {
  const path = await seededDatabase();
  const db = forger(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const root = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'sms_attempts'").pluck().get();
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size, 0x5a), 0, size, ((root ?? 1) - 1) * size);
  closeSync(file);
  const { code, stdout, stderr } = await cli(path, ['doctor']);
  expect(code).toBe(1);
  expect(stdout).toContain('file: ');
  expect(stdout).toContain('The file is too damaged to look at the rest.');
  expect(stderr).toContain('restore the last backup');
});

test('a log that was changed is told with the entry', async () => {
  const path = await seededDatabase();
  const db = forger(path);
  for (const name of db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_log'")
    .pluck()
    .all())
    db.exec(`DROP TRIGGER ${name}`);
  db.prepare("UPDATE audit_log SET note = 'never said' WHERE seq = 7").run();
  const { code, json } = await cli(path, ['doctor', '--json']);
  expect(code).toBe(1);
  expect((json() as Answer).findings).toEqual([{ about: 'log', entry: 7, why: 'content-changed' }]);
  db.prepare("UPDATE audit_log SET facts = '[{' WHERE seq = 7").run();
  const illegible = (await cli(path, ['doctor', '--json'])).json() as Answer;
  expect(illegible.findings).toContainEqual({ about: 'log', entry: 7, why: 'content-changed' });
  expect(about(illegible.findings, 'account')).not.toEqual([]);
});

test('a policy that was changed past the program is told with what the log says was set', async () => {
  const path = await filledDatabase();
  const set = (name: string, value: string, why: string) => cli(path, ['policy', 'set', name, value, '--note', why]);
  await set('sms.failuresToLock', '4', 'a trial');
  await set('sms.failuresToLock', '2', 'sms.failuresToLock: 2 → 9. no');
  await set('outageExcusesFailures', 'no', 'they do not');
  await set('otp.qrVisible', '2m', 'seen by others');
  expect(await cli(path, ['doctor'])).toMatchObject({ code: 0 });

  const settings = { 'sms.failuresToLock': 10, 'otp.qrVisible': 120_000, 'support.unlocksWithoutApproval': 9 };
  const put = forger(path).prepare("INSERT OR REPLACE INTO meta VALUES ('policy', ?)");
  put.run(JSON.stringify(settings));
  const { code, json } = await cli(path, ['doctor', '--json']);
  expect(code).toBe(1);
  expect((json() as Answer).findings).toEqual([
    { about: 'policy', setting: 'outageExcusesFailures', stands: null, logged: 'false' },
    { about: 'policy', setting: 'sms.failuresToLock', stands: '10', logged: '2' },
    { about: 'policy', setting: 'support.unlocksWithoutApproval', stands: '9', logged: null },
  ]);
  const told = await cli(path, ['doctor']);
  expect(told.stdout).toContain('policy, sms.failuresToLock: 10 in the database, 2 in the audit log\n');
  expect(told.stderr).toContain('The policy was changed past the program');

  put.run('{');
  const illegible = await cli(path, ['doctor', '--lang', 'pl']);
  expect(illegible.code).toBe(1);
  expect(illegible.stdout).toContain('polityka: nie da się odczytać, co ustawiono\n');
});
