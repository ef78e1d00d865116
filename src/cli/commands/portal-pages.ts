import type { App } from '../../app.ts';
import type { SimAnswer } from '../../sim/answer.ts';
import type { PortalScreen } from '../../sim/machines.ts';
import * as pages from '../../sim/portal-pages.ts';
import { portalLoginOf } from '../../sim/portal-password.ts';
import { portalScreen } from '../../sim/portal-screen.ts';
import { startFromNothing } from '../../sim/software.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { locateSimulated, locateSubscriber } from '../locate.ts';
import { askPassword } from '../password.ts';
import { portalDocument, portalLines } from '../portal-lines.ts';
import type { Context, Run } from '../spec.ts';

export const screen: Run = async (context, input) =>
  onPortal(context, input.argument('ID'), (app, customerId) => portalScreen(app, customerId));

export const logIn: Run = async (context, input) => {
  const { keyboard, texts, out } = context;
  const prompt = `${texts.machines.portal.logIn.password}: `;
  const password = await askPassword({ keyboard, texts }, prompt, input.flag('passwordStdin'));
  if (password === null) return out.refuse({ code: 'password-missing' });
  return onPortal(context, input.argument('ID'), (app, customerId) => pages.logIn(app, customerId, password));
};

export const logOut: Run = async (context, input) => onPortal(context, input.argument('ID'), pages.logOut);

export const openTab: Run = async (context, input) => {
  const tab = input.argument('TAB') === 'software' ? 'software' : 'certificates';
  return onPortal(context, input.argument('ID'), (app, customerId) => pages.openTab(app, customerId, tab));
};

export const openCertificate: Run = async (context, input) => {
  const app = await context.app();
  const located = await locateSimulated(app, input.argument('CERT'));
  if (!located.found) return context.out.refuse(located.refusal);
  return shown(context, app, await pages.openCertificate(app, located.value.view.certificate.serial));
};

export const newCustomer: Run = async (context, input) =>
  onPortal(context, input.argument('ID'), async (app, customerId) => {
    const done = await startFromNothing(app, customerId);
    return done.verdict === 'refused' ? done : portalScreen(app, customerId);
  });

/** What the invented subscriber would type; training only, where it opens nothing but the simulated portal. */
export const password: Run = async (context, input) => {
  const { out, texts } = context;
  const app = await context.app();
  const located = await locateSubscriber(app, input.argument('ID'));
  if (!located.found) return out.refuse(located.refusal);
  const known = await app.ask.account(located.value, app.now());
  if (!known) return out.refuse({ code: 'account-unknown' });
  const { login, password: secret } = portalLoginOf(known.account);
  const say = texts.machines.portal.logIn;
  out.answer({ login, password: secret }, () => {
    out.line(`${say.login}: ${login}`);
    out.line(`${say.password}: ${secret}`);
  });
  return exitCodes.done;
};

async function onPortal(
  context: Context,
  given: string,
  act: (app: App, customerId: string) => Promise<SimAnswer<PortalScreen>>,
): Promise<ExitCode> {
  const app = await context.app();
  const located = await locateSubscriber(app, given);
  if (!located.found) return context.out.refuse(located.refusal);
  return shown(context, app, await act(app, located.value));
}

async function shown({ out, texts }: Context, app: App, answer: SimAnswer<PortalScreen>): Promise<ExitCode> {
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  out.answer({ portal: portalDocument(answer.value) }, () => {
    for (const line of portalLines(texts, answer.value, app.now())) out.line(line);
  });
  return exitCodes.done;
}
