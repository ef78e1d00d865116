import { customerOf, type Desk, serialOf, supportDesk } from '../support-desk.ts';

/** Marta has approved three of Ewa's requests; now there is an emergency, and a call was aborted. */
export async function alarmedDesk(): Promise<Desk> {
  const app = await supportDesk();
  const ewa = { kind: 'agent', id: 'ewa' } as const;
  const olga = { agentId: 'olga', name: 'Olga Bober', role: 'supervisor', passwordHash: null } as const;
  const root = { kind: 'administrator', id: 'root' } as const;
  await app.perform(root, { type: 'add-agent', ...olga, ownCustomerId: null });
  const passed = ['call-back', 'contract-number'] as const;
  for (const emergency of [false, false, false, true]) {
    const opened = await app.perform(ewa, { type: 'open-case', ticket: 'INC-7', customerId: customerOf('active') });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    await app.perform(ewa, { type: 'record-verification', caseId, passed, failed: [] });
    const grounds = { serial: serialOf('active'), caseId, reason: 'lost-phone', note: 'przetarg w południe' } as const;
    await app.perform(ewa, { type: 'request-approval', action: 'reset', emergency, ...grounds });
    if (!emergency)
      await app.perform({ kind: 'agent', id: 'marta' }, { type: 'approve-request', serial: grounds.serial });
  }
  const aborted = { type: 'abort-call', serial: serialOf('lockedOtp'), cause: 'pressure', ticket: null } as const;
  await app.perform(ewa, { ...aborted, passed: [], failed: [] });
  app.clock.advance(60_000);
  return app;
}

/** Two requests of Ewa's wait for a supervisor. */
export async function deskWithRequests(): Promise<Desk> {
  const app = await supportDesk();
  const ewa = { kind: 'agent', id: 'ewa' } as const;
  for (const [key, action] of [
    ['locked', 'unlock'],
    ['active', 'reset'],
  ] as const) {
    const ticket = `INC-${key}`;
    const opened = await app.perform(ewa, { type: 'open-case', ticket, customerId: customerOf(key) });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    await app.perform(ewa, {
      type: 'record-verification',
      caseId,
      passed: ['call-back', 'contract-number'],
      failed: [],
    });
    const grounds = { serial: serialOf(key), caseId, reason: 'sms-late', note: 'third time today' } as const;
    await app.perform(ewa, { type: 'request-approval', action, ...grounds });
    app.clock.advance(60_000);
  }
  return app;
}
