import { exitCodes } from '../exit.ts';
import { operatorNamed } from '../operator-named.ts';
import type { Run } from '../spec.ts';
import { signIn } from '../support-call.ts';

/** From when the radar saw it begin, unless the supervisor knows better. */
export const recogniseOutage: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const view = await app.ask.radar(app.now());
  const operator = operatorNamed(input.argument('OPERATOR'), view, app);
  if (typeof operator !== 'string') return out.refuse(operator);
  const id = input.required('as');
  const barred = await signIn(context, app, id, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const seen = view.operators.find((one) => one.operator === operator)?.trouble?.since;
  const began = input.option('began') === undefined ? undefined : app.now() - input.span('began');
  const from = began ?? seen ?? app.now();
  const note = input.required('note');
  const answer = await app.perform({ kind: 'agent', id }, { type: 'recognise-outage', operator, from, note });
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  out.answer({ recognised: { operator, from } }, () => {
    out.line(texts.radar.told.recognised(operator));
    for (const line of texts.radar.recogniseFollows(from)) out.line(line);
  });
  return exitCodes.done;
};

export const endOutage: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const operator = operatorNamed(input.argument('OPERATOR'), await app.ask.radar(app.now()), app);
  if (typeof operator !== 'string') return out.refuse(operator);
  const id = input.required('as');
  const barred = await signIn(context, app, id, input.flag('passwordStdin'));
  if (barred) return out.refuse(barred);
  const note = input.required('note');
  const answer = await app.perform({ kind: 'agent', id }, { type: 'end-outage', operator, note });
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { locks } = await app.ask.outage(operator, app.now());
  out.answer({ ended: { operator, locked: locks.length } }, () => {
    out.line(texts.radar.told.ended(operator));
    for (const line of texts.radar.endFollows(locks.length)) out.line(line);
  });
  return exitCodes.done;
};
