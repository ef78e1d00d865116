import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { readKeyFile, readKeys } from '../../src/db/keys.ts';
import { openStore } from '../../src/db/open.ts';
import { createVault } from '../../src/db/vault.ts';
import { worldContext } from '../../src/db/world.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { importRecord, NOON } from '../support/records.ts';
import { seededDatabase } from '../support/seeded.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { tempApp, tempDatabase } from '../support/temp-database.ts';

const ADMIN = { kind: 'administrator', id: 'test' } as const;
const context = { now: NOON, actor: ADMIN, policy: defaultPolicy };
const NOTHING = { certificates: [], others: 0 };
const KILLS = sized(20, 500);
/** Killed after at most so many batches, and so many milliseconds more. */
const BATCHES = 4;
const LONGEST_LIFE = 15;

/** Every secret of a file in the clear, by its place. Throws when one cannot be read. */
function secretsIn(path: string): ReadonlyMap<string, string> {
  const db = new Database(path, { readonly: true });
  const vault = createVault(readKeys(path));
  const secrets = db.prepare(
    'SELECT c.serial, o.generation, o.sealed FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id',
  );
  const items = db.prepare('SELECT shelf, key, position, value FROM world');
  const found = new Map<string, string>();
  for (const row of secrets.all() as { serial: string; generation: number; sealed: string }[]) {
    const place = `${row.serial} ${row.generation}`;
    found.set(place, Buffer.from(vault.open(row.serial, row.generation, row.sealed)).toString('hex'));
  }
  for (const row of items.all() as { shelf: string; key: string; position: number; value: string }[])
    found.set(worldContext(row), vault.openText(worldContext(row), row.value));
  db.close();
  return found;
}

/** The ids of the keys that anything in a file is sealed with. */
function keysUsed(path: string): readonly string[] {
  const db = new Database(path, { readonly: true });
  const sealed = db.prepare('SELECT sealed FROM otp_secrets UNION ALL SELECT value FROM world').pluck();
  const used = new Set((sealed.all() as string[]).map((value) => value.split('.')[1] ?? ''));
  db.close();
  return [...used].sort();
}

/** By default when the codes that were under way as the file was made are long over. */
async function rotate(path: string, now = Date.now() + 10 * MINUTE) {
  const store = openStore(path, defaultPolicy);
  const rotation = await store.rotateKeys({ ...context, now });
  store.close();
  return rotation;
}

test('everything is sealed with the new key, the old one is gone, and it is on record', async () => {
  const path = await seededDatabase(100);
  const before = secretsIn(path);
  const rotation = await rotate(path);
  expect(rotation).toMatchObject({ keyId: 'k2', resealed: before.size, lost: NOTHING, oldKeyUntil: null });
  expect(secretsIn(path)).toEqual(before);
  expect(keysUsed(path)).toEqual(['k2']);
  expect(readKeyFile(path)).not.toHaveProperty('retired');
  const store = openStore(path, defaultPolicy);
  const [newest] = await store.questions.audit({ limit: 1 });
  expect(newest).toMatchObject({ command: 'rotate-keys', actor: ADMIN, note: 'k1 → k2', verdict: 'done' });
  expect(await store.verifyAudit()).toMatchObject({ intact: true });
  store.close();
});

test('what does not open is passed over and told, and keeps neither the others nor the next rotation back', async () => {
  const path = await seededDatabase(400);
  const store = openStore(path, defaultPolicy);
  for (const position of [1, 2]) await store.world?.put({ shelf: 'box', key: 'one', position, value: 'simulated' });
  store.close();
  const before = secretsIn(path);
  const db = new Database(path);
  const secrets = (isInUse: 0 | 1) =>
    db
      .prepare<[number], { id: number; serial: string }>(
        `SELECT c.id, c.serial FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id
         WHERE (superseded_at IS NULL) = ? ORDER BY c.id`,
      )
      .all(isInUse);
  const inUse = secrets(1);
  const damaged = [inUse[0], inUse[1], inUse.at(-1)].flatMap((secret) => secret ?? []);
  const [cutTag, noForm, otherKey] = damaged.map(({ id }) => id);
  const damage = (sealed: string, isInUse: 0 | 1, id: number | undefined) =>
    db
      .prepare(`UPDATE otp_secrets SET sealed = ${sealed} WHERE (superseded_at IS NULL) = ? AND certificate_id = ?`)
      .run(isInUse, id);
  damage('substr(sealed, 1, length(sealed) - 4)', 1, cutTag);
  damage("'v1.k1'", 1, noForm);
  damage("replace(sealed, 'v1.k1', 'v1.k9')", 1, otherKey);
  damage("sealed || 'AAAA'", 0, secrets(0)[0]?.id);
  db.exec("UPDATE world SET value = value || 'AAAA' WHERE position = 1");
  const stored = () =>
    damaged.map(({ id }) => db.prepare('SELECT * FROM otp_secrets WHERE certificate_id = ?').all(id));
  const left = stored();

  const lost = { certificates: damaged.map(({ serial }) => serial), others: 2 };
  const resealed = before.size - 5;
  expect(await rotate(path)).toEqual({ keyId: 'k2', resealed, lost, oldKeyUntil: null });
  expect(readKeyFile(path)).not.toHaveProperty('retired');
  expect(stored()).toEqual(left);
  expect(await rotate(path)).toEqual({ keyId: 'k3', resealed, lost, oldKeyUntil: null });

  for (const [table, column] of [
    ['otp_secrets', 'sealed'],
    ['world', 'value'],
  ])
    db.exec(`DELETE FROM ${table} WHERE ${column} NOT LIKE 'v1.k3.%'`);
  db.close();
  const rest = secretsIn(path);
  expect(rest.size).toBe(resealed);
  for (const [place, secret] of rest) expect(secret).toBe(before.get(place));
});

