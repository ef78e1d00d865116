import type { App } from '../../app.ts';
import type { SimAnswer } from '../../sim/answer.ts';
import * as portal from '../../sim/portal.ts';
import { type ExitCode, exitCodes, Misuse } from '../exit.ts';
import { locateSimulated } from '../locate.ts';
import type { Context, Run } from '../spec.ts';
import { certificateDocument } from '../views.ts';
import { printCertificate } from './show.ts';

export const status: Run = async (context, input) => {
  const app = await context.app();
  return acting(
    context,
    app,
    input.argument('CERT'),
    (serial) => portal.status(app, serial),
    ({ account, view }) => {
      printCertificate(context, account, view, app.now());
    },
  );
};

export const sendCode: Run = async (context, input) => {
  const app = await context.app();
  const { out, texts } = context;
  const { portal: say } = texts.cli;
  return acting(
    context,
    app,
    input.argument('CERT'),
    (serial) => portal.sendCode(app, serial),
    ({ view }) => {
      const [attempt] = view.attempts;
      if (attempt) out.line(say.sent(attempt.phone, attempt.deadline));
      out.note(say.inboxNext(view.certificate.serial));
    },
  );
};

export const enterCode: Run = async (context, input) => {
  const { out, texts, keyboard } = context;
  const { portal: say, misuse } = texts.cli;
  const given = input.maybe('CODE');
  if (given === undefined && !keyboard.isTerminal) throw new Misuse(misuse.missingArgument('CODE'));
  const app = await context.app();
  const code = given ?? (await keyboard.line(say.askCode)) ?? '';
  return acting(
    context,
    app,
    input.argument('CERT'),
    (serial) => portal.enterCode(app, serial, code),
    ({ view }) => {
      out.line(say.confirmed);
      out.note(say.qrNext(view.certificate.serial));
    },
  );
};

export const closeWindow: Run = async (context, input) => {
  const app = await context.app();
  return acting(
    context,
    app,
    input.argument('CERT'),
    (serial) => portal.closeWindow(app, serial),
    () => {
      context.out.line(context.texts.cli.portal.closed);
    },
  );
};

async function acting(
  { out }: Context,
  app: App,
  given: string,
  act: (serial: string) => Promise<SimAnswer<portal.PortalPage>>,
  lines: (page: portal.PortalPage) => void,
): Promise<ExitCode> {
  const located = await locateSimulated(app, given);
  if (!located.found) return out.refuse(located.refusal);
  const answer = await act(located.value.view.certificate.serial);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { account, view } = answer.value;
  out.answer({ customerId: account.customerId, certificate: certificateDocument(view) }, () => lines(answer.value));
  return exitCodes.done;
}
