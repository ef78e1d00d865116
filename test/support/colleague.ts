import { expect } from 'vitest';
import type { App } from '../../src/app.ts';
import type { CustomerId, Serial } from '../../src/domain/ids.ts';
import { customerOf, serialOf } from './support-desk.ts';

/** Tomasz, at another desk, verifies the locked subscriber and unlocks them. */
export function unlockedByColleague(app: App): Promise<void> {
  return unlockedBy(app, 'tomasz', customerOf('locked'), serialOf('locked'));
}

/** An agent verifies a subscriber and unlocks their activation. */
export async function unlockedBy(app: App, agent: string, customerId: CustomerId, serial: Serial): Promise<void> {
  const actor = { kind: 'agent', id: agent } as const;
  const opened = await app.perform(actor, { type: 'open-case', ticket: 'INC-9', customerId });
  const fact = opened.verdict === 'done' ? opened.facts.find(({ type }) => type === 'case-opened') : undefined;
  const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
  await app.perform(actor, {
    type: 'record-verification',
    caseId,
    passed: ['call-back', 'contract-number'],
    failed: [],
  });
  const grounds = { caseId, reason: 'other', note: 'by a colleague' } as const;
  const answer = await app.perform(actor, { type: 'unlock-activation', serial, ...grounds });
  expect(answer.verdict).toBe('done');
}
