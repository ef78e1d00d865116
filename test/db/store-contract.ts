import { describe, expect, test } from 'vitest';
import type { ActivationCommand } from '../../src/domain/activation.ts';
import { activationDecider } from '../../src/domain/activation-decider.ts';
import { type AgentCommand, agentDecider } from '../../src/domain/agent.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Store } from '../../src/domain/ports.ts';
import { receiptOf } from '../../src/domain/receipt.ts';
import { type SupportCaseCommand, supportCaseDecider } from '../../src/domain/support-case.ts';
import { importRecord, NOON } from '../support/records.ts';

const administrator: Actor = { kind: 'administrator', id: 'root' };
const ewa: Actor = { kind: 'agent', id: 'ewa' };
const network: Actor = { kind: 'network', id: 'alfa' };
const record = importRecord();
const { serial } = record.certificate;
const subscriber: Actor = { kind: 'subscriber', id: record.customerId };

/** What any store must do, whatever it is made of. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the contract of a store`, () => {
    const at = (store: Store, now: Instant, actor: Actor) => {
      const context = { now, actor, policy: defaultPolicy };
      return {
        activation: (command: ActivationCommand) => store.handle(activationDecider, serial, command, context),
        agent: (command: AgentCommand) => store.handle(agentDecider, command.agentId, command, context),
        supportCase: (command: SupportCaseCommand) =>
          store.handle(supportCaseDecider, command.caseId, command, context),
      };
    };
    const opened = async () => {
      const store = await open();
      await store.importRecords(
        [record],
        { now: NOON, actor: administrator, policy: defaultPolicy },
        { dryRun: false },
      );
      return store;
    };
    const requested = async (code = '123456', now = NOON) => {
      const store = await opened();
      await at(store, now, subscriber).activation({ type: 'request-sms-code', serial, code });
      return store;
    };
    const activationOf = async (store: Store, now: Instant) => {
      const found = await store.questions.certificate(serial, now);
      if (found.found !== 'one') throw new Error('the certificate is not there');
      return found.view;
    };

    test('what a command brought about is there for the next one', async () => {
      const store = await requested();
      const view = await activationOf(store, NOON);
      expect(view.activation.status).toBe('awaiting_code');
      expect(view.attempts).toMatchObject([{ number: 1, requestedAt: NOON, outcome: null }]);
    });

    test('a wrong entry counts although the answer is a refusal', async () => {
      const store = await requested();
      const newSecret = new Uint8Array(20);
      const answer = await at(store, NOON + SECOND, subscriber).activation({
        type: 'confirm-code',
        serial,
        code: '000000',
        newSecret,
      });
      expect(answer).toMatchObject({ verdict: 'refused', refusal: { code: 'wrong-code', entriesLeft: 2 } });
      expect((await activationOf(store, NOON)).attempts[0]?.wrongEntries).toBe(1);
    });

    test('the right code issues a secret that opens again', async () => {
      const store = await requested();
      const newSecret = Uint8Array.from({ length: 20 }, (_, place) => place);
      const asked = at(store, NOON + SECOND, subscriber);
      await asked.activation({ type: 'confirm-code', serial, code: '123456', newSecret });
      const shown = await asked.activation({ type: 'show-secret-qr', serial });
      expect(shown.verdict === 'done' && shown.disclosure && Buffer.from(shown.disclosure.secret).toString('hex')).toBe(
        Buffer.from(newSecret).toString('hex'),
      );
    });

    test('a deadline that passed is written down with the next command, dated at the deadline', async () => {
      const store = await requested();
      const later = NOON + HOUR;
      const answer = await at(store, later, subscriber).activation({
        type: 'request-sms-code',
        serial,
        code: '222222',
      });
      expect(answer.verdict).toBe('done');
      const view = await activationOf(store, later);
      expect(view.activation.consecutiveFailures).toBe(1);
      expect(view.attempts.map(({ outcome, endedAt }) => ({ outcome, endedAt }))).toEqual([
        { outcome: null, endedAt: null },
        { outcome: 'not_delivered', endedAt: NOON + 5 * MINUTE },
      ]);
    });

    test('a sweep writes down what time has decided, once', async () => {
      const store = await requested();
      const context = { now: NOON + HOUR, actor: { kind: 'clock', id: 'clock' } as const, policy: defaultPolicy };
      expect(await store.sweep(context, 10)).toBe(1);
      expect(await store.sweep(context, 10)).toBe(0);
      const [newest] = await store.questions.audit({ limit: 1 });
      expect(newest).toMatchObject({ command: 'settle-activation', facts: [{ at: NOON + 5 * MINUTE }] });
    });

    test('a receipt that comes too late is kept with its attempt', async () => {
      const store = await requested();
      const later = NOON + 6 * MINUTE + 12 * SECOND;
      const receipt = receiptOf('Orange', { raw: 'DELIVRD', error: 0 });
      await at(store, later, network).activation({
        type: 'record-sms-receipt',
        serial,
        attempt: 1,
        receipt,
        happenedAt: later,
      });
      expect((await activationOf(store, later)).attempts[0]).toMatchObject({
        outcome: 'not_delivered',
        deliveredAt: later,
      });
    });

    test('every command leaves exactly one entry, refused or not, and secrets stay out of it', async () => {
      const store = await requested();
      const before = (await store.questions.audit({ limit: 100 })).length;
      const newSecret = new Uint8Array(20).fill(7);
      const asked = at(store, NOON + SECOND, subscriber);
      await asked.activation({ type: 'confirm-code', serial, code: '000000', newSecret });
      await asked.activation({ type: 'confirm-code', serial, code: '123456', newSecret });
      await asked.activation({ type: 'sign-document', serial, otp: 'x', digest: '00', name: 'a.pdf' });
      const entries = (await store.questions.audit({ limit: 100 })).slice(0, -before);
      expect(entries.map(({ command, verdict, refusal }) => [command, verdict, refusal])).toEqual([
        ['sign-document', 'refused', 'otp-malformed'],
        ['confirm-code', 'done', null],
        ['confirm-code', 'refused', 'wrong-code'],
      ]);
      expect(entries.flatMap(({ facts }) => facts).filter((fact) => 'sealed' in fact)).toMatchObject([{ sealed: '' }]);
    });

    test('someone who may not is refused, and that is written down too', async () => {
      const store = await opened();
      await at(store, NOON, administrator).agent({
        type: 'add-agent',
        agentId: 'ewa',
        name: 'Ewa',
        role: 'auditor',
        passwordHash: null,
        ownCustomerId: null,
      });
      const answer = await at(store, NOON, ewa).supportCase({
        type: 'open-case',
        caseId: 'C1',
        ticket: 'INC-1',
        customerId: record.customerId,
        words: '',
      });
      expect(answer).toMatchObject({ verdict: 'refused', refusal: { code: 'not-permitted', party: 'auditor' } });
      const [newest] = await store.questions.audit({ limit: 1 });
      expect(newest).toMatchObject({ command: 'open-case', verdict: 'refused', refusal: 'not-permitted' });
    });

    test('codes to one phone number are counted over all its certificates', async () => {
      const store = await opened();
      const second = importRecord(2, { phone: record.phone });
      const context = { now: NOON, actor: administrator, policy: defaultPolicy };
      await store.importRecords([second], context, { dryRun: false });
      const start = NOON;
      for (let sent = 0; sent < 10; sent++) {
        const now = start + sent * HOUR;
        const mine = sent % 2 === 0;
        const target = mine ? serial : second.certificate.serial;
        const actor: Actor = { kind: 'subscriber', id: mine ? record.customerId : second.customerId };
        await unlockedRequest(store, target, actor, now);
      }
      const answer = await store.handle(
        activationDecider,
        serial,
        { type: 'request-sms-code', serial, code: '111111' },
        { now: start + 10 * HOUR, actor: subscriber, policy: lenient },
      );
      expect(answer).toMatchObject({
        verdict: 'refused',
        refusal: { code: 'too-many-codes', retryAt: start + 24 * HOUR },
      });
    });

    test('an import is repeated without effect, and a rehearsal writes nothing', async () => {
      const store = await open();
      const context = { now: NOON, actor: administrator, policy: defaultPolicy };
      const moved = { ...record, phone: { e164: '+48600111222', kind: 'mobile' } as const };
      const rows = [record, record, moved];
      const expected = ['accepted', 'unchanged', 'conflicting'];
      const verdicts = async (dryRun: boolean) =>
        (await store.importRecords(rows, context, { dryRun })).map(({ verdict }) => verdict);
      expect(await verdicts(true)).toEqual(expected);
      expect(await store.questions.audit({ limit: 10 })).toEqual([]);
      expect(await verdicts(false)).toEqual(expected);
      expect(await verdicts(false)).toEqual(['unchanged', 'unchanged', 'conflicting']);
      expect(await store.questions.audit({ limit: 10 })).toHaveLength(1);
    });

    test('the revision moves with every change', async () => {
      const store = await opened();
      const before = store.revision();
      await at(store, NOON, subscriber).activation({ type: 'request-sms-code', serial, code: '123456' });
      expect(store.revision()).not.toBe(before);
    });

    test('the audit log holds when it is gone through', async () => {
      const store = await requested();
      expect(await store.verifyAudit()).toMatchObject({ intact: true, entries: 2 });
    });
  });
}

/** A policy under which failed attempts never lock, so that only the count of codes stops a request. */
const lenient = { ...defaultPolicy, sms: { ...defaultPolicy.sms, failuresToLock: 1000 } };

async function unlockedRequest(store: Store, serial: string, actor: Actor, now: Instant): Promise<void> {
  const context = { now, actor, policy: lenient };
  const answer = await store.handle(
    activationDecider,
    serial,
    { type: 'request-sms-code', serial, code: '111111' },
    context,
  );
  expect(answer.verdict).toBe('done');
}
