import { once } from 'node:events';
import { expect, test } from 'vitest';
import { SECOND } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { startProcesses } from '../support/agent-processes.ts';
import { importRecord, NOON } from '../support/records.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { administrator } from '../support/staff.ts';
import { tempApp } from '../support/temp-database.ts';

const KILLS = sized(50, 2_000);
const GUESSES = 3;
/** Longer than a guess takes, so that some kills come before it, some in the middle, some after. */
const LONGEST = 60;
const answered = ['wrong-code', 'attempt-failed', 'activation-locked'];

test(
  `after ${KILLS} kills between guesses no guess that was answered is missing from its counter`,
  async () => {
    // Never what is guessed.
    const entropy = { ...systemEntropy, code: () => '654321' };
    const app = await tempApp('training', { entropy });
    const random = seededRandom(seedFor('killed between guesses', 11));
    let kills = 0;
    let told = 0;
    for (let number = 1; kills < KILLS; number++) {
      const record = importRecord(number);
      await app.importRecords(administrator, [record], { dryRun: false });
      const { serial } = record.certificate;
      const actor: Actor = { kind: 'subscriber', id: record.customerId };
      await app.perform(actor, { type: 'request-sms-code', serial });
      let evaluated = 0;
      for (let guess = 0; guess < GUESSES && kills < KILLS; guess++) {
        const [child] = (await startProcesses(app.path, 1)).children;
        if (!child) throw new Error('no process started');
        const gone = once(child, 'exit');
        const code = String(100_000 + guess);
        const said = once(child, 'message').then(([outcome]) => ('code' in outcome ? String(outcome.code) : ''));
        child.send({ at: 0, now: NOON + SECOND, actor, request: { type: 'confirm-code', serial, code } });
        const answer = await Promise.race([said, pause(random.unit() * LONGEST).then(() => null)]);
        child.kill('SIGKILL');
        await gone;
        kills += 1;
        if (answer !== null && answered.includes(answer)) evaluated += 1;
        told += answer === null ? 0 : 1;
        const looked = await app.ask.certificate(serial, NOON + SECOND);
        const [attempt] = looked.found === 'one' ? looked.view.attempts : [];
        expect(attempt?.wrongEntries).toBeGreaterThanOrEqual(evaluated);
        expect(attempt?.wrongEntries).toBeLessThanOrEqual(guess + 1);
      }
    }
    // Some were killed with the answer, some without it.
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(kills);
    expect(await app.verifyAudit()).toMatchObject({ intact: true });
  },
  SOAK_TIMEOUT,
);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
