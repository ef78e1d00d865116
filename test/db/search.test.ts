import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { importRecord } from '../support/records.ts';
import { tempApp } from '../support/temp-database.ts';

const people = [
  ['Łukasz', 'Żółkiewski', '+48503405037', 'l.zolkiewski@example.org'],
  ['Anna', 'Kowalska-Nowak', '+48601222333', 'anna.k@example.org'],
  ['Jan', 'Kowalski', '+48601222444', 'jan.kowalski@example.com'],
  ['Janina', 'Nowicka', '+48786111222', 'jnowicka@example.net'],
  ['O’Brien', '100%_"Quote', '+48512000111', 'quote@example.net'],
  ['Jürgen', 'Müller', '+4915112345678', 'jm@example.org'],
] as const;

async function withPeople(): Promise<(query: string) => Promise<readonly string[]>> {
  const app: App = await tempApp('training');
  const records = people.map(([givenName, familyName, e164, email], place) =>
    importRecord(place + 1, {
      ...{ givenName, familyName, email, phone: { e164, kind: 'mobile' } },
      // Not every customer numbers theirs as we do.
      ...(familyName === 'Müller' ? { customerId: 'KL/77' } : {}),
    }),
  );
  await app.importRecords({ kind: 'administrator', id: 'root' }, records, { dryRun: false });
  return async (query) => (await app.ask.search(query, app.now())).map(({ familyName }) => familyName);
}

test.each([
  ['lukasz', ['Żółkiewski']],
  ['ŁUKASZ', ['Żółkiewski']],
  ['zolk', ['Żółkiewski']],
  ['Żółk', ['Żółkiewski']],
  ['kiew', ['Żółkiewski']],
  ['kow', ['Kowalska-Nowak', 'Kowalski']],
  ['nowak', ['Kowalska-Nowak']],
  ['wals', ['Kowalska-Nowak', 'Kowalski']],
  ['jan kow', ['Kowalski']],
  ['kow jan', ['Kowalski']],
  ['j kowalski', ['Kowalski']],
  ['nowak anna', ['Kowalska-Nowak']],
  ['  jan   kow ', ['Kowalski']],
  ['503 405 037', ['Żółkiewski']],
  ['503-405', ['Żółkiewski']],
  ['+48 503', ['Żółkiewski']],
  ['0048503405037', ['Żółkiewski']],
  ['48503405037', ['Żółkiewski']],
  ['037', ['Żółkiewski']],
  ['5678', ['Müller']],
  ['+4915', ['Müller']],
  ['muller', ['Müller']],
  ['jan.kowalski@', ['Kowalski']],
  ['jnow', ['Nowicka']],
  ['ec-100003', ['Kowalski']],
  ['100003', ['Kowalski']],
  ['C0000003', ['Kowalski']],
  ['c000 0003', ['Kowalski']],
  ['KL/77', ['Müller']],
  ['kl/7', ['Müller']],
  ['xyz', []],
  ['%', []],
  ['" OR 1', []],
  ['100%', ['100%_"Quote']],
  ['', []],
  ['   ', []],
])('“%s” finds %j', async (query, expected) => {
  const search = await withPeople();
  expect([...(await search(query))].sort()).toEqual([...expected].sort());
});

test('whoever is imported after an import that failed is found by a fragment of the same name', async () => {
  const app = await tempApp('training');
  const root = { kind: 'administrator', id: 'root' } as const;
  const record = importRecord(1, { familyName: 'Żółkiewski' });
  const disk = new Database(app.path);
  disk.exec("CREATE TRIGGER fails BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'no room'); END");
  await expect(app.importRecords(root, [record], { dryRun: false })).rejects.toThrow('no room');
  disk.exec('DROP TRIGGER fails');
  disk.close();
  await app.importRecords(root, [record], { dryRun: false });
  expect(await app.ask.search('kiew', app.now())).toMatchObject([{ familyName: 'Żółkiewski' }]);
});

test('at most so many are found, in the order of their names', async () => {
  const app = await tempApp('training');
  const records = Array.from({ length: 80 }, (_, place) =>
    importRecord(place + 1, { familyName: `Nowak${String.fromCharCode(97 + ((79 - place) % 26))}`, givenName: 'Ewa' }),
  );
  await app.importRecords({ kind: 'administrator', id: 'root' }, records, { dryRun: false });
  const found = await app.ask.search('nowak', app.now(), 10);
  expect(found).toHaveLength(10);
  expect(found.map(({ familyName }) => familyName)).toEqual(found.map(({ familyName }) => familyName).toSorted());
});

test('the most pressing activation state is told, as time has left it', async () => {
  const app = await tempApp('training');
  const record = importRecord();
  const second = { ...record, certificate: { ...record.certificate, serial: 'C0FFEE01' } };
  await app.importRecords({ kind: 'administrator', id: 'root' }, [record, second], { dryRun: false });
  const state = async () => (await app.ask.search('nowak', app.now()))[0];
  expect(await state()).toMatchObject({ certificates: 2, activation: 'inactive' });
  for (let attempt = 0; attempt < 3; attempt++) {
    const actor = { kind: 'subscriber', id: record.customerId } as const;
    await app.perform(actor, { type: 'request-sms-code', serial: 'C0FFEE01' });
    app.clock.advance(300_001);
  }
  expect(await state()).toMatchObject({ certificates: 2, activation: 'locked' });
});
