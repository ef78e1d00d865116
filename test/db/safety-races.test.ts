import { expect, test } from 'vitest';
import type { Request } from '../../src/app.ts';
import { openReader } from '../../src/db/connection.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Kind, Outcome } from '../support/agent-process.ts';
import { startProcesses } from '../support/agent-processes.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { importRecord } from '../support/records.ts';
import { SOAK_TIMEOUT, sized } from '../support/soak.ts';
import { administrator } from '../support/staff.ts';
import { tempApp } from '../support/temp-database.ts';

const ROUNDS = sized(15, 500);
const roles = { ewa: 'agent', jan: 'agent', olga: 'supervisor', marek: 'supervisor' } as const;
type Staff = keyof typeof roles;
const grounds = { reason: 'lost-phone', note: 'as the caller says' } as const;
const abort = { type: 'abort-call', cause: 'pressure', ticket: null, passed: [], failed: [] } as const;

/** Two consoles on one file, and subscribers who are new in each round, half an hour after the one before. */
async function desk(kind: Kind = 'widened') {
  const app = await tempApp('training');
  for (const [agentId, role] of Object.entries(roles)) {
    const profile = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(administrator, { type: 'add-agent', ...profile });
  }
  const { atOnce } = await startProcesses(app.path, 2, kind);
  const by = (id: Staff, request: Request) => app.perform({ kind: 'agent', id }, request);

  /** Both at the same moment; what came of each. */
  async function both(one: readonly [Staff, Request], other: readonly [Staff, Request]): Promise<readonly string[]> {
    app.clock.advance(SECOND);
    const outcomes = await atOnce((process) => {
      const [id, request] = process === 0 ? one : other;
      return { now: app.now(), actor: { kind: 'agent', id }, request };
    });
    return outcomes.map((outcome: Outcome) => ('code' in outcome ? outcome.code : outcome.verdict));
  }

  async function subscriber(number: number) {
    app.clock.advance(HOUR / 2);
    const record = importRecord(number);
    await app.importRecords(administrator, [record], { dryRun: false });
    const { customerId, certificate } = record;
    const { serial } = certificate;
    return {
      customerId,
      serial,
      async verifiedBy(agent: Staff): Promise<string> {
        const opened = await by(agent, { type: 'open-case', ticket: 'INC-7', customerId });
        const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
        const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
        const proofs = { passed: ['call-back', 'date-of-birth'], failed: [] } as const;
        await by(agent, { type: 'record-verification', caseId, ...proofs });
        return caseId;
      },
      async lock(): Promise<void> {
        for (let attempt = 0; attempt < 3; attempt++) {
          await app.perform({ kind: 'subscriber', id: customerId }, { type: 'request-sms-code', serial });
          app.clock.advance(6 * MINUTE);
        }
        await app.sweep();
      },
      async state() {
        const looked = await app.ask.certificate(serial, app.now());
        if (looked.found !== 'one') throw new Error('the subscriber of the round is gone');
        return { ...looked.view.activation, phone: looked.account.phone?.e164 };
      },
    };
  }
  return { app, by, both, subscriber, differences: () => differencesFromAudit(openReader(app.path)) };
}

type Desk = Awaited<ReturnType<typeof desk>>;

/** A reset that waits, said yes to by one supervisor and no to by another, at once. */
async function yesAndNo({ by, both, subscriber }: Desk, round: number) {
  const { serial, verifiedBy, state } = await subscriber(round);
  const caseId = await verifiedBy('ewa');
  await by('ewa', { type: 'request-approval', serial, action: 'reset', caseId, ...grounds });
  const answers = await both(
    ['olga', { type: 'approve-request', serial }],
    ['marek', { type: 'reject-request', serial }],
  );
  return { answers, state: await state() };
}

test(
  'of a yes and a no at the same moment one is heard, and the activation is as that one has said',
  async () => {
    const racing = await desk();
    for (let round = 1; round <= ROUNDS; round++) {
      const { answers, state } = await yesAndNo(racing, round);
      expect(answers.toSorted()).toEqual(['done', 'no-approval-pending']);
      expect(state.pendingApproval).toBeNull();
      expect(state.lastNoAt === null).toBe(answers[0] === 'done');
    }
    expect(racing.differences()).toEqual([]);
  },
  SOAK_TIMEOUT,
);

