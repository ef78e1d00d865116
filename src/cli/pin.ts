import type { App } from '../app.ts';
import { choosePin, hasPin } from '../sim/phone.ts';
import { Misuse } from './exit.ts';
import { flagOf } from './input.ts';
import type { CliRefusal } from './refusal.ts';
import type { Context } from './spec.ts';

/** Launches the app of a phone: its PIN is asked for, or chosen (typed twice) on the first launch. */
export async function launchApp(
  { keyboard, texts }: Pick<Context, 'keyboard' | 'texts'>,
  app: App,
  phone: string,
  fromStdin: boolean,
): Promise<{ readonly pin: string } | { readonly refusal: CliRefusal }> {
  const { phone: say, misuse } = texts.cli;
  if (!fromStdin && !keyboard.isTerminal) throw new Misuse(misuse.needsTerminal(flagOf('pinStdin')));
  const ask = async (prompt: string) => (await (fromStdin ? keyboard.piped() : keyboard.secret(prompt))) ?? '';
  const launched = await hasPin(app, phone);
  if (launched.verdict === 'refused') return { refusal: launched.refusal };
  if (launched.value) return { pin: await ask(say.askPin) };
  const pin = await ask(say.askNewPin);
  const chosen = await choosePin(app, phone, pin, await ask(say.askPinAgain));
  return chosen.verdict === 'refused' ? { refusal: chosen.refusal } : { pin };
}
