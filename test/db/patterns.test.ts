import { expect, test } from 'vitest';
import type { Request } from '../../src/app.ts';
import { DAY, SECOND } from '../../src/domain/ids.ts';
import { administrator } from '../support/staff.ts';
import { customerOf, type Desk, serialOf, supportDesk } from '../support/support-desk.ts';

const serial = serialOf('active');
const customerId = customerOf('active');
const grounds = { reason: 'lost-phone', note: 'as the caller says' } as const;
const { within, samePair, manyResets } = { within: 30 * DAY, samePair: 3, manyResets: 5 };

/** Two agents and three supervisors, who ask and decide at one desk. */
async function staffed() {
  const app = await supportDesk();
  for (const [agentId, role] of Object.entries({ jan: 'agent', olga: 'supervisor', marek: 'supervisor' } as const)) {
    const profile = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(administrator, { type: 'add-agent', ...profile });
  }
  return { app, ...deskOf(app) };
}

function deskOf(app: Desk) {
  const by = (id: string, request: Request) => app.perform({ kind: 'agent', id }, request);
  const done = async (id: string, request: Request) => {
    expect(await by(id, request)).toMatchObject({ verdict: 'done' });
    app.clock.advance(SECOND);
  };
  async function caseOf(agent: string): Promise<string> {
    const opened = await by(agent, { type: 'open-case', ticket: 'INC-1', customerId });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : 'none';
    const proofs = { passed: ['e-mail-reply', 'contract-number'], failed: [] } as const;
    await done(agent, { type: 'record-verification', caseId, ...proofs });
    return caseId;
  }
  return {
    reset: async (agent: string, ...supervisors: readonly string[]) => {
      const caseId = await caseOf(agent);
      const emergency = supervisors.length > 1;
      await done(agent, { type: 'request-approval', serial, action: 'reset', caseId, emergency, ...grounds });
      for (const supervisor of supervisors) await done(supervisor, { type: 'approve-request', serial });
    },
    newNumber: async (agent: string, supervisor: string, ending: number) => {
      const phone = { e164: `+48509000${ending}`, kind: 'mobile' } as const;
      const caseId = await caseOf(agent);
      await done(agent, { type: 'request-phone-change', customerId, phone, caseId, ...grounds });
      await done(supervisor, { type: 'approve-phone-change', customerId, atOnce: false });
    },
    rejected: async (agent: string, supervisor: string) => {
      const caseId = await caseOf(agent);
      await done(agent, { type: 'request-approval', serial, action: 'reset', caseId, emergency: true, ...grounds });
      await done(supervisor, { type: 'reject-request', serial });
    },
    patterns: () => app.ask.approvalPatterns(app.now()),
  };
}

test('the same two, from the third time on, whatever it was about; a no does not count', async () => {
  const { reset, newNumber, rejected, patterns } = await staffed();
  await reset('ewa', 'marta');
  await newNumber('ewa', 'marta', 101);
  await reset('ewa', 'olga');
  await reset('jan', 'marta');
  await rejected('ewa', 'marta');
  expect(await patterns()).toEqual([]);
  const { app: other, ...again } = await staffed();
  expect(other.policy.support.patterns).toEqual({ within, samePair, manyResets });
  await again.reset('ewa', 'marta');
  await again.newNumber('ewa', 'marta', 101);
  await again.reset('ewa', 'marta');
  expect(await again.patterns()).toEqual([
    { what: 'same-pair', requestedBy: 'ewa', approvedBy: 'marta', count: samePair },
  ]);
});

test('many resets by one agent, from the fifth on, whoever approved them; new numbers are none', async () => {
  const { reset, newNumber, patterns } = await staffed();
  for (const supervisor of ['marta', 'marta', 'olga', 'olga']) await reset('ewa', supervisor);
  await newNumber('ewa', 'marek', 102);
  expect(await patterns()).toEqual([]);
  await reset('ewa', 'marek');
  expect(await patterns()).toEqual([{ what: 'many-resets', requestedBy: 'ewa', count: manyResets }]);
});

test('an emergency is shown from the first on, and both who said yes to it count as a pair', async () => {
  const { reset, patterns } = await staffed();
  await reset('ewa', 'marta', 'olga');
  expect(await patterns()).toEqual([{ what: 'emergencies', requestedBy: 'ewa', count: 1 }]);
  await reset('ewa', 'marta');
  await reset('ewa', 'marta', 'marek');
  expect(await patterns()).toEqual([
    { what: 'same-pair', requestedBy: 'ewa', approvedBy: 'marta', count: 3 },
    { what: 'emergencies', requestedBy: 'ewa', count: 2 },
  ]);
});

test('thirty days later to the millisecond it is forgotten', async () => {
  const { app, reset, patterns } = await staffed();
  for (let round = 0; round < samePair; round++) await reset('ewa', 'marta');
  const entries = await app.ask.audit({ serial, limit: 20 });
  const first = entries.filter(({ command }) => command === 'approve-request').at(-1)?.at ?? 0;
  expect(await app.ask.approvalPatterns(first + within - 1)).toHaveLength(1);
  expect(await app.ask.approvalPatterns(first + within)).toEqual([]);
  expect(await patterns()).toHaveLength(1);
});
