import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canonical } from '../../src/db/folded-rows.ts';
import { openShelves } from '../../src/db/shelves/shelves.ts';
import { type AccountState, pastOf, placeOf, stepAt } from '../../src/domain/account-past.ts';
import { viewAt } from '../../src/domain/account-then.ts';
import { untouched } from '../../src/domain/activation.ts';
import type { AuditEntry, RecordedFact } from '../../src/domain/audit.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { arbitraryHistory } from '../support/histories.ts';
import { playHistory, type Stage } from '../support/play-history.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { hireStaff, recalling, storeStage, tidyUp } from '../support/store-stage.ts';
import { customerOf, serialOf, supportDesk } from '../support/support-desk.ts';
import { tempApp } from '../support/temp-database.ts';

const LIVES = sized(120, 3_000);
const SEED = seedFor('account past', 20_261_126);

/** What stands in the rows of one account, and what the console shows of it, at a moment. */
interface Recorded {
  readonly at: number;
  readonly seq: number;
  readonly rows: string;
  readonly shown: string;
}

test(
  `the state as of each entry equals the rows recorded at that moment, in ${LIVES} random lives`,
  async () => {
    const { entropy, lastCode } = recalling();
    const app = await tempApp('training', { entropy, policy: { ...defaultPolicy, lifetimeFailures: 8 } });
    await hireStaff(app);
    const db = new Database(app.path, { readonly: true });
    onTestFinished(() => {
      db.close();
    });
    const shelves = openShelves(drizzle(db), () => app.policy);
    const newest = db.prepare<[], number>('SELECT max(seq) FROM audit_log').pluck();
    const casesOf = db
      .prepare<[string], string>(
        'SELECT k.case_id FROM support_cases k JOIN accounts a ON a.id = k.account_id WHERE a.customer_id = ?',
      )
      .pluck();

    const rowsOf = (customerId: string, serial: string, attempts: number): string => {
      const id = shelves.certificate.rowId(serial);
      return canonical({
        account: shelves.account.load(customerId),
        certificate: shelves.certificate.load(serial),
        activation: shelves.activation.load(serial),
        attempts: Array.from({ length: attempts }, (_, place) => shelves.attempts.load(id, place + 1)),
        cases: Object.fromEntries(casesOf.all(customerId).map((one) => [one, shelves['support-case'].load(one)])),
      });
    };

    let compared = 0;
    const lives = fc.sample(arbitraryHistory({ episodes: 6 }), { numRuns: LIVES, seed: SEED });
    for (const [place, history] of lives.entries()) {
      const stage = await storeStage(app, db, lastCode, place + 1);
      const { customerId, serial } = stage;
      const recorded: Recorded[] = [];
      const looked: Omit<Recorded, 'rows'>[] = [];
      const watched: Stage = {
        ...stage,
        async perform(actor, request) {
          // Deadlines that have passed since, and that nobody has written down: the console shows them decided.
          looked.push({
            at: app.now(),
            seq: newest.get() ?? 0,
            shown: canonical(await app.ask.account(customerId, app.now())),
          });
          const answer = await stage.perform(actor, request);
          // What time has decided is written down too, so that the rows are the whole truth of this moment.
          await app.sweep();
          const { attempts } = shelves.activation.load(serial);
          const shown = canonical(await app.ask.account(customerId, app.now()));
          recorded.push({
            at: app.now(),
            seq: newest.get() ?? 0,
            rows: rowsOf(customerId, serial, attempts),
            shown,
          });
          return answer;
        },
      };
      await playHistory(history, watched);
      const past = await app.ask.past(customerId);
      for (const { at, seq, rows } of recorded) {
        const after = stepAt(past.steps, { at, seq })?.after;
        expect(after && toldOf(after, serial)).toBe(rows);
        compared += 1;
      }
      for (const { shown, ...moment } of [...recorded, ...looked]) {
        expect(canonical(viewAt(past, moment, app.policy))).toBe(shown);
      }
      await tidyUp(app);
    }
    expect(compared).toBeGreaterThan(LIVES * 10);
  },
  SOAK_TIMEOUT,
);

function toldOf({ account, certificates, activations, attempts, cases }: AccountState, serial: string): string {
  const activation = activations.get(serial);
  return canonical({
    account,
    certificate: certificates.get(serial),
    activation: activation ?? untouched,
    attempts: [...(attempts.get(serial)?.values() ?? [])],
    cases: Object.fromEntries(cases),
  });
}

