import { expect, test } from 'vitest';
import { importRecord } from '../support/records.ts';
import { simulatedApp } from '../support/simulated.ts';

const HOSTILE = '\u001b]0;pwn\u0007\u202e\u0000';
const long = `${HOSTILE}X${'y'.repeat(100_000)}`;

test('what is typed as a name stands in the log as clean and short text, also when it was refused', async () => {
  const app = await simulatedApp();
  const { customerId, certificate } = importRecord(1);
  const agent = { kind: 'agent', id: `${HOSTILE}ewa` } as const;
  await app.perform(agent, { type: 'open-case', ticket: long, customerId });
  await app.perform(agent, { type: 'hand-over-case', caseId: long, to: long, note: long });
  await app.perform(
    { kind: 'subscriber', id: customerId },
    { type: 'sign-document', serial: certificate.serial, otp: '000000', digest: '0'.repeat(64), name: long },
  );
  const entries = await app.ask.audit({ limit: 3 });
  expect(entries.map(({ verdict }) => verdict)).toEqual(['refused', 'refused', 'refused']);
  expect(entries.map(({ actor }) => actor.id)).toEqual([customerId, 'ewa', 'ewa']);
  expect(entries[2]?.ticket).toBe(`X${'y'.repeat(254)}`);
  expect(entries[1]?.caseId).toBe(`X${'y'.repeat(254)}`);
  const stored = JSON.stringify(entries.map(({ note: _, ...entry }) => entry));
  expect(stored.length).toBeLessThan(4_000);
  expect(stored).not.toMatch(/\\u001b|\\u202e|\u202e|\\u0000/);
});
