import type { App } from '../app.ts';
import type { Instant } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { reasonCodes } from '../domain/situation.ts';
import { fieldValue } from '../ui/text-field.ts';
import { type ChangeForm, proofsMarked } from './change-state.ts';
import type { Session } from './console-context.ts';
import type { SupportChange } from './routes.ts';

export type ChangeResult =
  | { readonly kind: 'unlocked' }
  | { readonly kind: 'asked'; readonly until: Instant }
  | { readonly kind: 'failure-recorded' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Work {
  readonly app: App;
  readonly session: Session;
  readonly customerId: string;
  readonly serial: string;
  readonly change: SupportChange;
  readonly form: ChangeForm;
}

/** Opens the case, records the verification, unlocks or asks: three commands, each with its own entry in the audit log. */
export async function carryOut(work: Work): Promise<ChangeResult> {
  const { app, session, serial, form, change } = work;
  const actor = { kind: 'agent', id: session.agentId } as const;
  const verified = await openAndVerify(work);
  if ('refusal' in verified) return { kind: 'refused', refusal: verified.refusal };
  const { caseId } = verified;
  const reason = reasonCodes[form.reason] ?? 'other';
  const note = fieldValue(form.note);
  const grounds = { serial, caseId, reason, note };
  const answer = await app.perform(
    actor,
    change === 'unlock'
      ? { type: 'unlock-activation', ...grounds }
      : { type: 'request-approval', action: change === 'ask-reset' ? 'reset' : 'unlock', ...grounds },
  );
  await app.perform(actor, { type: 'close-case', caseId });
  if (answer.verdict === 'refused') return { kind: 'refused', refusal: answer.refusal };
  return change === 'unlock'
    ? { kind: 'unlocked' }
    : { kind: 'asked', until: app.now() + app.policy.support.approvalValid };
}

/** The caller gave a wrong answer: that is recorded, and nothing else happens. */
export async function recordFailedVerification(work: Work): Promise<ChangeResult> {
  const verified = await openAndVerify(work);
  if (!('refusal' in verified)) return { kind: 'failure-recorded' };
  const recorded = ['caller-not-verified', 'not-enough-points'].includes(verified.refusal.code);
  return recorded ? { kind: 'failure-recorded' } : { kind: 'refused', refusal: verified.refusal };
}

async function openAndVerify({
  app,
  session,
  customerId,
  form,
}: Work): Promise<{ readonly caseId: string } | { readonly refusal: Refusal }> {
  const actor = { kind: 'agent', id: session.agentId } as const;
  const opened = await app.perform(actor, { type: 'open-case', ticket: fieldValue(form.ticket), customerId });
  if (opened.verdict === 'refused') return opened;
  const fact = opened.facts.find((one) => one.type === 'case-opened');
  const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
  const passed = proofsMarked(form, 'passed');
  const failed = proofsMarked(form, 'failed');
  const checked = await app.perform(actor, { type: 'record-verification', caseId, passed, failed });
  if (checked.verdict === 'done') return { caseId };
  await app.perform(actor, { type: 'close-case', caseId });
  return checked;
}