describe('the steps of a past', () => {
  const entry = (seq: number, at: number, ...facts: readonly RecordedFact[]): AuditEntry => ({
    ...{ seq, at, facts, actor: { kind: 'authority', id: 'ca' }, command: 'suspend-certificate', verdict: 'done' },
    ...{ customerId: 'EC-1', serial: 'C1', caseId: null, ticket: null, reason: null, note: null, refusal: null },
    ...{ prevHash: '', hash: '' },
  });
  const registered = (at: number): RecordedFact => ({
    ...{ on: 'certificate', id: 'C1', type: 'certificate-registered', at, serial: 'C1', customerId: 'EC-1' },
    ...{ subject: 'CN=A', identity: null, notBefore: 0, notAfter: 9 * MINUTE, pem: null },
  });
  const suspended = (at: number): RecordedFact => ({ on: 'certificate', id: 'C1', type: 'certificate-suspended', at });
  const opened = (at: number): RecordedFact => ({
    ...{ on: 'account', id: 'EC-1', type: 'account-opened', at, customerId: 'EC-1', login: 'a', phone: null },
    ...{ givenName: 'A', familyName: 'B', email: 'a@b.pl', language: 'pl' },
  });
  const statusAt = (entries: readonly AuditEntry[], at: number) =>
    stepAt(pastOf(entries), { at, seq: Number.MAX_SAFE_INTEGER })?.after.certificates.get('C1')?.status;

  test('what came in bulk stands at its own moments, whatever it was about', () => {
    const past = pastOf([entry(1, 90, registered(20), suspended(40), opened(10))]);
    expect(past.map(({ at, facts }) => [at, facts.length])).toEqual([
      [10, 1],
      [20, 1],
      [40, 1],
    ]);
    expect(past.map(({ after }) => after.account.status)).toEqual(['open', 'open', 'open']);
  });

  test('a refused command is a step without facts, and two at one moment keep their order', () => {
    const past = pastOf([entry(1, 10, opened(10)), entry(2, 10), entry(3, 10, registered(10))]);
    expect(past.map(({ entry: { seq } }) => seq)).toEqual([1, 2, 3]);
    expect(placeOf(past, { at: 10, seq: 2 })).toBe(1);
    expect(placeOf(past, { at: 9, seq: 2 })).toBe(-1);
  });

  test('a clock that went back turns nothing around', () => {
    const entries = [entry(1, 50, registered(50)), entry(2, 20, suspended(20))];
    expect(statusAt(entries, 30)).toBeUndefined();
    expect(statusAt(entries, 50)).toBe('suspended');
  });
});

test('the past is judged by the outages that were known then, not by those known now', async () => {
  const app = await supportDesk();
  const [serial, customerId] = [serialOf('waiting'), customerOf('waiting')];
  const failuresNow = async () => (await app.ask.account(customerId, app.now()))?.certificates[0]?.activation;
  const moments: { readonly at: number; readonly failures: number | undefined }[] = [];
  const look = async (failures: number) => {
    expect((await failuresNow())?.consecutiveFailures).toBe(failures);
    moments.push({ at: app.now(), failures });
    app.clock.advance(MINUTE);
  };
  const [attempt] = await app.ask
    .certificate(serial, app.now())
    .then((found) => (found.found === 'one' ? found.view.attempts : []));
  const operator = attempt?.operator ?? '';
  const marta = { kind: 'agent', id: 'marta' } as const;
  const since = app.now() - MINUTE;

  app.clock.advance(5 * MINUTE);
  await look(1);
  await app.perform(marta, { type: 'recognise-outage', operator, from: since, note: 'seen on the radar' });
  await app.perform({ kind: 'subscriber', id: customerId }, { type: 'request-sms-code', serial });
  const taken = { state: 'accepted', operator } as const;
  const network = { kind: 'network', id: 'gateway' } as const;
  const second = (attempt?.number ?? 0) + 1;
  const receipt = { serial, attempt: second, receipt: taken, happenedAt: app.now() };
  await app.perform(network, { type: 'record-sms-receipt', ...receipt });
  app.clock.advance(6 * MINUTE);
  // What fails while it is known to be out does not count; by the policy of when it is written down it does.
  await look(1);
  await app.changePolicy({ kind: 'administrator', id: 'root' }, 'outageExcusesFailures', false, 'for the test');
  await app.sweep();
  await app.perform(marta, { type: 'end-outage', operator, note: 'codes arrive' });
  app.clock.advance(MINUTE);
  await app.perform(marta, { type: 'recognise-outage', operator, from: app.now(), note: 'again' });
  app.clock.advance(MINUTE);
  await look(2);

  const past = await app.ask.past(customerId);
  const then = moments.map(({ at }) => viewAt(past, { at, seq: Number.MAX_SAFE_INTEGER }, defaultPolicy));
  expect(then.map((view) => view?.certificates[0]?.activation.consecutiveFailures)).toEqual([1, 1, 2]);
  const over = past.steps.find(({ facts }) => facts.some(({ type }) => type === 'sms-attempt-ended'));
  expect(over?.at).toBeLessThan(over?.entry.at ?? 0);
  const atItsStep = viewAt(past, { at: over?.at ?? 0, seq: over?.entry.seq ?? 0 }, app.policy)?.certificates[0];
  expect(atItsStep?.activation).toMatchObject({ status: 'inactive', consecutiveFailures: 1 });
});
