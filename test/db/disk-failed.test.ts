import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { openReader } from '../../src/db/connection.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import type { Stint, Stopped } from '../support/hindered-writer.ts';
import { SOAK_TIMEOUT, sized } from '../support/soak.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** At how many places, less than a page apart, a write fails. */
const PLACES = sized(50, 1_000);
const APART = 701;
const EVERYTHING = 10_000;
/** Subscribers of one stint. */
const STINT = 1_000;

/** A process that writes to this file, and the kernel's hand on it. */
async function hinderedWriter(path: string) {
  const child = fork(await bundledProgram('hindered-writer.ts'), [path]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return {
    async work(stint: Stint): Promise<Stopped> {
      const answered = once(child, 'message');
      child.send(stint);
      const [stopped] = await answered;
      return stopped;
    },
    /** From now on no file of this process grows beyond so many bytes: the write fails, in the middle if need be. */
    limitFiles(bytes: number | 'unlimited') {
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`]);
    },
  };
}

function largestOf(path: string): number {
  return Math.max(...['', '-wal', '-shm'].map((end) => statSync(`${path}${end}`).size));
}

test(
  `a write fails at one of ${PLACES} places: told as such, nothing is half done, and work goes on without a restart`,
  async () => {
    const path = await tempDatabase();
    const writer = await hinderedWriter(path);
    const reader = openReader(path);
    onTestFinished(() => void reader.close());
    const acknowledged: string[] = [];
    for (let place = 0; place < PLACES; place++) {
      writer.limitFiles(largestOf(path) + APART * place);
      const failed = await writer.work({ first: 2 * place * STINT + 1, most: EVERYTHING });
      expect(failed.fault).toBe('disk-failed');
      expect(differencesFromAudit(reader)).toEqual([]);
      writer.limitFiles('unlimited');
      const went = await writer.work({ first: (2 * place + 1) * STINT + 1, most: 2 });
      expect(went.fault).toBeNull();
      acknowledged.push(...failed.acknowledged, ...went.acknowledged);
    }
    const known = new Set(reader.prepare("SELECT command || ' ' || customer_id FROM audit_log").pluck().all());
    expect(acknowledged.filter((entry) => !known.has(entry))).toEqual([]);
    expect(known.size).toBe(acknowledged.length);
    expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
    const store = openStore(path, defaultPolicy);
    expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: known.size });
    store.close();
  },
  SOAK_TIMEOUT,
);
