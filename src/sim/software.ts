import type { App } from '../app.ts';
import type { KnownAccount } from '../domain/account.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import { computerOf, keepComputer, newComputer } from './computer.ts';
import { findHandset, handsetId, keepHandset } from './handset.ts';
import { installApp } from './phone.ts';
import { keepSession } from './portal-session.ts';

/** What the portal's tab *Software* offers. */
export const software = ['app', 'desktop', 'secure-doc'] as const;
export type Software = (typeof software)[number];

/** What of it is installed on the subscriber's phone and computer. */
export function installedSoftware(
  world: World,
  account: Pick<KnownAccount, 'customerId' | 'phone'>,
): readonly Software[] {
  const { desktop, secureDoc } = computerOf(world, account.customerId);
  const phone = findHandset(world, phoneNameOf(account));
  const installed: Readonly<Record<Software, boolean>> = {
    app: phone !== null && phone.handset.app.is !== 'absent',
    desktop: desktop.is !== 'absent',
    'secure-doc': secureDoc.on !== 'absent',
  };
  return software.filter((one) => installed[one]);
}

/** Installs one of the three: the app from the phone's store, the others on the computer. */
export function install(app: App, customerId: CustomerId, what: Software): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    if (!known) return refused({ code: 'account-unknown' });
    if (what === 'app') return installApp(app, phoneNameOf(known.account));
    const computer = computerOf(world, customerId);
    if (what === 'desktop') {
      if (computer.desktop.is !== 'absent') return refused({ code: 'desktop-installed' });
      await keepComputer(world, customerId, { ...computer, desktop: { is: 'stopped' } });
    } else {
      if (computer.secureDoc.on !== 'absent') return refused({ code: 'secure-doc-installed' });
      await keepComputer(world, customerId, { ...computer, secureDoc: { on: 'start', refusal: null } });
    }
    return given(null);
  });
}

/** Makes a subscriber a customer of today: logged out, nothing installed on phone and computer. */
export function startFromNothing(app: App, customerId: CustomerId): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    if (!known) return refused({ code: 'account-unknown' });
    const found = findHandset(world, phoneNameOf(known.account));
    if (found) {
      for (const { shelf, key, position } of world.items('app-entry', found.id))
        await world.remove({ shelf, key, position });
      await keepHandset(world, found.id, { ...found.handset, app: { is: 'absent' } });
    }
    await keepComputer(world, customerId, newComputer);
    await keepSession(world, customerId, { place: { at: 'log-in' }, refused: null });
    return given(null);
  });
}

/** How a subscriber's phone is called: by the number on file, and without one by the subscriber. */
export function phoneNameOf({ customerId, phone }: Pick<KnownAccount, 'customerId' | 'phone'>): string {
  return phone?.e164 ?? handsetId(customerId, 1);
}
