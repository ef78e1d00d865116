import type { App, Request } from '../app.ts';
import type { FactBase } from '../domain/decision.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import { type ReasonCode, reasonCodes } from '../domain/situation.ts';
import { type Proof, proofs } from '../domain/support-case.ts';
import { Misuse } from './exit.ts';
import { flagOf, type Input } from './input.ts';
import { locateCertificate, type OwnedView } from './locate.ts';
import { askPassword } from './password.ts';
import type { CliRefusal } from './refusal.ts';
import type { Context } from './spec.ts';

/** A call that has got so far that something may be done for the caller. */
export interface SupportCall extends OwnedView {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly reason: ReasonCode;
  readonly note: string;
}

export type Taken =
  | { readonly done: true; readonly call: SupportCall }
  | { readonly done: false; readonly refusal: CliRefusal };

/**
 * A whole call: signs the agent in, opens the case, records the verification, does what is asked, closes the case, each
 * with its own entry in the audit log. What one brought about stays when a later one is refused, and no case stays open.
 */
export async function takeCall(
  context: Context,
  app: App,
  input: Input,
  requestOf: (call: SupportCall) => Request,
): Promise<Taken> {
  const passed = proofsIn(context, input.required('verified'));
  const reason = reasonIn(input);
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return refused(located.refusal);
  const ticket = input.required('ticket');
  const actor: Actor = { kind: 'agent', id: input.required('as') };
  const barred = await signIn(context, app, actor.id, input.flag('passwordStdin'));
  if (barred) return refused(barred);
  const { customerId } = located.value.account;
  const words = input.option('words') ?? '';
  const opened = await app.perform(actor, { type: 'open-case', ticket, customerId, words });
  if (opened.verdict === 'refused') return refused(opened.refusal);
  const caseId = caseIdIn(opened.facts);
  const verified = await app.perform(actor, { type: 'record-verification', caseId, passed, failed: [] });
  const call = { ...located.value, actor, caseId, ticket, reason, note: input.required('note') };
  const answer = verified.verdict === 'refused' ? verified : await app.perform(actor, requestOf(call));
  await app.perform(actor, { type: 'close-case', caseId });
  return answer.verdict === 'refused' ? refused(answer.refusal) : { done: true, call };
}

/** In live the agent has to prove who they are; the reason why not, or null. */
export async function signIn(
  context: Context,
  app: App,
  agent: string,
  fromStdin: boolean,
): Promise<CliRefusal | null> {
  if (app.realm === 'training') return null;
  const password = await askPassword(context, context.texts.cli.unlock.password(agent), fromStdin);
  if (password === null) return { code: 'password-missing' };
  const answer = await app.signIn(agent, password);
  return answer.verdict === 'refused' ? answer.refusal : null;
}

export function reasonIn(input: Input): ReasonCode {
  const given = input.required('reason');
  // The command table lets no other one through.
  return reasonCodes.find((code) => code === given) ?? 'other';
}

function proofsIn({ texts }: Context, given: string): readonly Proof[] {
  return given.split(',').map((name) => {
    const proof = proofs.find((one) => one === name.trim());
    if (!proof) throw new Misuse(texts.cli.misuse.notOneOf(flagOf('verified'), name.trim(), proofs.join(', ')));
    return proof;
  });
}

function caseIdIn(facts: readonly FactBase[]): CaseId {
  const opened = facts.find((fact) => fact.type === 'case-opened');
  if (!opened || !('caseId' in opened) || typeof opened.caseId !== 'string') throw new Error('a case without its id');
  return opened.caseId;
}

function refused(refusal: CliRefusal): Taken {
  return { done: false, refusal };
}
