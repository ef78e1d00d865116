import { expect } from 'vitest';
import type { App } from '../../src/app.ts';
import { customerOf, serialOf } from './support-desk.ts';

/** Tomasz, at another desk, verifies the locked subscriber and unlocks them. */
export async function unlockedByColleague(app: App): Promise<void> {
  const actor = { kind: 'agent', id: 'tomasz' } as const;
  const opened = await app.perform(actor, { type: 'open-case', ticket: 'INC-9', customerId: customerOf('locked') });
  const fact = opened.verdict === 'done' ? opened.facts.find(({ type }) => type === 'case-opened') : undefined;
  const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
  await app.perform(actor, {
    type: 'record-verification',
    caseId,
    passed: ['call-back', 'contract-number'],
    failed: [],
  });
  const grounds = { caseId, reason: 'other', note: 'by a colleague' } as const;
  const answer = await app.perform(actor, { type: 'unlock-activation', serial: serialOf('locked'), ...grounds });
  expect(answer.verdict).toBe('done');
}