test(
  `killed ${KILLS} times on the way, every row stays readable and the next one goes on`,
  async () => {
    const path = await seededDatabase(400);
    const before = secretsIn(path);
    const program = await bundledProgram('rotating-process.ts');
    const random = seededRandom(seedFor('key rotation', 9)).unit;
    let stoppedHalfway = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = fork(program, [path]);
      onTestFinished(() => void child.kill('SIGKILL'));
      const gone = once(child, 'exit');
      const batches = Math.floor(random() * BATCHES);
      for (let named = 0; named <= batches && child.connected; named++)
        await Promise.race([once(child, 'message'), gone]);
      await sleep(random() * LONGEST_LIFE);
      child.kill('SIGKILL');
      await gone;
      expect(secretsIn(path)).toEqual(before);
      if (keysUsed(path).length > 1) stoppedHalfway += 1;
      if (random() < 0.3) expect(await rotate(path)).toMatchObject({ oldKeyUntil: null });
    }
    expect(stoppedHalfway).toBeGreaterThan(0);
    const { keyId } = await rotate(path);
    expect(keysUsed(path)).toEqual([keyId]);
    expect(secretsIn(path)).toEqual(before);
  },
  SOAK_TIMEOUT,
);

test('a console that was open all the while seals with the new key, and reads what others sealed', async () => {
  const app = await tempApp();
  const records = [importRecord(1), importRecord(2)];
  await app.importRecords(ADMIN, records, { dryRun: false });
  await activate(1);
  app.clock.advance(10 * MINUTE);
  await rotate(app.path, app.clock.now());
  await app.world?.put({ shelf: 'box', key: 'one', position: 1, value: 'sealed by the console' });
  await activate(2);
  expect(keysUsed(app.path)).toEqual(['k2']);
  const store = openStore(app.path, defaultPolicy);
  await store.world?.put({ shelf: 'box', key: 'one', position: 2, value: 'sealed by another' });
  store.close();
  expect(app.world?.items('box', 'one').map(({ value }) => value)).toEqual([
    'sealed by the console',
    'sealed by another',
  ]);
  app.clock.advance(40 * MINUTE);
  const serial = records[0]?.certificate.serial ?? '';
  const wrong = await app.perform(
    { kind: 'subscriber', id: records[0]?.customerId ?? '' },
    { type: 'sign-document', serial, otp: '000000', digest: 'ab', name: 'a.pdf' },
  );
  expect(wrong).toMatchObject({ verdict: 'refused', refusal: { code: 'otp-wrong' } });

  async function activate(number: number): Promise<void> {
    const { customerId, certificate } = importRecord(number);
    const actor = { kind: 'subscriber', id: customerId } as const;
    await app.perform(actor, { type: 'request-sms-code', serial: certificate.serial });
    const code = codeSent();
    const confirmed = await app.perform(actor, { type: 'confirm-code', serial: certificate.serial, code });
    expect(confirmed.verdict).toBe('done');
  }
  function codeSent(): string {
    const db = new Database(app.path, { readonly: true });
    const body = db
      .prepare("SELECT body FROM outbox WHERE body LIKE '%sms-code%' ORDER BY id DESC LIMIT 1")
      .pluck()
      .get();
    db.close();
    return (JSON.parse(String(body)) as { code: string }).code;
  }
});

test('a code under way is still accepted, and keeps the old key for as long', async () => {
  const app = await tempApp();
  const { customerId, certificate } = importRecord(1);
  const { serial } = certificate;
  const actor = { kind: 'subscriber', id: customerId } as const;
  await app.importRecords(ADMIN, [importRecord(1)], { dryRun: false });
  const asked = await app.perform(actor, { type: 'request-sms-code', serial });
  expect(asked.verdict).toBe('done');
  expect(await app.rotateKeys(ADMIN)).toEqual({
    keyId: 'k2',
    resealed: 0,
    lost: NOTHING,
    oldKeyUntil: NOON + 5 * MINUTE,
  });
  const db = new Database(app.path, { readonly: true });
  const body = db.prepare("SELECT body FROM outbox WHERE body LIKE '%sms-code%'").pluck().get();
  db.close();
  const { code } = JSON.parse(String(body)) as { code: string };
  const store = openStore(app.path, defaultPolicy);
  store.close();
  expect((await app.perform(actor, { type: 'confirm-code', serial, code })).verdict).toBe('done');
  expect(await app.rotateKeys(ADMIN)).toEqual({ keyId: 'k2', resealed: 0, lost: NOTHING, oldKeyUntil: null });
  expect(readKeyFile(app.path)).not.toHaveProperty('retired');
});

test('the keys of another time do not open the database', async () => {
  const path = await tempDatabase();
  const old = readKeyFile(path);
  await rotate(path);
  writeFileSync(`${path}.keys`, JSON.stringify(old));
  expect(() => openStore(path, defaultPolicy)).toThrow('keys-of-another-time');
});
