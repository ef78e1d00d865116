import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { tempDatabase } from '../support/temp-database.ts';

const ROUNDS = sized(34, 3_334);
const WRITERS = 3;
const LONGEST_LIFE = 150;

/** Starts writers on one file, kills each at a random moment, and tells what they had acknowledged. */
async function killWhileWriting(path: string, round: number, random: () => number): Promise<readonly string[]> {
  const program = await bundledProgram('busy-writer.ts');
  const acknowledged: string[] = [];
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const first = String(round * 100_000 + writer * 10_000 + 1);
      const child = fork(program, [path, first]);
      onTestFinished(() => void child.kill('SIGKILL'));
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await new Promise<void>((resolve) => {
        child.on('message', (done) => {
          acknowledged.push(String(done));
          resolve();
        });
      });
      await sleep(random() * LONGEST_LIFE);
      child.kill('SIGKILL');
      await gone;
    }),
  );
  return acknowledged;
}

test(
  `after ${ROUNDS * WRITERS} kills nothing acknowledged is lost and nothing is half done`,
  async () => {
    const path = await tempDatabase();
    const random = seededRandom(seedFor('crash', 42)).unit;
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) acknowledged.push(...(await killWhileWriting(path, round, random)));
    const db = new Database(path, { readonly: true });
    const entries = db.prepare("SELECT command || ' ' || customer_id FROM audit_log").pluck().all() as string[];
    const known = new Set(entries);
    expect(acknowledged.filter((entry) => !known.has(entry))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * WRITERS);
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(differencesFromAudit(db)).toEqual([]);
    db.close();
    const store = openStore(path, defaultPolicy);
    expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: known.size });
    store.close();
  },
  SOAK_TIMEOUT,
);
