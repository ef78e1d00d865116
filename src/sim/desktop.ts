import type { App } from '../app.ts';
import { accountRefusal } from '../domain/account.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import { computerOf, type DesktopProgram, keepComputer } from './computer.ts';
import { portalLoginOf } from './portal-password.ts';

type Turn = { readonly to: DesktopProgram } | { readonly refusal: SimRefusal };

/** Starts ECSigner Desktop: it asks for login and password. */
export function startDesktop(app: App, customerId: CustomerId): Promise<SimAnswer<null>> {
  return turning(app, customerId, (desktop) => {
    switch (desktop.is) {
      case 'absent':
        return { refusal: { code: 'desktop-not-installed' } };
      case 'stopped':
        return { to: { is: 'logged-out', refusal: null } };
      case 'logged-out':
      case 'running':
        return { refusal: { code: 'desktop-running' } };
    }
  });
}

/** Logs in with the portal's login and password; the window stays open until it is minimised. */
export function logInDesktop(app: App, customerId: CustomerId, password: string): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    if (!known) return refused({ code: 'account-unknown' });
    const { desktop } = computerOf(world, customerId);
    switch (desktop.is) {
      case 'absent':
        return refused({ code: 'desktop-not-installed' });
      case 'stopped':
        return refused({ code: 'desktop-not-running' });
      case 'running':
        return refused({ code: 'desktop-running' });
      case 'logged-out': {
        const wrong = password === portalLoginOf(known.account).password ? null : ({ code: 'login-wrong' } as const);
        const barred = wrong ?? accountRefusal(known.account);
        await turn(
          world,
          customerId,
          barred ? { is: 'logged-out', refusal: barred } : { is: 'running', window: 'open' },
        );
        return barred ? refused(barred) : given(null);
      }
    }
  });
}

/** The window goes away; the bridge goes on in the background. */
export function minimiseDesktop(app: App, customerId: CustomerId): Promise<SimAnswer<null>> {
  return turning(app, customerId, (desktop) =>
    desktop.is === 'running' ? { to: { is: 'running', window: 'minimised' } } : { refusal: { code: 'not-on-screen' } },
  );
}

export function stopDesktop(app: App, customerId: CustomerId): Promise<SimAnswer<null>> {
  return turning(app, customerId, (desktop) => {
    switch (desktop.is) {
      case 'absent':
        return { refusal: { code: 'desktop-not-installed' } };
      case 'stopped':
        return { refusal: { code: 'desktop-not-running' } };
      case 'logged-out':
      case 'running':
        return { to: { is: 'stopped' } };
    }
  });
}

function turning(app: App, customerId: CustomerId, to: (desktop: DesktopProgram) => Turn): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    if (!(await app.ask.account(customerId, app.now()))) return refused({ code: 'account-unknown' });
    const next = to(computerOf(world, customerId).desktop);
    if ('refusal' in next) return refused(next.refusal);
    await turn(world, customerId, next.to);
    return given(null);
  });
}

function turn(world: World, customerId: CustomerId, desktop: DesktopProgram): Promise<void> {
  return keepComputer(world, customerId, { ...computerOf(world, customerId), desktop });
}
