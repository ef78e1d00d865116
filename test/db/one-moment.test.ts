import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openChanges } from '../../src/db/changes.ts';
import { openReader } from '../../src/db/connection.ts';
import { readKeys } from '../../src/db/keys.ts';
import { createQuestions } from '../../src/db/questions.ts';
import { createVault } from '../../src/db/vault.ts';
import { writingTo } from '../../src/db/writing.ts';
import type { ActivationCommand } from '../../src/domain/activation.ts';
import { activationDecider } from '../../src/domain/activation-decider.ts';
import { HOUR, type Instant, MINUTE, type Serial } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Questions } from '../../src/domain/read-models.ts';
import { lastDays } from '../../src/text/days.ts';
import { importRecord, NOON } from '../support/records.ts';
import { simulatedApp } from '../support/simulated.ts';

const { customerId, certificate } = importRecord(1);
const { serial } = certificate;
/** The first failure locks, and one number may be sent as many codes as it takes. */
const policy = { ...defaultPolicy, sms: { ...defaultPolicy.sms, codesPerPhone: 1_000, failuresToLock: 1 } };

type Ask = (questions: Questions, now: Instant) => Promise<unknown>;

test.each<[string, Ask]>([
  ['an account', (questions, now) => questions.account(customerId, now)],
  ['a certificate', (questions, now) => questions.certificate(serial, now)],
  ['a diagnosis', (questions, now) => questions.diagnosis(serial, now)],
])('the answer to %s is of one moment, whatever is written down between two of its statements', async (_, ask) => {
  const { interrupted, quiet, write } = await desk();
  let steps = 0;
  const now = () => NOON + Math.floor(steps / 2) * HOUR + (steps % 2) * MINUTE;
  /** Every hour a code is asked for, and a minute later the number proven with it. */
  const next = () => {
    const confirming = { type: 'confirm-code', serial, code: '123456', newSecret: new Uint8Array(20) } as const;
    write(steps % 2 === 0 ? { type: 'request-sms-code', serial, code: '123456' } : confirming, now());
    steps += 1;
  };
  for (let at = 1; ; at++) {
    for (const _ of ['a code', 'a secret']) {
      const moment = now();
      const before = await ask(quiet, moment);
      const { answer, statements } = await interrupted((questions) => ask(questions, moment), at, next);
      expect([before, await ask(quiet, moment)]).toContainEqual(answer);
      if (statements < at) return expect(at).toBeGreaterThan(3);
    }
  }
});

test('whoever time has locked stands in the queue once, also while the sweep writes it down', async () => {
  const people = Array.from({ length: 20 }, (_, place) => importRecord(place + 1).certificate.serial);
  const { interrupted, quiet, write } = await desk(people.length);
  for (const each of people) write({ type: 'request-sms-code', serial: each, code: '123456' }, NOON);
  const now = NOON + 6 * MINUTE;
  const waiting = async (questions: Questions) => (await questions.queue(now)).items.map((one) => one.serial).sort();
  expect(await waiting(quiet)).toEqual(people);
  for (const [place, each] of people.entries()) {
    const sweep = () => write({ type: 'settle-activation', serial: each }, now);
    const { answer, statements } = await interrupted(waiting, place + 1, sweep);
    expect(answer).toEqual(people);
    if (statements <= place) return expect(place).toBeGreaterThan(3);
  }
});

test.each<[string, (questions: Questions, now: Instant) => Promise<number>]>([
  ['locks', async (questions, now) => (await questions.report('locks', lastDays(1, now), now)).total.current.sms],
  [
    'time to resolve',
    async (questions, now) => (await questions.report('resolution', lastDays(1, now), now)).stillLocked,
  ],
])(
  'whoever time has locked is counted once by the report of %s, also while the sweep writes it down',
  async (_, ask) => {
    const people = [1, 2, 3].map((number) => importRecord(number).certificate.serial);
    const now = NOON + 6 * MINUTE;
    for (let at = 1; ; at++) {
      const { interrupted, write } = await desk(people.length);
      for (const each of people) write({ type: 'request-sms-code', serial: each, code: '123456' }, NOON);
      const sweep = () => {
        for (const each of people) write({ type: 'settle-activation', serial: each }, now);
      };
      const { answer, statements } = await interrupted((questions) => ask(questions, now), at, sweep);
      expect({ at, answer }).toEqual({ at, answer: people.length });
      if (statements < at) return expect(at).toBeGreaterThan(3);
    }
  },
);

/** A database with people who have one certificate each, and somebody who writes at once: nothing is waited for. */
async function desk(subscribers = 1) {
  const { path } = await simulatedApp({ subscribers });
  const keys = readKeys(path);
  const writing = writingTo(path);
  onTestFinished(() => writing.close());
  const { db, transact } = writing();
  const { run } = openChanges(db, 'training', keys, createVault(keys));
  const write = (command: ActivationCommand & { readonly serial: Serial }, now: Instant) => {
    const by =
      command.type === 'settle-activation' ? ({ kind: 'clock', id: 'clock' } as const) : subscriberOf(command.serial);
    void transact(() => run(activationDecider, command.serial, command, { now, actor: by, policy }));
  };
  const reader = readerOf(path);
  const hook = interruptible(reader);
  const questions = createQuestions(reader, policy);
  return {
    write,
    quiet: createQuestions(readerOf(path), policy),
    /** Asks, and lets `meanwhile` happen right before the statement of that number; how many there were. */
    async interrupted<T>(ask: (questions: Questions) => Promise<T>, at: number, meanwhile: () => void) {
      hook.statements = 0;
      hook.before = (statement) => statement === at && meanwhile();
      const answer = await ask(questions);
      return { answer, statements: hook.statements };
    },
  };
}

const subscriberOf = (of: Serial) => {
  const place = Number.parseInt(of.slice(2), 16);
  return { kind: 'subscriber', id: importRecord(place).customerId } as const;
};

function readerOf(path: string): Database.Database {
  const reader = openReader(path);
  onTestFinished(() => void reader.close());
  return reader;
}

/** Tells of every statement of this connection before it is carried out. */
function interruptible(reader: Database.Database) {
  const hook = { statements: 0, before: (_: number): unknown => undefined };
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const { get, all } = statement;
    const told =
      (go: typeof get) =>
      (...values: unknown[]) => {
        hook.statements += 1;
        hook.before(hook.statements);
        return go.apply(statement, values);
      };
    return Object.assign(statement, { get: told(get), all: told(all) });
  }) as typeof reader.prepare;
  return hook;
}
