import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { seededRandom, seedOf } from '../fiction/random.ts';
import type { Keys } from './keys.ts';
import { hiredStaff } from './seed-agents.ts';
import { composeDossier } from './seed-dossier.ts';
import { takeIndexes } from './seed-indexes.ts';
import { anyPlot, showcasePlots } from './seed-plots.ts';
import { seedWriter } from './seed-writer.ts';

export interface Seeding {
  readonly accounts: number;
  readonly seed: number;
  readonly now: Instant;
  /** Told how many subscribers are written, after each transaction and when all is done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

const TRANSACTION = 2_000;
/** Timers and keys get their turn after so many subscribers. */
const BREATH = 100;
/** KiB of pages kept: a million serials come in no order, and their index should stay at hand; sorting keeps as much again. */
const CACHE_WRITING = 131_072;
const CACHE_SORTING = 32_768;

/**
 * Fills a fresh training database with invented staff and subscribers: pasts told as facts, folded by the deciders, with
 * one audit entry for each. The same seed and moment give the same people; secrets are sealed with the installation's keys.
 * @throws the signal's reason when it is aborted; the file is then to be thrown away.
 */
export async function seedInto(db: Database.Database, keys: Keys, seeding: Seeding): Promise<void> {
  const { accounts, seed, now, onProgress, signal } = seeding;
  db.pragma(`cache_size = -${CACHE_WRITING}`);
  const writer = seedWriter(db, keys, now);
  const showcase = showcasePlots(seededRandom(seed), accounts);
  for (const added of hiredStaff(now)) writer.hire(added);
  const giveIndexesBack = takeIndexes(db);
  for (let done = 0; done < accounts; ) {
    db.exec('BEGIN');
    const end = Math.min(done + TRANSACTION, accounts);
    while (done < end) {
      for (const pause = Math.min(done + BREATH, end); done < pause; done++) {
        // Each subscriber has a chance of their own, so none depends on how many there are.
        const random = seededRandom(seedOf(seed, done));
        const plot = showcase[done] ?? anyPlot(random);
        writer.write(composeDossier(plot, done, random, now, defaultPolicy), random);
      }
      writer.log();
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
    db.exec('COMMIT');
    if (done < accounts) onProgress?.(done);
  }
  db.pragma(`cache_size = -${CACHE_SORTING}`);
  await giveIndexesBack(signal);
  onProgress?.(accounts);
}
