import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { nextDueAt } from '../../src/domain/activation-settle.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { arbitraryHistory, type History } from '../support/histories.ts';
import { playHistory } from '../support/play-history.ts';
import { importRecord } from '../support/records.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { administrator, staffRoles } from '../support/staff.ts';
import { tempApp } from '../support/temp-database.ts';

const HISTORIES = sized(20, 2_000);
const SEED = seedFor('histories on stores', 20_261_124);

/** Plays a history on a store of its own, through the door, and answers where its audit log and its rows disagree. */
async function differencesAfter(history: History) {
  let lastCode = '';
  const code = (digits: number) => {
    lastCode = systemEntropy.code(digits);
    return lastCode;
  };
  const app = await tempApp('training', { entropy: { ...systemEntropy, code } });
  const record = importRecord();
  const { serial } = record.certificate;
  await app.importRecords(administrator, [record], { dryRun: false });
  for (const [agentId, role] of Object.entries(staffRoles)) {
    const profile = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(administrator, { type: 'add-agent', ...profile });
  }
  await playHistory(history, {
    serial,
    customerId: record.customerId,
    now: app.now,
    advance: app.clock.advance,
    perform: app.perform,
    lastCode: () => lastCode,
    async nextDeadline() {
      const looked = await app.ask.certificate(serial, app.now());
      return looked.found === 'one' ? nextDueAt(looked.view.activation, defaultPolicy) : null;
    },
  });
  const db = new Database(app.path, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  return differencesFromAudit(db);
}

test(
  `the rules' own histories, played on ${HISTORIES} real stores: folding the audit log gives the stored rows`,
  async () => {
    for (const history of fc.sample(arbitraryHistory(), { numRuns: HISTORIES, seed: SEED })) {
      expect(await differencesAfter(history)).toEqual([]);
    }
  },
  SOAK_TIMEOUT,
);
