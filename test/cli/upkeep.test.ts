import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { HOUR } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { NOON } from '../support/records.ts';
import { seededDatabase } from '../support/seeded.ts';
import { clockAt, tempDatabase } from '../support/temp-database.ts';

test('a backup says where it is, where its log ends, and that the keys are kept apart', async () => {
  const db = await seededDatabase(20);
  const { code, stdout } = await cli(db, ['backup', `${db}.copy`]);
  expect(code).toBe(0);
  expect(stdout).toContain(`The backup is whole: ${db}.copy, 1 MB.`);
  expect(stdout).toMatch(/Its audit log ends with entry \d+: [0-9a-f]{64}/);
  expect(stdout).toContain(`keep a copy of ${db}.keys`);
  const again = await cli(db, ['backup', `${db}.copy`, '--lang', 'pl']);
  expect(again.code).toBe(1);
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain(`${db}.copy`);
});

test('as JSON: path, size, head and the keys’ place', async () => {
  const db = await seededDatabase(5);
  const { json } = await cli(db, ['backup', `${db}.copy`, '--json']);
  expect(json()).toMatchObject({ backup: { path: `${db}.copy`, keysPath: `${db}.keys`, head: { seq: 11 } } });
});

test('keys are rotated, and it is said what became of the old one', async () => {
  const db = await seededDatabase(40);
  const { code, stdout } = await cli(db, ['keys', 'rotate'], { clock: clockAt(NOON + HOUR) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Key k2 is in force; \d+ secrets sealed anew with it\.\nThe old key is gone\./);
  const { json } = await cli(db, ['keys', 'rotate', '--json'], { clock: clockAt(NOON + HOUR) });
  expect(json()).toMatchObject({ rotation: { keyId: 'k3', oldKeyUntil: null } });
  const listed = await cli(db, ['audit', 'list', '--limit', '2', '--lang', 'pl']);
  expect(listed.stdout).toContain('wymiana kluczy');
});

test('a secret that no key opens is told with its certificate and what to do, and the keys are rotated all the same', async () => {
  const path = await seededDatabase(40);
  const db = new Database(path);
  const { id, serial } = db
    .prepare<[], { id: number; serial: string }>(
      `SELECT c.id, c.serial FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id
       WHERE superseded_at IS NULL LIMIT 1`,
    )
    .get() ?? { id: 0, serial: '' };
  db.prepare("UPDATE otp_secrets SET sealed = sealed || 'AAAA' WHERE certificate_id = ?").run(id);
  db.close();
  const { code, stdout, stderr } = await cli(path, ['keys', 'rotate'], { clock: clockAt(NOON + HOUR) });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Key k2 is in force; .*\nThe old key is gone\..*\n1 sealed value opens with no key/);
  expect(stdout).toContain(`secrets in use of these certificates:\n  ${serial}\n`);
  expect(stderr).toContain('ask for a reset of each');
  const again = await cli(path, ['keys', 'rotate', '--json'], { clock: clockAt(NOON + HOUR) });
  expect(again.code).toBe(1);
  expect(again.json()).toMatchObject({ rotation: { keyId: 'k3', lost: { certificates: [serial], others: 0 } } });
});

test('a backup put back is told by audit verify, with what to do when it was on purpose', async () => {
  const db = await tempDatabase();
  await cli(db, ['backup', `${db}.old`]);
  await cli(db, ['backup', `${db}.new`]);
  copyFileSync(`${db}.old`, db);
  const { code, stdout, stderr } = await cli(db, ['audit', 'verify']);
  expect(code).toBe(1);
  expect(stdout).toContain('an old copy was put back');
  expect(stderr).toContain('remove the file beside the database that ends in .head');
});
