import { exitCodes } from '../exit.ts';
import type { Run } from '../spec.ts';
import { signIn } from '../support-call.ts';

const MOST = 500;

export const listCases: Run = async (context, input) => {
  const { out, texts } = context;
  const { cases: say, cli } = texts;
  const app = await context.app();
  const agentId = input.option('agent');
  const limit = input.count('limit') ?? MOST;
  const now = app.now();
  const cases = await app.ask.cases({ limit, ...(agentId === undefined ? {} : { agentId }) }, now);
  const documents = cases.map(({ supportCase, calls }) => ({ ...supportCase, calls }));
  out.answer({ cases: documents }, () => {
    if (cases.length === 0) {
      out.note(say.list.none);
      return;
    }
    out.table(
      [say.open, cli.fields.case, say.ticket, cli.fields.customer, say.agent, say.caller, say.calls, say.note],
      cases.map(({ supportCase, calls }) => [
        texts.moments.duration(now - supportCase.openedAt),
        supportCase.caseId,
        supportCase.ticket,
        supportCase.customerId,
        supportCase.agentId,
        texts.words.verification[supportCase.verification.status],
        String(calls),
        supportCase.handOver === null ? cli.none : `${supportCase.handOver.from}: ${supportCase.handOver.note}`,
      ]),
    );
  });
  return exitCodes.done;
};

export const handOverCase: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const [caseId, to] = [input.argument('CASE').toUpperCase(), input.required('to')];
  const agent = input.required('as');
  const barred = await signIn(context, app, agent, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const note = input.required('note');
  const answer = await app.perform({ kind: 'agent', id: agent }, { type: 'hand-over-case', caseId, to, note });
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  out.answer({ handedOver: { caseId, to } }, () => out.line(texts.cases.list.handedOver(caseId, to)));
  return exitCodes.done;
};
