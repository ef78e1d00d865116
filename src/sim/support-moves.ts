import type { Request } from '../app.ts';
import type { FactBase } from '../domain/decision.ts';
import type { AgentId, CaseId } from '../domain/ids.ts';
import { operatorOf } from '../domain/mobile-operators.ts';
import type { Refusal } from '../domain/refusal.ts';
import { given, refused, type SimAnswer } from './answer.ts';
import type { SupportMove } from './scenario.ts';
import { type Scene, subscriberOf } from './scene.ts';

/** Does one thing as somebody of the support desk, at this moment, through the door like a real agent. */
export async function makeSupportMove(scene: Scene, move: SupportMove): Promise<SimAnswer<unknown>> {
  const who = helperOf(scene, move);
  const { serial, customerId } = scene.cast;
  switch (move.do) {
    case 'tell':
    case 'pass-time':
      return given(null);
    case 'open-case':
      return openCase(scene, who);
    case 'verify': {
      const opened = scene.cases.has(who) ? given(null) : await openCase(scene, who);
      if (opened.verdict === 'refused') return opened;
      const { passed, failed } = move;
      return ask(scene, who, { type: 'record-verification', caseId: caseOf(scene, who), passed, failed });
    }
    case 'unlock':
      return ask(scene, who, { type: 'unlock-activation', serial, ...grounds(scene, who, move) });
    case 'ask-approval': {
      const { action } = move;
      return ask(scene, who, { type: 'request-approval', serial, action, ...grounds(scene, who, move) });
    }
    case 'approve':
      return ask(scene, who, { type: 'approve-request', serial });
    case 'reject':
      return ask(scene, who, { type: 'reject-request', serial });
    case 'freeze': {
      const { note } = move;
      return ask(scene, who, {
        type: 'freeze-activation',
        serial,
        ...grounds(scene, who, { reason: 'suspicion', note }),
      });
    }
    case 'ask-phone-change': {
      const { newPhone: phone } = scene.cast;
      return ask(scene, who, { type: 'request-phone-change', customerId, phone, ...grounds(scene, who, move) });
    }
    case 'approve-phone-change':
      return ask(scene, who, { type: 'approve-phone-change', customerId, atOnce: move.usable === 'at-once' });
    case 'recognise-outage': {
      const from = scene.app.now() - move.ago;
      const operator = await operatorIn(scene);
      const answer = await ask(scene, who, { type: 'recognise-outage', operator, from, note: move.note });
      if (answer.verdict === 'done') scene.outages.add(operator);
      return answer;
    }
    case 'end-outage': {
      const operator = await operatorIn(scene);
      const answer = await ask(scene, who, { type: 'end-outage', operator, note: move.note });
      if (answer.verdict === 'done') scene.outages.delete(operator);
      return answer;
    }
    case 'close-case':
      return closeCase(scene, who);
  }
}

function helperOf({ cast }: Scene, { by }: SupportMove): AgentId {
  switch (by) {
    case 'agent':
      return cast.agent;
    case 'owner':
      return cast.owner ?? cast.agent;
    case 'supervisor':
      return cast.supervisor;
  }
}

/** A seed that has played on this file before deals the same case number once more; then the next one is taken. */
async function openCase(scene: Scene, who: AgentId): Promise<SimAnswer<unknown>> {
  const ticket = scene.scenario.call?.ticket ?? '';
  const { customerId } = scene.cast;
  const answer = await scene.app.perform({ kind: 'agent', id: who }, { type: 'open-case', ticket, customerId });
  if (answer.verdict === 'refused')
    return answer.refusal.code === 'case-exists' ? openCase(scene, who) : refused(answer.refusal);
  scene.cases.set(who, caseIdIn(answer.facts));
  return given(null);
}

async function closeCase(scene: Scene, who: AgentId): Promise<SimAnswer<unknown>> {
  const answer = await ask(scene, who, { type: 'close-case', caseId: caseOf(scene, who) });
  if (answer.verdict === 'done') scene.cases.delete(who);
  return answer;
}

function caseIdIn(facts: readonly FactBase[]): CaseId {
  const opened = facts.find((fact) => fact.type === 'case-opened');
  if (!opened || !('caseId' in opened) || typeof opened.caseId !== 'string') throw new Error('a case without its id');
  return opened.caseId;
}

/** Without an open case the door will say so. */
function caseOf({ cases }: Scene, who: AgentId): CaseId {
  return cases.get(who) ?? '';
}

function grounds<Reason>(
  scene: Scene,
  who: AgentId,
  { reason, note }: { readonly reason: Reason; readonly note: string },
) {
  return { caseId: caseOf(scene, who), reason, note } as const;
}

async function ask({ app }: Scene, who: AgentId, request: Request): Promise<SimAnswer<unknown>> {
  const answer = await app.perform({ kind: 'agent', id: who }, request);
  return answer.verdict === 'refused' ? refused(answer.refusal satisfies Refusal) : given(null);
}

async function operatorIn(scene: Scene): Promise<string> {
  const { account } = await subscriberOf(scene);
  return operatorOf(account.phone?.e164 ?? '');
}
