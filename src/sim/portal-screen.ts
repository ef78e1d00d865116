import type { App } from '../app.ts';
import { accountRefusal } from '../domain/account.ts';
import { certificateRefusal } from '../domain/certificate.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { AccountView } from '../domain/read-models.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import type { PortalScreen } from './machines.ts';
import { portalOfRecord } from './portal-of-record.ts';
import { keepSession, type PortalPlace, sessionOf } from './portal-session.ts';
import { newestOf } from './shelves.ts';
import { installedSoftware } from './software.ts';

/**
 * What the subscriber sees on the portal now: where their browser is, and what became of the activation meanwhile,
 * whoever changed it. Changes nothing.
 */
export function portalScreen(app: App, customerId: CustomerId): Promise<SimAnswer<PortalScreen>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    return known ? given(screenNow(app, world, known)) : refused({ code: 'account-unknown' });
  });
}

/** Leaves the browser on a page, with the refusal that this page now shows; answers what is to be seen. */
export async function land(
  app: App,
  world: World,
  customerId: CustomerId,
  at: PortalPlace,
  refusal: SimRefusal | null,
): Promise<SimAnswer<PortalScreen>> {
  const known = await app.ask.account(customerId, app.now());
  if (!known) return refused({ code: 'account-unknown' });
  const { on } = screenAt(app, world, known, at);
  await keepSession(world, customerId, { place: at, refused: refusal && { on, refusal } });
  return refusal ? refused(refusal) : given(screenNow(app, world, known));
}

function screenNow(app: App, world: World, known: AccountView): PortalScreen {
  const session = sessionOf(world, known.account.customerId);
  const screen = screenAt(app, world, known, session.place);
  return 'refusal' in screen && session.refused?.on === screen.on
    ? { ...screen, refusal: session.refused.refusal }
    : screen;
}

/** The screen of a place, without what was refused there before. */
function screenAt(app: App, world: World, known: AccountView, place: PortalPlace): PortalScreen {
  const { account, certificates } = known;
  const barred = accountRefusal(account);
  if (place.at === 'log-in') return { on: 'log-in', refusal: null };
  // A blocked account is thrown out, wherever it was.
  if (barred) return { on: 'log-in', refusal: barred };
  if (place.at === 'software') return { on: 'software', installed: installedSoftware(world, account), refusal: null };
  if (place.at === 'list') return { on: 'list', certificates, refusal: null };
  const view = certificates.find(({ certificate }) => certificate.serial === place.serial);
  const unusable = view ? certificateRefusal(view.certificate, { now: app.now(), policy: app.policy }) : null;
  if (!view || unusable) return { on: 'list', certificates, refusal: unusable };
  const drawn = newestOf(world, 'qr-drawn', place.serial);
  return portalOfRecord(view, app.policy, (shownAt) => (drawn?.shownAt === shownAt ? drawn.lines : null));
}
