import type { App } from '../../app.ts';
import type { FactBase } from '../../domain/decision.ts';
import type { Actor } from '../../domain/permissions.ts';
import { type ReasonCode, reasonCodes } from '../../domain/situation.ts';
import { type Proof, proofs } from '../../domain/support-case.ts';
import { textFor } from '../../text/index.ts';
import { isLanguage } from '../../text/language.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { flagOf, type Input } from '../input.ts';
import { locateCertificate } from '../locate.ts';
import { askPassword } from '../password.ts';
import { serialEnding } from '../sentences.ts';
import type { Context, Run } from '../spec.ts';
import { activationDocument } from '../views.ts';

/** Open case, record verification, unlock: three audited commands. What the first ones brought about stays when a later one is refused. */
export const unlock: Run = async (context, input) => {
  const { out, texts } = context;
  const passed = proofsIn(context, input.required('verified'));
  const reason = reasonIn(input);
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { account, view } = located.value;
  const { serial } = view.certificate;
  const actor: Actor = { kind: 'agent', id: input.required('as') };
  const ticket = input.required('ticket');

  const signedIn = await signIn(context, app, actor.id, input.flag('passwordStdin'));
  if (signedIn) return out.refuse(signedIn);
  const opened = await app.perform(actor, { type: 'open-case', ticket, customerId: account.customerId });
  if (opened.verdict === 'refused') return out.refuse(opened.refusal);
  const caseId = caseIdIn(opened.facts);
  const verified = await app.perform(actor, { type: 'record-verification', caseId, passed, failed: [] });
  if (verified.verdict === 'refused') return out.refuse(verified.refusal);
  const note = input.required('note');
  const unlocked = await app.perform(actor, { type: 'unlock-activation', serial, caseId, reason, note });
  if (unlocked.verdict === 'refused') return out.refuse(unlocked.refusal);

  const after = await app.ask.certificate(serial, app.now());
  const activation = after.found === 'one' ? activationDocument(after.view.activation) : null;
  const { unlock: say } = texts.cli;
  out.answer({ unlocked: { serial, customerId: account.customerId, caseId, ticket, activation } }, () => {
    out.line(say.done(`${account.givenName} ${account.familyName}`, serial));
    out.line(say.caseOpened(caseId, ticket));
    const theirs = isLanguage(account.language) ? textFor(account.language) : texts;
    out.line(say.told(theirs.words.notice['activation-unlocked']({ certificate: serialEnding(serial) })));
    out.line(activation?.status === 'active' ? say.nextOtp : say.next);
  });
  return exitCodes.done;
};

/** In live the agent has to prove who they are; the reason why not, or null. */
async function signIn(context: Context, app: App, agent: string, fromStdin: boolean) {
  if (app.realm === 'training') return null;
  const password = await askPassword(context, context.texts.cli.unlock.password(agent), fromStdin);
  if (password === null) return { code: 'password-missing' } as const;
  const answer = await app.signIn(agent, password);
  return answer.verdict === 'refused' ? answer.refusal : null;
}

function reasonIn(input: Input): ReasonCode {
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

function caseIdIn(facts: readonly FactBase[]): string {
  const opened = facts.find((fact) => fact.type === 'case-opened');
  if (!opened || !('caseId' in opened) || typeof opened.caseId !== 'string') throw new Error('a case without its id');
  return opened.caseId;
}
