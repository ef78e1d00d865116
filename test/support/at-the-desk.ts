import type { App, Request } from '../../src/app.ts';
import type { Proof } from '../../src/domain/support-case.ts';
import { customerOf, type PersonKey, serialOf } from './support-desk.ts';

/** What a test of calls needs of one of the people at the test desk. */
export function at(key: PersonKey) {
  const grounds = { reason: 'lost-phone', note: 'as the caller says' } as const;
  return { serial: serialOf(key), customerId: customerOf(key), grounds };
}

export const by = (app: App, id: string, request: Request) => app.perform({ kind: 'agent', id }, request);

/** `done`, or the code of the refusal. */
export async function refusalOf(answer: ReturnType<App['perform']>): Promise<string> {
  const given = await answer;
  return given.verdict === 'refused' ? given.refusal.code : 'done';
}

export async function opened(app: App, agent: string, key: PersonKey = 'active', ticket = 'INC-1'): Promise<string> {
  const answer = await by(app, agent, { type: 'open-case', ticket, customerId: customerOf(key), words: 'pilne!' });
  const fact = answer.verdict === 'done' ? answer.facts.find(({ type }) => type === 'case-opened') : undefined;
  return fact && 'caseId' in fact ? String(fact.caseId) : 'none';
}

export async function verified(
  app: App,
  agent: string,
  passed: readonly Proof[],
  key: PersonKey = 'active',
): Promise<string> {
  const caseId = await opened(app, agent, key);
  await by(app, agent, { type: 'record-verification', caseId, passed, failed: [] });
  return caseId;
}
