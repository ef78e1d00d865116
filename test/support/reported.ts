import { expect } from 'vitest';
import type { Request } from '../../src/app.ts';
import { MINUTE } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import type { ReasonCode } from '../../src/domain/situation.ts';
import { importRecord } from './records.ts';
import { administrator, network } from './staff.ts';
import { clockAt, tempApp } from './temp-database.ts';

const SUBSCRIBERS = 9;
const DAY_ONE = Date.parse('2026-10-20T08:00:00+02:00');
export const moment = (text: string) => Date.parse(text);

/** A desk of two agents and two supervisors, nine subscribers, and a history that the test makes by hand. */
export async function historyDesk() {
  const clock = clockAt(DAY_ONE);
  const app = await tempApp('training', { clock });
  const records = Array.from({ length: SUBSCRIBERS }, (_, place) => {
    const record = importRecord(place + 1);
    return { ...record, certificate: { ...record.certificate, notBefore: DAY_ONE - 1 } };
  });
  await app.importRecords(administrator, records, { dryRun: false });
  const staff = { ewa: 'agent', jan: 'agent', olga: 'supervisor', marta: 'supervisor', adam: 'auditor' } as const;
  for (const [agentId, role] of Object.entries(staff)) {
    const who = { agentId, name: agentId, role, passwordHash: null, ownCustomerId: null };
    await app.perform(administrator, { type: 'add-agent', ...who });
  }
  const done = async (actor: Actor, request: Request) => {
    const answer = await app.perform(actor, request);
    expect(answer, request.type).toMatchObject({ verdict: 'done' });
    return answer.verdict === 'done' ? answer.facts : [];
  };
  const of = (number: number) => {
    const { customerId, certificate } = importRecord(number);
    return { customerId, serial: certificate.serial, subscriber: { kind: 'subscriber', id: customerId } as const };
  };
  const as = (id: string) => ({ kind: 'agent', id }) as const;

  return {
    app,
    clock,
    as,
    done,
    of,
    /** *Send SMS code* at this moment, and what the operator reports of it, so many milliseconds later. */
    async sms(number: number, at: string, outcome: number | 'failed' | 'silent', operator = 'Plus'): Promise<void> {
      clock.set(moment(at));
      const { subscriber, serial } = of(number);
      const facts = await done(subscriber, { type: 'request-sms-code', serial });
      const attempt = facts.flatMap((fact) => ('number' in fact ? [Number(fact.number)] : [])).at(-1) ?? 0;
      const taken = { operator, state: 'accepted' } as const;
      const happenedAt = clock.now();
      await done(network, { type: 'record-sms-receipt', serial, attempt, receipt: taken, happenedAt });
      if (outcome === 'silent') return;
      const delay = outcome === 'failed' ? MINUTE : outcome;
      clock.advance(delay);
      const receipt =
        outcome === 'failed'
          ? ({ operator, state: 'failed', cause: 'rejected', raw: 'REJECTD', error: 11 } as const)
          : ({ operator, state: 'delivered', raw: 'DELIVRD', error: null } as const);
      await done(network, { type: 'record-sms-receipt', serial, attempt, receipt, happenedAt: clock.now() });
    },
    /** Three codes that nothing is heard of, six minutes apart: the third locks five minutes after it was asked for. */
    async lock(number: number, at: string): Promise<void> {
      const { subscriber, serial } = of(number);
      for (const minutes of [0, 6, 12]) {
        clock.set(moment(at) + minutes * MINUTE);
        await done(subscriber, { type: 'request-sms-code', serial });
      }
    },
    async openCase(agent: string, number: number, at: string): Promise<string> {
      clock.set(moment(at));
      const { customerId } = of(number);
      const facts = await done(as(agent), { type: 'open-case', ticket: 'INC-1', customerId });
      const caseId = facts.flatMap((fact) => ('caseId' in fact ? [String(fact.caseId)] : []))[0] ?? '';
      const proofs = { passed: ['e-mail-reply', 'contract-number'], failed: [] } as const;
      await done(as(agent), { type: 'record-verification', caseId, ...proofs });
      return caseId;
    },
    async unlock(agent: string, number: number, caseId: string, at: string, reason: ReasonCode): Promise<void> {
      clock.set(moment(at));
      await done(as(agent), { type: 'unlock-activation', serial: of(number).serial, caseId, reason, note: 'as told' });
    },
    async close(agent: string, caseId: string, at: string): Promise<void> {
      clock.set(moment(at));
      await done(as(agent), { type: 'close-case', caseId });
    },
    async askReset(agent: string, number: number, caseId: string, at: string): Promise<void> {
      clock.set(moment(at));
      const grounds = { reason: 'lost-phone', note: 'as told', caseId } as const;
      await done(as(agent), { type: 'request-approval', serial: of(number).serial, action: 'reset', ...grounds });
    },
    async decide(supervisor: string, number: number, verdict: 'approve' | 'reject', at: string): Promise<void> {
      clock.set(moment(at));
      await done(as(supervisor), { type: `${verdict}-request`, serial: of(number).serial });
    },
  };
}
