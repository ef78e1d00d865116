import { exitCodes } from '../exit.ts';
import type { Run } from '../spec.ts';

export const sweep: Run = async ({ app, out, texts }) => {
  const settled = await (await app()).sweep();
  out.answer({ settled }, () => out.line(texts.cli.sweep.done(settled)));
  return exitCodes.done;
};
