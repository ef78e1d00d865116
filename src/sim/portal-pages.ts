import type { App } from '../app.ts';
import { accountRefusal } from '../domain/account.ts';
import { certificateRefusal } from '../domain/certificate.ts';
import type { CustomerId, Serial } from '../domain/ids.ts';
import { inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import type { PortalScreen } from './machines.ts';
import { portalLoginOf } from './portal-password.ts';
import { land } from './portal-screen.ts';
import { sessionOf } from './portal-session.ts';

/** Login and password on the portal's first page. */
export function logIn(app: App, customerId: CustomerId, password: string): Promise<SimAnswer<PortalScreen>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    if (!known) return refused({ code: 'account-unknown' });
    const { account } = known;
    const wrong = password === portalLoginOf(account).password ? null : ({ code: 'login-wrong' } as const);
    const barred = wrong ?? accountRefusal(account);
    return land(app, world, customerId, { at: barred ? 'log-in' : 'list' }, barred);
  });
}

export function logOut(app: App, customerId: CustomerId): Promise<SimAnswer<PortalScreen>> {
  return inTraining(app, (world) => land(app, world, customerId, { at: 'log-in' }, null));
}

/** The tabs *Software* and *Certificates*. */
export function openTab(
  app: App,
  customerId: CustomerId,
  tab: 'software' | 'certificates',
): Promise<SimAnswer<PortalScreen>> {
  return inTraining(app, async (world) => {
    const { place } = sessionOf(world, customerId);
    if (place.at === 'log-in') return refused({ code: 'not-logged-in' });
    return land(app, world, customerId, { at: tab === 'software' ? 'software' : 'list' }, null);
  });
}

/** The *QR Code* icon in a line of *Certificates → List*. */
export function openCertificate(app: App, serial: Serial): Promise<SimAnswer<PortalScreen>> {
  return inTraining(app, async (world) => {
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { customerId } = owned.value.account;
    const { place } = sessionOf(world, customerId);
    if (place.at === 'log-in') return refused({ code: 'not-logged-in' });
    const barred = certificateRefusal(owned.value.view.certificate, { now: app.now(), policy: app.policy });
    return land(app, world, customerId, barred ? { at: 'list' } : { at: 'certificate', serial }, barred);
  });
}
