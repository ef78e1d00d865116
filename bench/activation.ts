import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { openWriter } from '../src/db/connection.ts';
import { createDatabase } from '../src/db/create.ts';
import { openStore } from '../src/db/open.ts';
import { otpAt } from '../src/domain/otp.ts';
import { defaultPolicy } from '../src/domain/policy.ts';
import { receiptOf } from '../src/domain/receipt.ts';
import { systemEntropy } from '../src/entropy.ts';
import { importRecord, NOON } from '../test/support/records.ts';
import { rawActivation } from './activation-raw.ts';
import { inTurns, ROUNDS, type Row } from './stats.ts';

const SAMPLES = 120;
const CODE = '123456';

/** One whole activation through the door (five transactions, FULL, cryptography and audit) beside the same statements raw. */
export async function benchActivation(folder: string): Promise<readonly Row[]> {
  const own = mkdtempSync(join(folder, 'activation-'));
  const records = Array.from({ length: SAMPLES * (ROUNDS + 1) }, (_, place) => importRecord(place + 1));
  const app = await prepared(join(own, 'ours.db'), records);
  (await prepared(join(own, 'raw.db'), records)).close();
  const db = openWriter(join(own, 'raw.db'));
  const raw = rawActivation(db);
  const measured = await inTurns(
    SAMPLES,
    (sample) => activate(app, sample + 1),
    (sample) => raw(importRecord(sample + 1).certificate.serial, NOON),
  );
  app.close();
  db.close();
  rmSync(own, { recursive: true });
  return [
    {
      name: 'one activation / the same statements raw',
      ...measured,
      unit: 'ms',
      bound: { most: 1 / 0.7, of: 'ratio' },
    },
  ];
}

async function prepared(path: string, records: readonly ReturnType<typeof importRecord>[]): Promise<App> {
  // As in real work: a training database reads its clock, too.
  await createDatabase(path, 'live', NOON, () => undefined);
  const store = openStore(path, defaultPolicy);
  const entropy = { ...systemEntropy, code: () => CODE };
  const app = createApp({ store, clock: { now: () => NOON }, entropy });
  await app.importRecords({ kind: 'administrator', id: 'bench' }, records, { dryRun: false });
  return app;
}

async function activate(app: App, number: number): Promise<void> {
  const { customerId, certificate } = importRecord(number);
  const { serial } = certificate;
  const actor = { kind: 'subscriber', id: customerId } as const;
  const receipt = receiptOf('Play', { raw: 'DELIVRD', error: 0 });
  await app.perform(actor, { type: 'request-sms-code', serial });
  await app.perform(
    { kind: 'network', id: 'Play' },
    { type: 'record-sms-receipt', serial, attempt: 1, receipt, happenedAt: NOON },
  );
  await app.perform(actor, { type: 'confirm-code', serial, code: CODE });
  const shown = await app.perform(actor, { type: 'show-secret-qr', serial });
  if (shown.verdict !== 'done' || !shown.disclosure) throw new Error('the secret was not shown');
  const otp = otpAt(shown.disclosure.secret, NOON, defaultPolicy.otp);
  const signed = await app.perform(actor, { type: 'sign-document', serial, otp, digest: 'ab', name: 'bench.pdf' });
  if (signed.verdict !== 'done') throw new Error(signed.refusal.code);
}
