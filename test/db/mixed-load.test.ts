import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { openReader } from '../../src/db/connection.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import type { MixedWork } from '../support/mixed-console.ts';
import { importRecord } from '../support/records.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { administrator } from '../support/staff.ts';
import { tempApp } from '../support/temp-database.ts';

const CONSOLES = 16;
const PEOPLE = 40;
/** Milliseconds; however few, each does some things of every kind. */
const WHILE = sized(0, 3_600_000);

test(
  `${CONSOLES} consoles work on one file at once: none is told of a lock, and the rows are what the log says`,
  async () => {
    const app = await tempApp('training');
    for (const agentId of ['ewa', 'jan']) {
      const profile = { agentId, name: agentId, role: 'agent', passwordHash: null, ownCustomerId: null } as const;
      await app.perform(administrator, { type: 'add-agent', ...profile });
    }
    const records = Array.from({ length: PEOPLE }, (_, place) => importRecord(place + 1));
    await app.importRecords(administrator, records, { dryRun: false });

    const program = await bundledProgram('mixed-console.ts');
    const seed = seedFor('mixed load', 16);
    const consoles = Array.from({ length: CONSOLES }, (_, place) =>
      fork(program, [app.path, String(seed + place), String(WHILE)]),
    );
    onTestFinished(() => {
      for (const one of consoles) one.kill('SIGKILL');
    });
    await Promise.all(consoles.map((one) => once(one, 'message')));
    const answers = Promise.all(consoles.map((one) => once(one, 'message')));
    for (const one of consoles) one.send('begin');
    const work = (await answers).map(([done]) => done as MixedWork);

    expect(work.flatMap(({ thrown }) => thrown)).toEqual([]);
    expect(Math.min(...work.flatMap(({ changes, questions }) => [changes, questions]))).toBeGreaterThan(0);
    expect(differencesFromAudit(openReader(app.path))).toEqual([]);
    const verdict = await app.verifyAudit();
    expect(verdict).toMatchObject({ intact: true });
    expect(verdict.entries).toBeGreaterThan(CONSOLES);
    const slowest = Math.max(...work.map(({ p99 }) => p99));
    const changes = work.reduce((sum, one) => sum + one.changes, 0);
    if (WHILE > 0) process.stderr.write(`${changes} changes, slowest p99 ${slowest.toFixed(0)} ms\n`);
  },
  SOAK_TIMEOUT,
);
