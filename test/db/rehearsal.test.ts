import { expect, test } from 'vitest';
import type { Request } from '../../src/app.ts';
import { openReader } from '../../src/db/connection.ts';
import { changesIn, isFinal } from '../../src/domain/foresight.ts';
import { SECOND } from '../../src/domain/ids.ts';
import { at, by, verified } from '../support/at-the-desk.ts';
import { type Desk, type PersonKey, supportDesk } from '../support/support-desk.ts';

/** A change as a confirmation asks about it: what leads up to it, who does it, and what it is. */
interface Asked {
  readonly whom: PersonKey;
  readonly by: 'ewa' | 'marta';
  readonly before?: (app: Desk, caseId: string) => readonly (readonly ['ewa' | 'marta', Request])[];
  readonly request: (caseId: string) => Request;
  /** What has to be among the effects shown. */
  readonly shows: readonly string[];
}

const active = at('active');
const locked = at('locked');
const { grounds } = active;
const NEW_NUMBER = { e164: '+48509000009', kind: 'mobile' } as const;
const askReset = (caseId: string): Request => ({
  type: 'request-approval',
  serial: active.serial,
  action: 'reset',
  caseId,
  ...grounds,
});
const askPhone = (caseId: string): Request => ({
  type: 'request-phone-change',
  customerId: active.customerId,
  phone: NEW_NUMBER,
  caseId,
  ...grounds,
});

const every: Readonly<Record<string, Asked>> = {
  unlock: {
    whom: 'locked',
    by: 'ewa',
    request: (caseId) => ({ type: 'unlock-activation', serial: locked.serial, caseId, ...grounds }),
    shows: ['status', 'counter'],
  },
  'ask for a reset': { whom: 'active', by: 'ewa', request: askReset, shows: ['request'] },
  'ask for another number': { whom: 'active', by: 'ewa', request: askPhone, shows: ['request'] },
  freeze: {
    whom: 'active',
    by: 'ewa',
    request: (caseId) => ({ type: 'freeze-activation', serial: active.serial, caseId, ...grounds }),
    shows: ['status', 'secret'],
  },
  'abort a call': {
    whom: 'active',
    by: 'ewa',
    before: (_app, caseId) => [['ewa', askReset(caseId)]],
    request: () => ({
      type: 'abort-call',
      serial: active.serial,
      cause: 'pressure',
      ticket: null,
      passed: [],
      failed: [],
    }),
    shows: ['status', 'secret', 'request', 'cooling-down'],
  },
  'approve a reset': {
    whom: 'active',
    by: 'marta',
    before: (_app, caseId) => [['ewa', askReset(caseId)]],
    request: () => ({ type: 'approve-request', serial: active.serial }),
    shows: ['status', 'secret', 'request'],
  },
  'reject a reset': {
    whom: 'active',
    by: 'marta',
    before: (_app, caseId) => [['ewa', askReset(caseId)]],
    request: () => ({ type: 'reject-request', serial: active.serial }),
    shows: ['request', 'cooling-down'],
  },
  'approve another number': {
    whom: 'active',
    by: 'marta',
    before: (_app, caseId) => [['ewa', askPhone(caseId)]],
    request: () => ({ type: 'approve-phone-change', customerId: active.customerId, atOnce: false }),
    shows: ['phone', 'phone-usable-from', 'request'],
  },
  'reject another number': {
    whom: 'active',
    by: 'marta',
    before: (_app, caseId) => [['ewa', askPhone(caseId)]],
    request: () => ({ type: 'reject-phone-change', customerId: active.customerId }),
    shows: ['request', 'cooling-down'],
  },
  'block an account': {
    whom: 'active',
    by: 'marta',
    request: () => ({ type: 'block-account', customerId: active.customerId, note: 'asked by letter' }),
    shows: ['account'],
  },
};

test.each(Object.entries(every))(
  '%s: what is shown before is what it does, and showing it changes nothing',
  async (_, asked) => {
    const app = await supportDesk();
    const caseId = await verified(app, 'ewa', ['call-back', 'contract-number'], asked.whom);
    for (const [who, request] of asked.before?.(app, caseId) ?? []) {
      expect((await by(app, who, request)).verdict).toBe('done');
      app.clock.advance(SECOND);
    }
    const rows = openReader(app.path);
    const everything = () =>
      ['accounts', 'activations', 'audit_log', 'outbox', 'support_cases'].map((table) =>
        rows.prepare(`SELECT * FROM ${table}`).all(),
      );
    const request = asked.request(caseId);
    const untouched = everything();
    const revision = app.revision();
    const [foreseen] = await app.rehearse(() => [{ actor: { kind: 'agent', id: asked.by }, request }]);
    expect(everything()).toEqual(untouched);
    expect(app.revision()).toBe(revision);
    if (foreseen?.refusal !== null || foreseen.of.kind === 'other') throw new Error('it would be refused');
    const changes = changesIn(foreseen);
    expect(changes.map(({ what }) => what)).toEqual(expect.arrayContaining([...asked.shows]));
    // Only a revoked secret cannot be brought back, and a reset always says so.
    expect(changes.some(isFinal)).toBe(asked.shows.includes('secret') && request.type === 'approve-request');

    expect((await by(app, asked.by, request)).verdict).toBe('done');
    const found = await app.ask.certificate(at(asked.whom).serial, app.now());
    if (found.found !== 'one') throw new Error('whom it was about is gone');
    const now = foreseen.of.kind === 'activation' ? found.view.activation : found.account;
    expect(now).toEqual(foreseen.of.after);
    expect(rows.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(
      (untouched[3]?.length ?? 0) + foreseen.messages.length,
    );
  },
);

test('what would be refused says the same before and when it is done', async () => {
  const app = await supportDesk();
  const caseId = await verified(app, 'ewa', ['contract-number', 'date-of-birth', 'last-signature']);
  for (const request of [askReset(caseId), askPhone(caseId)]) {
    const [foreseen] = await app.rehearse(() => [{ actor: { kind: 'agent', id: 'ewa' }, request }]);
    const answer = await by(app, 'ewa', request);
    expect(foreseen?.refusal).toEqual(answer.verdict === 'refused' ? answer.refusal : null);
    expect(foreseen?.refusal?.code).toBe('possession-needed');
  }
});
