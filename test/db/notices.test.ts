import { expect, test } from 'vitest';
import { openReader } from '../../src/db/connection.ts';
import { at, by, opened, refusalOf, verified } from '../support/at-the-desk.ts';
import { importRecord } from '../support/records.ts';
import { people, supportDesk } from '../support/support-desk.ts';

const { serial, customerId, grounds } = at('active');
const { email, phone } = importRecord(people.active.number);
const old = phone?.e164;
const NEW_NUMBER = { e164: '+48509000009', kind: 'mobile' } as const;

interface Sent {
  readonly template: string;
  readonly to: string;
  readonly reference: string;
}

/** The notices written since, straight from the rows: what is not there when the answer comes was not in its transaction. */
function watched(path: string) {
  const rows = openReader(path).prepare<[], Sent>(`
    SELECT body ->> '$.template' AS template, coalesce(body ->> '$.to.phone', body ->> '$.to.email') AS "to", reference
    FROM outbox WHERE body ->> '$.kind' = 'notice' ORDER BY id`);
  let seen = rows.all().length;
  return () => {
    const all = rows.all();
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
}

test('a request, and the reset that comes of it, are told to the number and the mailbox, under one reference each', async () => {
  const app = await supportDesk();
  const news = watched(app.path);
  const caseId = await verified(app, 'ewa', ['call-back', 'contract-number']);
  expect(news()).toEqual([]);
  await by(app, 'ewa', { type: 'request-approval', serial, action: 'reset', caseId, ...grounds });
  const asked = news();
  expect(asked.map(({ template, to }) => [template, to])).toEqual([
    ['reset-asked', old],
    ['reset-asked', email],
  ]);
  await by(app, 'marta', { type: 'approve-request', serial });
  const reset = news();
  expect(reset.map(({ template, to }) => [template, to])).toEqual([
    ['activation-reset', old],
    ['activation-reset', email],
  ]);
  expect(new Set(asked.map(({ reference }) => reference)).size).toBe(1);
  expect(new Set([...asked, ...reset].map(({ reference }) => reference)).size).toBe(2);
});

test('a change of the number is told to the old number, the new one and the mailbox', async () => {
  const app = await supportDesk();
  const caseId = await verified(app, 'ewa', ['e-mail-reply', 'contract-number']);
  await by(app, 'ewa', { type: 'request-phone-change', customerId, phone: NEW_NUMBER, caseId, ...grounds });
  const news = watched(app.path);
  await by(app, 'marta', { type: 'approve-phone-change', customerId, atOnce: false });
  expect(news().map(({ template, to }) => [template, to])).toEqual([
    ['phone-changed', old],
    ['phone-changed', NEW_NUMBER.e164],
    ['phone-changed', email],
  ]);
});

test('what is refused, and what is only shown beforehand, is told to nobody', async () => {
  const app = await supportDesk();
  const news = watched(app.path);
  const caseId = await opened(app, 'ewa');
  const ask = { type: 'request-approval', serial, action: 'reset', caseId, ...grounds } as const;
  expect(await refusalOf(by(app, 'ewa', ask))).toBe('caller-not-verified');
  const abort = { type: 'abort-call', serial, cause: 'pressure', ticket: null, passed: [], failed: [] } as const;
  const [foreseen] = await app.rehearse(() => [{ actor: { kind: 'agent', id: 'ewa' }, request: abort }]);
  expect(foreseen?.messages).toHaveLength(2);
  expect(news()).toEqual([]);
  await by(app, 'ewa', abort);
  expect(news().map(({ template }) => template)).toEqual(['activation-frozen', 'activation-frozen']);
});
