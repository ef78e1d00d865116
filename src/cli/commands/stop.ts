import { type AbortCause, abortCauses } from '../../domain/activation.ts';
import { ticketPattern } from '../../domain/support-case.ts';
import { exitCodes } from '../exit.ts';
import { locateCertificate } from '../locate.ts';
import type { Run } from '../spec.ts';
import { reasonIn, signIn } from '../support-call.ts';

/** Freezes on suspicion: a case and a reason, no verified caller. */
export const freeze: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { account, view } = located.value;
  const { serial } = view.certificate;
  const actor = { kind: 'agent', id: input.required('as') } as const;
  const barred = await signIn(context, app, actor.id, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const { customerId } = account;
  const words = input.option('words') ?? '';
  const opened = await app.perform(actor, { type: 'open-case', ticket: input.required('ticket'), customerId, words });
  if (opened.verdict === 'refused') return out.refuse(opened.refusal);
  const fact = opened.facts.find(({ type }) => type === 'case-opened');
  const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
  const grounds = { caseId, reason: reasonIn(input), note: input.required('note') };
  const frozen = await app.perform(actor, { type: 'freeze-activation', serial, ...grounds });
  await app.perform(actor, { type: 'close-case', caseId });
  if (frozen.verdict === 'refused') return out.refuse(frozen.refusal);
  out.answer({ frozen: { serial, customerId, caseId } }, () => out.line(texts.safetyCli.frozen(serial)));
  return exitCodes.done;
};

/** Breaks off a call under pressure: freezes at once, whatever is known of the caller. */
export const abort: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { serial } = located.value.view.certificate;
  const actor = { kind: 'agent', id: input.required('as') } as const;
  const barred = await signIn(context, app, actor.id, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const given = input.option('ticket') ?? '';
  const ticket = ticketPattern.test(given) ? given : null;
  const cause: AbortCause = abortCauses.find((one) => one === input.option('cause')) ?? 'pressure';
  const request = { type: 'abort-call', serial, cause, ticket, passed: [], failed: [] } as const;
  const aborted = await app.perform(actor, request);
  if (aborted.verdict === 'refused') return out.refuse(aborted.refusal);
  out.answer({ aborted: { serial, cause } }, () => {
    out.line(texts.safetyCli.frozen(serial));
    out.line(texts.safetyCli.supervisorsSee);
  });
  return exitCodes.done;
};
