import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { accountDecider, accountRefusal } from '../../src/domain/account.ts';
import type { RecordedFact } from '../../src/domain/audit.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import { certificateDecider, certificateRefusal } from '../../src/domain/certificate.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { readerOf, seededDatabase } from '../support/seeded.ts';

const ofTheSubscriber: readonly string[] = [
  'sms-code-requested',
  'wrong-code-entered',
  'otp-secret-issued',
  'secret-qr-shown',
  'activation-proven',
  'document-signed',
  'otp-refused',
] satisfies RecordedFact['type'][];

/** Each thing's facts in time order, told of all subscribers. */
async function pasts(): Promise<readonly (readonly RecordedFact[])[]> {
  const db = readerOf(await seededDatabase(2_000));
  const entries = db.prepare<[], string>('SELECT facts FROM audit_log WHERE customer_id IS NOT NULL').pluck().all();
  return entries.map((facts) => JSON.parse(facts) as RecordedFact[]);
}

test('the facts of each thing follow one another in time', async () => {
  const disordered = (await pasts())
    .flatMap((facts) => [...Map.groupBy(facts, ({ on, id }) => `${on} ${id}`)])
    .filter(([, facts]) => facts.some((fact, index) => fact.at < (facts[index - 1]?.at ?? 0)))
    .map(([thing]) => thing);
  expect(disordered).toEqual([]);
});

test('subscribers did only what account, phone and certificate allowed at that moment', async () => {
  const forbidden = (await pasts()).flatMap((facts) => {
    const done = facts.filter(({ on, type }) => on === 'activation' && ofTheSubscriber.includes(type));
    return done.flatMap((fact) => {
      const account = accountAt(facts, fact.at);
      const refusal =
        accountRefusal(account) ??
        certificateRefusal(certificateAt(facts, fact.id, fact.at), { now: fact.at, policy: defaultPolicy });
      if (refusal) return [`${fact.id} ${fact.type}: ${refusal.code}`];
      if (fact.type !== 'sms-code-requested' || account.status === 'absent') return [];
      const reachable = account.phone?.e164 === fact.phone && account.phoneUsableFrom <= fact.at;
      return reachable ? [] : [`${fact.id} ${fact.type}: phone`];
    });
  });
  expect(forbidden).toEqual([]);
});

test('supervisors decide what others asked for, and every call has a verified caller', async () => {
  const facts = (await pasts()).flat();
  const cases = Map.groupBy(
    facts.filter(({ on }) => on === 'support-case'),
    ({ id }) => id,
  );
  expect(
    [...cases.values()].filter((own) => own[0]?.type !== 'case-opened' || own[1]?.type !== 'caller-verified'),
  ).toEqual([]);
  const asked = facts.filter((fact) => fact.type === 'approval-requested');
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter(({ caseId }) => !cases.has(caseId))).toEqual([]);
});

function accountAt(facts: readonly RecordedFact[], moment: number): Account {
  return facts
    .filter((fact) => fact.on === 'account' && fact.at <= moment)
    .reduce((state, fact) => accountDecider.evolve(state, fact as never), accountDecider.initial);
}

function certificateAt(facts: readonly RecordedFact[], serial: string, moment: number): Certificate {
  return facts
    .filter((fact) => fact.on === 'certificate' && fact.id === serial && fact.at <= moment)
    .reduce((state, fact) => certificateDecider.evolve(state, fact as never), certificateDecider.initial);
}
