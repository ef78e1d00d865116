import { unlockRefusal } from '../../domain/activation-support.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { CertificateView } from '../../domain/read-models.ts';
import { tellEvidence } from '../../text/tell.ts';
import { exitCodes } from '../exit.ts';
import { locateCertificate } from '../locate.ts';
import type { Context, Run } from '../spec.ts';

/** Digits of a serial number that a command may name it by. */
const SHOWN = 8;

export const diagnose: Run = async (context, input) => {
  const { out } = context;
  const app = await context.app();
  const located = await locateCertificate(app, input.argument('ID'));
  if (!located.found) return out.refuse(located.refusal);
  const { account, view } = located.value;
  const diagnosis = await app.ask.diagnosis(view.certificate.serial, app.now());
  if (!diagnosis) return out.refuse({ code: 'certificate-unknown' });
  const { serial } = view.certificate;
  const toUnlock = unlockRefusal(view.activation, {
    account,
    certificate: view.certificate,
    now: app.now(),
    policy: app.policy,
  });
  out.answer({ customerId: account.customerId, serial, ...diagnosis }, () =>
    print(context, diagnosis, view, toUnlock === null),
  );
  return exitCodes.done;
};

function print(
  { out, texts }: Context,
  { findings, ask }: Diagnosis,
  { certificate }: CertificateView,
  toUnlock: boolean,
): void {
  const { diagnosis: say } = texts;
  if (findings.length === 0) {
    out.line(say.nothing);
    for (const question of ask) out.line(`  ${say.question[question]}`);
    return;
  }
  findings.forEach(({ cause, confidence, evidence, rulesOut }, place) => {
    const { name, say: words, next } = say.cause[cause];
    if (place > 0) out.line();
    out.line(`${place + 1}. ${name} (${say.confidence[confidence]})`);
    for (const one of evidence) out.line(`   · ${tellEvidence(say.proof, one)}`);
    out.line(`   ${say.say}: ${words}`);
    out.line(`   ${say.next}: ${next}`);
    if (rulesOut.length > 0) out.line(`   ${say.rulesOut}: ${rulesOut.map((one) => say.cause[one].name).join(' · ')}`);
  });
  if (!toUnlock) return;
  out.line();
  out.line(say.firstUnlock(`ecsc unlock ${certificate.serial.slice(0, SHOWN)}`));
}
