import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { DAY, SECOND } from '../../src/domain/ids.ts';
import { otpAt } from '../../src/domain/otp.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Kind, Outcome } from '../support/agent-process.ts';
import { startProcesses } from '../support/agent-processes.ts';
import { importRecord, NOON } from '../support/records.ts';
import { SOAK_TIMEOUT, sized } from '../support/soak.ts';
import { tempApp } from '../support/temp-database.ts';

const ROUNDS = sized(20, 1_000);
const GUESSERS = 16;

/** A fresh subscriber who has just asked for a code (which is 123456 in the processes, 654321 here). */
async function subscriberWithCode(app: App, number: number) {
  const record = importRecord(number);
  await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
  const actor: Actor = { kind: 'subscriber', id: record.customerId };
  const { serial } = record.certificate;
  await app.perform(actor, { type: 'request-sms-code', serial });
  return { actor, serial };
}

const fixedCode = {
  code: () => '654321',
  bytes: (length: number) => new Uint8Array(length).fill(3),
  caseId: () => 'C1',
};
const evaluated = ['wrong-code', 'attempt-failed', 'activation-locked'];
const wasEvaluated = (outcome: Outcome) =>
  outcome.verdict === 'done' || (outcome.verdict === 'refused' && evaluated.includes(outcome.code));

async function mostGuesses(kind: Kind, rounds: number): Promise<{ most: number; thrown: readonly Outcome[] }> {
  const app = await tempApp('training', { entropy: fixedCode });
  const { atOnce } = await startProcesses(app.path, GUESSERS, kind);
  let most = 0;
  const thrown: Outcome[] = [];
  for (let round = 1; round <= rounds; round++) {
    const { actor, serial } = await subscriberWithCode(app, round);
    const outcomes = await atOnce((process) => ({
      now: NOON + SECOND,
      actor,
      request: { type: 'confirm-code', serial, code: String(100_000 + process) },
    }));
    most = Math.max(most, outcomes.filter(wasEvaluated).length);
    thrown.push(...outcomes.filter(({ verdict }) => verdict === 'threw'));
  }
  return { most, thrown };
}

test(
  'sixteen processes guessing one code get the three guesses of the policy between them',
  async () => {
    expect(await mostGuesses('widened', ROUNDS)).toEqual({ most: 3, thrown: [] });
  },
  SOAK_TIMEOUT,
);

test('the test above notices a store that reads and writes without a transaction', async () => {
  const { most } = await mostGuesses('planted', 3);
  expect(most).toBeGreaterThan(3);
}, 60_000);

test(
  'of two processes commanding one activation exactly one wins each step',
  async () => {
    const app = await tempApp('training');
    const { atOnce } = await startProcesses(app.path, 2);
    const wins = (outcomes: readonly Outcome[]) => outcomes.filter(({ verdict }) => verdict === 'done').length;
    for (let round = 1; round <= ROUNDS; round++) {
      const record = importRecord(round);
      await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
      const actor: Actor = { kind: 'subscriber', id: record.customerId };
      const { serial } = record.certificate;
      const now = NOON + SECOND;
      const all = (request: Parameters<App['perform']>[1]) => atOnce(() => ({ now, actor, request }));
      const requested = await all({ type: 'request-sms-code', serial });
      const confirmed = await all({ type: 'confirm-code', serial, code: '123456' });
      const shown = await all({ type: 'show-secret-qr', serial });
      const secret = shown.map((outcome) => ('secret' in outcome ? outcome.secret : null)).find((hex) => hex) ?? '';
      const otp = otpAt(Buffer.from(secret, 'hex'), now, defaultPolicy.otp);
      const signed = await all({ type: 'sign-document', serial, otp, digest: 'ab', name: 'a.pdf' });
      expect([requested, confirmed, shown, signed].map(wins)).toEqual([1, 1, 1, 1]);
    }
  },
  SOAK_TIMEOUT,
);

test('an unlock by two agents at once happens once', async () => {
  const app = await tempApp('training');
  const names = ['ewa', 'jan'] as const;
  for (const agentId of names) {
    const profile = { agentId, name: agentId, role: 'agent', passwordHash: null, ownCustomerId: null } as const;
    await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...profile });
  }
  const record = importRecord();
  await app.importRecords({ kind: 'administrator', id: 'root' }, [record], { dryRun: false });
  const { customerId, certificate } = record;
  const { serial } = certificate;
  for (let attempt = 0; attempt < 3; attempt++) {
    await app.perform({ kind: 'subscriber', id: customerId }, { type: 'request-sms-code', serial });
    app.clock.advance(DAY / 24);
  }
  await app.sweep();
  const cases: string[] = [];
  for (const id of names) {
    const opened = await app.perform({ kind: 'agent', id }, { type: 'open-case', ticket: 'INC-7', customerId });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    const proofs = { passed: ['call-back', 'date-of-birth'], failed: [] } as const;
    await app.perform({ kind: 'agent', id }, { type: 'record-verification', caseId, ...proofs });
    cases.push(caseId);
  }
  const { atOnce } = await startProcesses(app.path, 2);
  const outcomes = await atOnce((process) => ({
    now: app.now(),
    actor: { kind: 'agent', id: names[process] ?? '' },
    request: {
      type: 'unlock-activation',
      serial,
      caseId: cases[process] ?? '',
      reason: 'sms-not-received',
      note: 'caller verified',
    },
  }));
  expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.verdict)).sort()).toEqual([
    'done',
    'not-locked',
  ]);
}, 60_000);
