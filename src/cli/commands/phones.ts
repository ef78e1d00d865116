import type { App } from '../../app.ts';
import type { SimAnswer } from '../../sim/answer.ts';
import * as phone from '../../sim/phone.ts';
import { phoneScreen } from '../../sim/phone-screen.ts';
import * as phones from '../../sim/phones.ts';
import { openScanner } from '../../sim/scanner.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Input } from '../input.ts';
import { phoneLines } from '../phone-lines.ts';
import { phoneOf } from '../phone-of.ts';
import { launchApp } from '../pin.ts';
import type { Context, Run } from '../spec.ts';

type Act = (app: App, phone: string) => Promise<SimAnswer<unknown>>;

export const screen: Run = (context, input) => onPhone(context, input, async () => null);
export const install: Run = (context, input) => onPhone(context, input, phone.installApp);
export const reinstall: Run = (context, input) => onPhone(context, input, phone.reinstallApp);
export const close: Run = (context, input) => onPhone(context, input, phone.closeApp);
export const scanner: Run = (context, input) => onPhone(context, input, openScanner);
export const lose: Run = (context, input) => onPhone(context, input, phones.losePhone);
export const replace: Run = (context, input) => onPhone(context, input, phones.replacePhone);
export const add: Run = (context, input) => onPhone(context, input, phones.addPhone);

export const power: Run = (context, input) => {
  const to = input.argument('STATE') === 'on' ? 'on' : 'off';
  return onPhone(context, input, (app, of) => phones.switchPhone(app, of, to));
};

export const sim: Run = (context, input) => {
  const handset = input.argument('HANDSET');
  return onPhone(context, input, (app, of) => phones.moveSim(app, of, handset));
};

export const launch: Run = async (context, input) => {
  const app = await context.app();
  const of = await phoneOf(app, input.argument('PHONE'));
  if ('refusal' in of) return context.out.refuse(of.refusal);
  const pin = await launchApp(context, app, of.phone, input.flag('pinStdin'));
  if ('refusal' in pin) return context.out.refuse(pin.refusal);
  return shown(context, app, of.phone, await phone.openApp(app, of.phone, pin.pin));
};

async function onPhone(context: Context, input: Input, act: Act | (() => Promise<null>)): Promise<ExitCode> {
  const app = await context.app();
  const of = await phoneOf(app, input.argument('PHONE'));
  if ('refusal' in of) return context.out.refuse(of.refusal);
  return shown(context, app, of.phone, await act(app, of.phone));
}

/** Shows the phone as it is after an action: the new one, if there is one. */
async function shown(
  { out, texts }: Context,
  app: App,
  of: string,
  answer: SimAnswer<unknown> | null,
): Promise<ExitCode> {
  if (answer?.verdict === 'refused') return out.refuse(answer.refusal);
  const seen = await phoneScreen(app, idIn(answer?.value) ?? of);
  if (seen.verdict === 'refused') return out.refuse(seen.refusal);
  const { inbox, ...rest } = seen.value;
  out.answer({ phone: { ...rest, messages: inbox.length } }, () => {
    for (const line of phoneLines(texts, seen.value, app.now())) out.line(line);
  });
  return exitCodes.done;
}

function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}
