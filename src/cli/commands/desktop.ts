import { signFile } from '../../sim/desktop.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { flagOf } from '../input.ts';
import { locateSimulated } from '../locate.ts';
import type { Run } from '../spec.ts';

export const sign: Run = async (context, input) => {
  const { out, texts, keyboard } = context;
  const { desktop: say, misuse } = texts.cli;
  const file = input.argument('FILE');
  const given = input.option('otp');
  if (given === undefined && !keyboard.isTerminal) throw new Misuse(misuse.missingOption(flagOf('otp')));
  const app = await context.app();
  const located = await locateSimulated(app, input.required('certificate'));
  if (!located.found) return out.refuse(located.refusal);
  const otp = given ?? (await keyboard.line(say.askOtp)) ?? '';
  const answer = await signFile(app, located.value.view.certificate.serial, otp, file);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { digest, signatureFile, publicKeyFile } = answer.value;
  out.answer({ signed: { file, digest, signatureFile, publicKeyFile } }, () => {
    out.line(say.signed(file));
    out.note(say.verify(file));
  });
  return exitCodes.done;
};
