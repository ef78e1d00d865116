import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { DAY } from '../../src/domain/ids.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { hireAgents, liveRandomly, seededRandom } from '../support/random-life.ts';
import { importRecord } from '../support/records.ts';
import { tempApp } from '../support/temp-database.ts';

const LIVES = 1_000;
const STEPS = 40;

test(`folding the audit log gives the stored rows, over ${LIVES} random lives`, async () => {
  let lastCode = '';
  const entropy = {
    ...systemEntropy,
    code: (digits: number) => {
      lastCode = systemEntropy.code(digits);
      return lastCode;
    },
  };
  const app = await tempApp('training', { entropy });
  await hireAgents(app);
  const statuses = new Set<string>();
  for (let number = 1; number <= LIVES; number++) {
    const blank = importRecord(number);
    const notBefore = app.clock.now() - DAY;
    const record = { ...blank, certificate: { ...blank.certificate, notBefore, notAfter: notBefore + 365 * DAY } };
    await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
    const { customerId, certificate } = record;
    const life = { app, clock: app.clock, customerId, serial: certificate.serial, lastCode: () => lastCode };
    await liveRandomly(life, seededRandom(number), STEPS);
  }
  const db = new Database(app.path, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  for (const { status } of db.prepare<[], { status: string }>('SELECT DISTINCT status FROM activations').all()) {
    statuses.add(status);
  }
  expect([...statuses]).toEqual(expect.arrayContaining(['active', 'awaiting_otp', 'frozen', 'inactive', 'locked']));
  expect(differencesFromAudit(db)).toEqual([]);
}, 120_000);