test('the test above notices a store that reads and writes without a transaction', async () => {
  const racing = await desk('planted');
  let heard = 1;
  for (let round = 1; heard === 1 && round <= 60; round++) {
    const { answers } = await yesAndNo(racing, round);
    heard = answers.filter((answer) => answer === 'done').length;
  }
  expect(heard).toBe(2);
}, 60_000);

test(
  'an emergency asked for twice at once waits once; two consoles of one supervisor are one person, two supervisors two',
  async () => {
    const { by, both, subscriber, differences } = await desk();
    for (let round = 1; round <= ROUNDS; round++) {
      const { serial, verifiedBy, state } = await subscriber(round);
      const [ewas, jans] = [await verifiedBy('ewa'), await verifiedBy('jan')];
      const ask = { type: 'request-approval', serial, action: 'reset', emergency: true, ...grounds } as const;
      const asked = await both(['ewa', { ...ask, caseId: ewas }], ['jan', { ...ask, caseId: jans }]);
      expect(asked.toSorted()).toEqual(['approval-pending', 'done']);
      const yes = { type: 'approve-request', serial } as const;
      if (round % 2 === 0) {
        expect((await both(['olga', yes], ['olga', yes])).toSorted()).toEqual(['done', 'same-person']);
        expect(await state()).toMatchObject({ pendingApproval: { firstYesBy: 'olga' } });
        await by('marek', yes);
      } else {
        expect(await both(['olga', yes], ['marek', yes])).toEqual(['done', 'done']);
      }
      expect(await state()).toMatchObject({ status: 'inactive', pendingApproval: null });
    }
    expect(differences()).toEqual([]);
  },
  SOAK_TIMEOUT,
);

test(
  'an unlock and a freeze at once: whoever comes first, it ends frozen',
  async () => {
    const { both, subscriber, differences } = await desk();
    for (let round = 1; round <= ROUNDS; round++) {
      const { serial, verifiedBy, lock, state } = await subscriber(round);
      await lock();
      const [ewas, jans] = [await verifiedBy('ewa'), await verifiedBy('jan')];
      const answers = await both(
        ['ewa', { type: 'unlock-activation', serial, caseId: ewas, ...grounds }],
        ['jan', { type: 'freeze-activation', serial, caseId: jans, ...grounds }],
      );
      expect([
        ['done', 'done'],
        ['not-locked', 'done'],
      ]).toContainEqual(answers);
      expect(await state()).toMatchObject({ status: 'frozen', cause: 'suspicion' });
    }
    expect(differences()).toEqual([]);
  },
  SOAK_TIMEOUT,
);

test(
  'a call is aborted while a supervisor says yes: it ends frozen, and no number changes after the abort',
  async () => {
    const { app, by, both, subscriber, differences } = await desk();
    for (let round = 1; round <= ROUNDS; round++) {
      const { serial, customerId, verifiedBy, state } = await subscriber(round);
      const caseId = await verifiedBy('ewa');
      await by('ewa', { type: 'request-approval', serial, action: 'reset', caseId, ...grounds });
      const phone = { e164: `+48509${String(round).padStart(6, '0')}`, kind: 'mobile' } as const;
      await by('ewa', { type: 'request-phone-change', customerId, phone, caseId, ...grounds });
      const yes: Request =
        round % 2 === 0
          ? { type: 'approve-request', serial }
          : { type: 'approve-phone-change', customerId, atOnce: true };
      const [aborted, approved] = await both(['ewa', { ...abort, serial }], ['olga', yes]);
      expect(aborted).toBe('done');
      expect(['done', round % 2 === 0 ? 'no-approval-pending' : 'overruled']).toContain(approved);
      expect(await state()).toMatchObject({ status: 'frozen', pendingApproval: null });
      const entries = await app.ask.audit({ customerId, limit: 10 });
      const placeOf = (command: string) => entries.find((entry) => entry.command === command)?.seq ?? 0;
      if (approved === 'done') expect(placeOf(yes.type)).toBeLessThan(placeOf('abort-call'));
      expect((await state()).phone === phone.e164).toBe(round % 2 === 1 && approved === 'done');
    }
    expect(differences()).toEqual([]);
  },
  SOAK_TIMEOUT,
);
