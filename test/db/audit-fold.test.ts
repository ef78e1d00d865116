import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import { everyFact } from '../domain/every-fact.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { arbitraryHistory } from '../support/histories.ts';
import { playHistory } from '../support/play-history.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { hireStaff, type Played, recalling, storeStage, tidyUp } from '../support/store-stage.ts';
import { tempApp } from '../support/temp-database.ts';

const SHORT_LIVES = sized(1_000, 20_000);
const LONG_LIVES = sized(20, 2_000);
const SEED = seedFor('histories on stores', 20_261_124);

/** A store with its staff and nobody else, and a reader of its rows beside it. */
async function openedStore(policy: Policy = defaultPolicy) {
  const { entropy, lastCode } = recalling();
  const opened = await tempApp('training', { entropy, policy });
  let commands = 0;
  const app: Played = {
    ...opened,
    perform: (...asked) => {
      if (!asked[1].type.startsWith('settle-')) commands += 1;
      return opened.perform(...asked);
    },
  };
  await hireStaff(app);
  const db = new Database(app.path, { readonly: true });
  onTestFinished(() => {
    db.close();
  });
  return { app, db, lastCode, commands: () => commands };
}

/** What random histories do not do: sign in, hire, hand the log over, bring a certificate's file. */
const elsewhere = [
  ...['agent-locked', 'agent-password-set', 'sign-in-attempted', 'signed-in', 'signed-out'],
  ...['audit-exported', 'personal-copied', 'filter-saved', 'filter-deleted', 'certificate-received'],
];

test(
  `each command has left one entry, and folding them gives the stored rows, after ${SHORT_LIVES} random lives in one store`,
  async () => {
    const { app, db, lastCode, commands } = await openedStore({ ...defaultPolicy, lifetimeFailures: 8 });
    const lives = fc.sample(arbitraryHistory({ episodes: 6 }), { numRuns: SHORT_LIVES, seed: SEED });
    for (const [place, history] of lives.entries()) {
      await playHistory(history, await storeStage(app, db, lastCode, place + 1));
      await tidyUp(app);
    }
    expect(differencesFromAudit(db)).toEqual([]);
    // Refused or not; and one for each subscriber who was imported. What time has decided is written down beside them.
    const entries = db.prepare("SELECT count(*) FROM audit_log WHERE command NOT LIKE 'settle-%'").pluck().get();
    expect(entries).toBe(commands() + SHORT_LIVES);
    const seen = db
      .prepare<[], string>("SELECT DISTINCT f.value ->> '$.type' FROM audit_log l, json_each(l.facts) f")
      .pluck()
      .all();
    const missing = Object.keys(everyFact).filter((type) => !seen.includes(type));
    expect(missing.sort()).toEqual(elsewhere.toSorted());
  },
  SOAK_TIMEOUT,
);

test(
  `so it does after each of ${LONG_LIVES} long ones, each in a store of its own`,
  async () => {
    for (const history of fc.sample(arbitraryHistory(), { numRuns: LONG_LIVES, seed: SEED })) {
      const { app, db, lastCode } = await openedStore();
      await playHistory(history, await storeStage(app, db, lastCode, 1));
      expect(differencesFromAudit(db)).toEqual([]);
    }
  },
  SOAK_TIMEOUT,
);
