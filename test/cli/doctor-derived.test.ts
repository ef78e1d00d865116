import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Examination } from '../../src/domain/examination.ts';
import { DAY, MINUTE } from '../../src/domain/ids.ts';
import { cli } from '../support/cli-run.ts';
import { importRecord } from '../support/records.ts';
import { seededDatabase } from '../support/seeded.ts';
import { countingCodes } from '../support/simulated.ts';
import { administrator } from '../support/staff.ts';
import { tempApp } from '../support/temp-database.ts';

test('columns by which the search finds, and dates by which the sweep does, are compared with the rest of their rows', async () => {
  const path = await seededDatabase();
  const db = new Database(path);
  onTestFinished(() => {
    db.close();
  });
  const dated = db.prepare<[], string>(
    `SELECT c.serial FROM activations v JOIN certificates c ON c.id = v.certificate_id
     WHERE due_at IS NOT NULL ORDER BY v.certificate_id LIMIT 3`,
  );
  const [never, late, early] = dated.pluck().all();
  const of = 'WHERE certificate_id = (SELECT id FROM certificates WHERE serial = ?)';
  db.prepare(`UPDATE activations SET due_at = NULL ${of}`).run(never);
  db.prepare(`UPDATE activations SET due_at = due_at + 60000 ${of}`).run(late);
  db.prepare(`UPDATE activations SET due_at = 1 ${of}`).run(early);
  // Somebody who shares no name: the dictionary has each name once.
  const alone = db.prepare<[], { id: string; name: string }>(
    `SELECT customer_id AS id, family_folded AS name FROM accounts GROUP BY family_folded HAVING count(*) = 1
       AND family_folded NOT IN (SELECT given_folded FROM accounts) ORDER BY family_folded LIMIT 3`,
  );
  const [unlisted, nameless, numberless] = alone.all();
  db.prepare('DELETE FROM names WHERE name = ?').run(unlisted?.name);
  db.prepare("UPDATE accounts SET family_folded = 'x', given_folded = 'y' WHERE customer_id = ?").run(nameless?.id);
  db.prepare('UPDATE accounts SET phone_reversed = NULL WHERE customer_id = ?').run(numberless?.id);

  const { code, json } = await cli(path, ['doctor', '--json']);
  expect(code).toBe(1);
  const { findings } = json() as Examination;
  const told = findings.map((finding) =>
    finding.about === 'thing' ? [finding.id, finding.fault, finding.fields] : [],
  );
  expect(told).toHaveLength(5);
  expect(told).toEqual(
    expect.arrayContaining([
      [nameless?.id, 'astray', ['familyFolded', 'givenFolded']],
      [numberless?.id, 'astray', ['phoneReversed']],
      [unlisted?.id, 'astray', ['names']],
      [never, 'astray', ['dueAt']],
      [late, 'astray', ['dueAt']],
    ]),
  );
  const { stdout } = await cli(path, ['doctor']);
  expect(stdout).toContain(`account ${numberless?.id}: the search or the sweep passes it by (phoneReversed)\n`);
});

test('a policy by which something would have been due earlier is no fault of the rows', async () => {
  const app = await tempApp('training', { entropy: countingCodes() });
  const { customerId, certificate } = importRecord(1);
  const { serial } = certificate;
  const subscriber = { kind: 'subscriber', id: customerId } as const;
  await app.importRecords(administrator, [importRecord(1)], { dryRun: false });
  const askForCode = () => app.perform(subscriber, { type: 'request-sms-code', serial });
  for (const code of ['100001', '100002']) {
    await askForCode();
    expect(await app.perform(subscriber, { type: 'confirm-code', serial, code })).toMatchObject({ verdict: 'done' });
  }
  // A secret is superseded, a QR waits to be seen.
  await app.changePolicy(administrator, 'otp.qrVisible', MINUTE, 'sooner');
  expect(await app.examine()).toMatchObject({ found: 0 });
  app.clock.advance(2 * DAY);
  expect(await askForCode()).toMatchObject({ verdict: 'done' });
  await app.changePolicy(administrator, 'otp.supersededKept', DAY, 'less is kept');
  expect(await app.examine()).toMatchObject({ found: 0 });
  await app.changePolicy(administrator, 'otp.supersededKept', 365 * DAY, 'more is kept');
  expect(await app.examine()).toMatchObject({ found: 0 });
});
