import { exitCodes } from '../exit.ts';
import { locateCertificate } from '../locate.ts';
import type { Run } from '../spec.ts';
import { beginCall, signIn } from '../support-call.ts';

/** What waits for a supervisor, the oldest first. */
export const listApprovals: Run = async ({ app: open, out, texts }) => {
  const app = await open();
  const requests = await app.ask.approvals(app.now());
  const { fields, approvals: say } = texts.cli;
  out.answer({ approvals: requests }, () => {
    if (requests.length === 0) {
      out.line(say.none);
      return;
    }
    out.table(
      [fields.command, fields.name, fields.certificate, say.askedBy, say.until, say.ticket, say.why],
      requests.map((one) => [
        texts.words.approvalAction[one.action],
        `${one.familyName} ${one.givenName}`,
        one.serial,
        one.requestedBy,
        texts.moments.stamp(one.expiresAt),
        one.ticket,
        `${texts.words.reason[one.reason]}: ${one.note}`,
      ]),
    );
  });
  return exitCodes.done;
};

/** Asks for what an agent may not do alone; rests on a verified caller like an unlock. */
export const askApproval: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const action = input.required('action') === 'reset' ? 'reset' : 'unlock';
  const begun = await beginCall(context, app, input);
  if (!begun.begun) return out.refuse(begun.refusal);
  const { account, view, actor, caseId, ticket, reason, note } = begun.call;
  const { serial } = view.certificate;
  const asked = await app.perform(actor, { type: 'request-approval', action, serial, caseId, reason, note });
  if (asked.verdict === 'refused') return out.refuse(asked.refusal);
  const expiresAt = app.now() + app.policy.support.approvalValid;
  out.answer({ asked: { action, serial, customerId: account.customerId, caseId, ticket, expiresAt } }, () => {
    out.line(texts.cli.approvals.asked(texts.words.approvalAction[action], expiresAt));
  });
  return exitCodes.done;
};

export const approve: Run = (context, input) => decide('approve-request', context, input);
export const reject: Run = (context, input) => decide('reject-request', context, input);

async function decide(
  type: 'approve-request' | 'reject-request',
  context: Parameters<Run>[0],
  input: Parameters<Run>[1],
): ReturnType<Run> {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { serial } = located.value.view.certificate;
  const agent = input.required('as');
  const barred = await signIn(context, app, agent, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const decided = await app.perform({ kind: 'agent', id: agent }, { type, serial });
  if (decided.verdict === 'refused') return out.refuse(decided.refusal);
  const { givenName, familyName } = located.value.account;
  const verdict = type === 'approve-request' ? 'approved' : 'rejected';
  out.answer({ [verdict]: { serial } }, () =>
    out.line(texts.console.approvals.told[type](`${givenName} ${familyName}`)),
  );
  return exitCodes.done;
}
