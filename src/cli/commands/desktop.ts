import { signatureFileOf, signFile, verifyFile } from '../../sim/signed-files.ts';
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
  const { digest, signatureFile, authorityFile } = answer.value;
  out.answer({ signed: { file, digest, signatureFile, authorityFile } }, () => {
    out.line(say.signed(file));
    out.note(say.verify(file));
  });
  return exitCodes.done;
};

export const verify: Run = async (context, input) => {
  const { out, texts } = context;
  const { moments, cli } = texts;
  const file = input.argument('FILE');
  const app = await context.app();
  const answer = await verifyFile(app, file, input.option('signature') ?? signatureFileOf(file));
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { certificate, signedAt } = answer.value;
  const signer = certificate.subject.split('\n').reverse().join(', ');
  out.answer({ verified: { file, signer, serial: certificate.serialNumber, signedAt } }, () => {
    out.line(cli.desktop.valid(file));
    out.line(cli.desktop.signer(signer, moments.moment(signedAt)));
  });
  return exitCodes.done;
};
