import { expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { faultBehind } from '../../src/db/broken.ts';
import { openReader } from '../../src/db/connection.ts';
import { readKeys } from '../../src/db/keys.ts';
import { createQuestions } from '../../src/db/questions.ts';
import { createStore } from '../../src/db/store.ts';
import { createVault } from '../../src/db/vault.ts';
import { createWorld } from '../../src/db/world.ts';
import { writingTo } from '../../src/db/writing.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { importRecord, NOON } from '../support/records.ts';
import { administrator } from '../support/staff.ts';
import { clockAt, tempDatabase } from '../support/temp-database.ts';

/** At how many places, one page after the other, the disk is full. */
const PLACES = 50;

/** The store as shipped, on a disk of which a test decides how much is left, and whether it may be written to. */
async function limited() {
  const path = await tempDatabase();
  const writing = writingTo(path);
  const reader = openReader(path);
  const keys = readKeys(path);
  const vault = createVault(keys);
  const questions = createQuestions(reader, defaultPolicy);
  const world = createWorld(reader, writing, vault);
  const store = createStore({
    reader,
    writing,
    realm: 'training',
    keys,
    vault,
    questions,
    world,
    policy: defaultPolicy,
  });
  const clock = clockAt(NOON);
  const app = createApp({ store, clock, entropy: systemEntropy });
  const pages = () => Number(writing().db.pragma('page_count', { simple: true }));
  /** So many pages and not one more; null for as many as there are on earth. */
  const leave = (more: number | null) => {
    writing().db.pragma(`max_page_count = ${more === null ? 2 ** 31 : pages() + more}`);
  };
  /** Whether it may be written to, as after the system has mounted a failing disk anew. */
  const mayWrite = (may: boolean) => {
    writing().db.pragma(`query_only = ${may ? 'OFF' : 'ON'}`);
  };
  return { app, clock, path, reader, leave, mayWrite };
}

/** Goes on asking for codes until the machine gives up. */
async function untilItFails(app: App, advance: (milliseconds: number) => void, number: number): Promise<unknown> {
  const record = importRecord(number);
  const { serial } = record.certificate;
  try {
    await app.importRecords(administrator, [record], { dryRun: false });
    for (let tries = 0; tries < 200; tries++) {
      await app.perform({ kind: 'subscriber', id: record.customerId }, { type: 'request-sms-code', serial });
      advance(MINUTE);
    }
  } catch (error) {
    return error;
  }
  return null;
}

test(`the disk is full at one of ${PLACES} places: told as such, nothing is half done, and work goes on without a restart`, async () => {
  const { app, clock, path, reader, leave } = await limited();
  for (let place = 0; place < PLACES; place++) {
    leave(place % 10);
    const failure = await untilItFails(app, clock.advance, 2 * place + 1);
    expect(faultBehind(failure, path)).toEqual({ code: 'disk-full', path });
    expect(differencesFromAudit(reader)).toEqual([]);
    leave(null);
    const record = importRecord(2 * place + 2);
    await app.importRecords(administrator, [record], { dryRun: false });
    const request = { type: 'request-sms-code', serial: record.certificate.serial } as const;
    expect(await app.perform({ kind: 'subscriber', id: record.customerId }, request)).toMatchObject({
      verdict: 'done',
    });
  }
  expect(await app.verifyAudit()).toMatchObject({ intact: true });
  expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
  app.close();
}, 60_000);

test('a file that has become read-only is told as such, changes nothing, and is written again once it may be', async () => {
  const { app, path, reader, mayWrite } = await limited();
  const record = importRecord(1);
  await app.importRecords(administrator, [record], { dryRun: false });
  const actor = { kind: 'subscriber', id: record.customerId } as const;
  const request = { type: 'request-sms-code', serial: record.certificate.serial } as const;
  mayWrite(false);
  const failure = await app.perform(actor, request).catch((error: unknown) => error);
  expect(faultBehind(failure, path)).toEqual({ code: 'read-only', path });
  expect(differencesFromAudit(reader)).toEqual([]);
  expect(await app.verifyAudit()).toMatchObject({ intact: true, entries: 1 });
  mayWrite(true);
  expect(await app.perform(actor, request)).toMatchObject({ verdict: 'done' });
  app.close();
});
