import { resolve } from 'node:path';
import type { App } from '../../app.ts';
import type { SimAnswer } from '../../sim/answer.ts';
import { computerScreen } from '../../sim/computer.ts';
import * as desktop from '../../sim/desktop.ts';
import { secureDocButtons } from '../../sim/secure-doc-buttons.ts';
import * as window from '../../sim/secure-doc-window.ts';
import { install } from '../../sim/software.ts';
import { computerDocument, desktopLines, secureDocLines } from '../computer-lines.ts';
import { type ExitCode, exitCodes, Misuse } from '../exit.ts';
import { flagOf, type Input } from '../input.ts';
import { locateSimulated, locateSubscriber } from '../locate.ts';
import { askPassword } from '../password.ts';
import type { Context, Run } from '../spec.ts';

type Act = (app: App, customerId: string) => Promise<SimAnswer<unknown>>;
type Draw = typeof desktopLines;

export const showDesktop: Run = (context, input) => onComputer(context, input, computerScreen, desktopLines);
export const startDesktop: Run = (context, input) => onComputer(context, input, desktop.startDesktop, desktopLines);
export const stopDesktop: Run = (context, input) => onComputer(context, input, desktop.stopDesktop, desktopLines);
export const minimiseDesktop: Run = (context, input) =>
  onComputer(context, input, desktop.minimiseDesktop, desktopLines);
export const installDesktop: Run = (context, input) =>
  onComputer(context, input, (app, customerId) => install(app, customerId, 'desktop'), desktopLines);

export const logInDesktop: Run = async (context, input) => {
  const { keyboard, texts, out } = context;
  const prompt = `${texts.machines.desktop.logIn.password}: `;
  const password = await askPassword({ keyboard, texts }, prompt, input.flag('passwordStdin'));
  if (password === null) return out.refuse({ code: 'password-missing' });
  const act: Act = (app, customerId) => desktop.logInDesktop(app, customerId, password);
  return onComputer(context, input, act, desktopLines);
};

export const showSecureDoc: Run = (context, input) => onComputer(context, input, computerScreen, secureDocLines);
export const installSecureDoc: Run = (context, input) =>
  onComputer(context, input, (app, customerId) => install(app, customerId, 'secure-doc'), secureDocLines);

export const addFile: Run = (context, input) => {
  const file = input.maybe('FILE');
  // The next step may be taken from another folder.
  const path = file === undefined ? null : resolve(file);
  return onComputer(context, input, (app, customerId) => window.addFile(app, customerId, path), secureDocLines);
};

export const press: Run = (context, input) => {
  const wanted = input.argument('BUTTON');
  const button = secureDocButtons.find((one) => one === wanted) ?? 'close';
  return onComputer(context, input, (app, customerId) => window.pressButton(app, customerId, button), secureDocLines);
};

export const choose: Run = async (context, input) => {
  const app = await context.app();
  const located = await locateSimulated(app, input.argument('CERT'));
  if (!located.found) return context.out.refuse(located.refusal);
  const { account, view } = located.value;
  const chosen = await window.chooseCertificate(app, account.customerId, view.certificate.serial);
  return shown(context, app, account.customerId, chosen, secureDocLines);
};

export const enterOtp: Run = async (context, input) => {
  const { texts, keyboard } = context;
  const given = input.option('otp');
  if (given === undefined && !keyboard.isTerminal) {
    throw new Misuse(texts.cli.misuse.missingOption(flagOf('otp')));
  }
  const otp = given ?? (await keyboard.line(`${texts.machines.secureDoc.otp.field}: `)) ?? '';
  return onComputer(context, input, (app, customerId) => window.enterOtp(app, customerId, otp), secureDocLines);
};

async function onComputer(context: Context, input: Input, act: Act, draw: Draw): Promise<ExitCode> {
  const app = await context.app();
  const located = await locateSubscriber(app, input.argument('ID'));
  if (!located.found) return context.out.refuse(located.refusal);
  return shown(context, app, located.value, await act(app, located.value), draw);
}

async function shown(
  { out, texts }: Context,
  app: App,
  customerId: string,
  answer: SimAnswer<unknown>,
  draw: Draw,
): Promise<ExitCode> {
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const computer = await computerScreen(app, customerId);
  if (computer.verdict === 'refused') return out.refuse(computer.refusal);
  out.answer({ computer: computerDocument(computer.value) }, () => {
    for (const line of draw(texts, computer.value)) out.line(line);
  });
  return exitCodes.done;
}
