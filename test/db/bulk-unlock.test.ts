import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { openReader } from '../../src/db/connection.ts';
import { startProcesses } from '../support/agent-processes.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import {
  affected,
  afterTheOutage,
  clumsy,
  elsewhere,
  ewa,
  failByTyping,
  OPERATOR,
  olga,
  supervisor,
} from '../support/outage.ts';

async function askFor(app: App) {
  const { locks } = await app.ask.outage(OPERATOR, app.now());
  const serials = locks.map(({ serial }) => serial);
  return app.perform(ewa, { type: 'ask-bulk-unlock', operator: OPERATOR, serials, note: 'after the outage' });
}

const statusOf = async (app: App, serial: string) => {
  const looked = await app.ask.certificate(serial, app.now());
  return looked.found === 'one' ? looked.view.activation.status : looked.found;
};

test('the list holds exactly those whom the outage has locked, and says which attempts failed by it', async () => {
  const app = await afterTheOutage();
  expect(affected.length).toBeGreaterThan(2);
  const { locks, outage } = await app.ask.outage(OPERATOR, app.now());
  expect(locks.map(({ serial }) => serial).sort()).toEqual(affected.toSorted());
  expect(locks[0]).toMatchObject({ consecutiveFailures: 3, failures: [3, 2, 1] });
  expect(outage?.until).not.toBeNull();
  expect((await app.ask.outage('Orange', app.now())).locks).toEqual([]);
}, 60_000);

test('one approval of another person unlocks each in an entry of its own, nobody else, and only once', async () => {
  const app = await afterTheOutage();
  expect((await app.unlockAfterOutage(olga, OPERATOR)).unlocked).toBe(0);
  expect((await askFor(app)).verdict).toBe('done');
  expect((await app.unlockAfterOutage(olga, OPERATOR)).unlocked).toBe(0);
  await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
  expect(await app.unlockAfterOutage(olga, OPERATOR)).toEqual({ unlocked: affected.length, refused: [] });
  expect(await app.unlockAfterOutage(olga, OPERATOR)).toEqual({ unlocked: 0, refused: [] });
  for (const serial of affected) expect(await statusOf(app, serial)).toBe('inactive');
  for (const serial of [clumsy, elsewhere]) expect(await statusOf(app, serial)).toBe('locked');
  const entries = (await app.ask.audit({ limit: 200 })).filter(({ command }) => command === 'clear-outage-lock');
  expect(entries.map(({ serial }) => serial).sort()).toEqual(affected.toSorted());
  expect(entries[0]?.facts).toContainEqual(
    expect.objectContaining({ type: 'outage-lock-cleared', requestedBy: 'ewa', approvedBy: 'olga' }),
  );
  const [first = ''] = affected;
  const looked = await app.ask.certificate(first, app.now());
  expect(looked.found === 'one' && looked.view.attempts.map(({ counted }) => counted)).toEqual([false, false, false]);
  expect(differencesFromAudit(openReader(app.path))).toEqual([]);
}, 60_000);

test('broken off in the middle, it goes on where it was', async () => {
  const app = await afterTheOutage();
  await askFor(app);
  await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
  const [first = ''] = affected;
  await app.perform(olga, { type: 'clear-outage-lock', serial: first, operator: OPERATOR });
  expect((await app.ask.outage(OPERATOR, app.now())).locks).toHaveLength(affected.length - 1);
  const piotr = supervisor('piotr');
  expect(await app.unlockAfterOutage(piotr, OPERATOR)).toEqual({ unlocked: affected.length - 1, refused: [] });
}, 60_000);

test('who was unlocked by hand and locked again by typing, after the list was made, stays locked', async () => {
  const app = await afterTheOutage();
  await askFor(app);
  const [first = ''] = affected;
  await app.perform(olga, { type: 'approve-bulk-unlock', operator: OPERATOR });
  await app.perform(olga, { type: 'clear-outage-lock', serial: first, operator: OPERATOR });
  for (let attempt = 0; attempt < 3; attempt++) await failByTyping(app, first);
  const again = await app.perform(olga, { type: 'clear-outage-lock', serial: first, operator: OPERATOR });
  expect(again).toMatchObject({ verdict: 'refused', refusal: { code: 'lock-has-another-cause' } });
  await app.unlockAfterOutage(olga, OPERATOR);
  expect(await statusOf(app, first)).toBe('locked');
}, 60_000);

test('a supervisor whom the outage has locked too approves the list, and is the only one whom it does not unlock', async () => {
  const app = await afterTheOutage();
  const [first = ''] = affected;
  const looked = await app.ask.certificate(first, app.now());
  const ownCustomerId = looked.found === 'one' ? looked.account.customerId : null;
  const zofia = { agentId: 'zofia', name: 'Zofia', role: 'supervisor', passwordHash: null, ownCustomerId } as const;
  await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...zofia });
  await askFor(app);
  expect(await app.perform(supervisor('zofia'), { type: 'approve-bulk-unlock', operator: OPERATOR })).toMatchObject({
    verdict: 'done',
  });
  expect(await app.unlockAfterOutage(olga, OPERATOR)).toEqual({
    unlocked: affected.length - 1,
    refused: [{ serial: first, refusal: { code: 'own-account' } }],
  });
  expect(await statusOf(app, first)).toBe('locked');
}, 60_000);

test('of two supervisors who approve at once, one is heard', async () => {
  const app = await afterTheOutage();
  const { atOnce } = await startProcesses(app.path, 2);
  for (let round = 0; round < 10; round++) {
    await askFor(app);
    const outcomes = await atOnce((process) => ({
      now: app.now(),
      actor: supervisor(process === 0 ? 'olga' : 'piotr'),
      request: { type: 'approve-bulk-unlock', operator: OPERATOR },
    }));
    const verdicts = outcomes.map((one) => ('code' in one ? one.code : one.verdict));
    expect(verdicts.toSorted()).toEqual(['done', 'no-approval-pending']);
  }
}, 60_000);
