import { notMe } from '../../sim/not-me.ts';
import { exitCodes } from '../exit.ts';
import { locateSimulated } from '../locate.ts';
import type { Run } from '../spec.ts';

/** The subscriber answers a message of ours: this was not me. */
export const reportNotMe: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateSimulated(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const reference = input.maybe('REFERENCE')?.toUpperCase() ?? null;
  const answer = await notMe(app, located.value.view.certificate.serial, reference);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { safetyCli: say } = texts;
  out.answer({ notMe: answer.value }, () => {
    for (const serial of answer.value.frozen) out.line(say.frozen(serial));
    if (answer.value.phoneChangeOver) out.line(say.phoneChangeOver);
    out.line(say.supervisorsSee);
  });
  return exitCodes.done;
};
