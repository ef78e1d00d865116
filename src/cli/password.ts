import type { Policy } from '../domain/policy.ts';
import { Misuse } from './exit.ts';
import { flagOf } from './input.ts';
import { type CliRefusal, tellAny } from './refusal.ts';
import type { Context } from './spec.ts';

/** Asked for without echo, or the first line of standard input; null when there is none. Never from argv or the environment. */
export async function askPassword(
  { keyboard, texts }: Pick<Context, 'keyboard' | 'texts'>,
  prompt: string,
  fromStdin: boolean,
): Promise<string | null> {
  if (fromStdin) return emptyAsNull(await keyboard.piped());
  if (!keyboard.isTerminal) throw new Misuse(texts.cli.misuse.needsTerminal(flagOf('passwordStdin')));
  return emptyAsNull(await keyboard.secret(prompt));
}

type NewPassword = { readonly password: string } | { readonly refusal: CliRefusal };

/** Whoever has to begin anew with the whole command types the password into their shell, where it is kept. */
const TRIES = 3;

/** A new password, typed twice; one that will not do is asked for again at once. */
export async function askNewPassword(
  context: Pick<Context, 'keyboard' | 'texts' | 'out'>,
  agent: string,
  fromStdin: boolean,
  policy: Policy,
): Promise<NewPassword> {
  for (let tries = 1; ; tries++) {
    const asked = await askOnce(context, agent, fromStdin, policy);
    if ('password' in asked || asked.refusal.code === 'password-missing') return asked;
    if (fromStdin || tries === TRIES) return asked;
    context.out.note(tellAny(context.texts, asked.refusal).what);
  }
}

async function askOnce(
  context: Pick<Context, 'keyboard' | 'texts'>,
  agent: string,
  fromStdin: boolean,
  { support: { shortestPassword: least } }: Policy,
): Promise<NewPassword> {
  const { agents: say } = context.texts.cli;
  const password = await askPassword(context, say.ask(agent, least), fromStdin);
  if (password === null) return { refusal: { code: 'password-missing' } };
  if ([...password].length < least) return { refusal: { code: 'password-too-short', least } };
  if (!fromStdin && (await askPassword(context, say.again, false)) !== password) {
    return { refusal: { code: 'passwords-differ' } };
  }
  return { password };
}

function emptyAsNull(text: string | null): string | null {
  return text === '' ? null : text;
}
