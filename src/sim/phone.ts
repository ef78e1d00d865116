import type { App } from '../app.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import { cardOf, type FoundHandset, freshApp, type InstalledApp, keepHandset, usableHandset } from './handset.ts';
import { tick } from './network.ts';
import { type ShownOtp, shownOtps } from './otp-shown.ts';
import { allOf, type InboxMessage } from './shelves.ts';

const PIN = /^[0-9]{4}$/;

/**
 * Received messages, oldest first. `address` is a phone number in E.164, or an e-mail address. Of a number the messages
 * are shown that came to the phone in which its SIM card is now.
 */
export function inbox(app: App, address: string): Promise<SimAnswer<readonly InboxMessage[]>> {
  return inTraining(app, async (world) => {
    await tick(app);
    if (address.includes('@')) return given(allOf(world, 'inbox', address).map(({ value }) => value));
    const found = usableHandset(world, address);
    return 'verdict' in found ? found : given(messagesOn(world, found));
  });
}

/** The messages on a phone: those that came since its SIM card was put in. */
export function messagesOn(world: World, { id, handset }: FoundHandset): readonly InboxMessage[] {
  if (handset.sim === null) return [];
  const card = cardOf(world, handset.sim);
  if (card.handset !== id) return [];
  return allOf(world, 'inbox', handset.sim).flatMap(({ value }) => (value.arrivedAt >= card.since ? [value] : []));
}

/** From the phone's store. */
export function installApp(app: App, phone: string): Promise<SimAnswer<null>> {
  return onPhone(app, phone, async (world, { id, handset }) => {
    if (handset.app.is !== 'absent') return refused({ code: 'app-installed' });
    await keepHandset(world, id, { ...handset, app: freshApp });
    return given(null);
  });
}

/** The way out of a forgotten PIN: removed and installed again, without its entries. */
export function reinstallApp(app: App, phone: string): Promise<SimAnswer<null>> {
  return onPhone(app, phone, async (world, { id, handset }) => {
    if (handset.app.is === 'absent') return refused({ code: 'app-not-installed' });
    for (const { shelf, key, position } of allOf(world, 'app-entry', id)) await world.remove({ shelf, key, position });
    await keepHandset(world, id, { ...handset, app: freshApp });
    return given(null);
  });
}

/** Was the app of this phone launched before, so that it asks for its PIN rather than for a new one? */
export function hasPin(app: App, phone: string): Promise<SimAnswer<boolean>> {
  return withApp(app, phone, async (_world, { installed }) => given(installed.is !== 'new'));
}

/** First launch: a 4-digit PIN, typed twice. The app accepts it by itself and opens. */
export function choosePin(app: App, phone: string, pin: string, again: string): Promise<SimAnswer<null>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is !== 'new') return refused({ code: 'pin-already-chosen' });
    if (!PIN.test(pin)) return refuseOn(world, found, freshApp, { code: 'pin-malformed' });
    if (pin !== again) return refuseOn(world, found, freshApp, { code: 'pin-mismatch' });
    return keepApp(world, found, { is: 'open', pin, at: 'codes', refusal: null });
  });
}

/** Four digits on the app's keypad, whatever they are asked for: a new PIN, the same once more, or the PIN. */
export async function typePin(app: App, phone: string, digits: string): Promise<SimAnswer<null>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is !== 'new') return openApp(app, phone, digits);
    if (installed.first !== null) return choosePin(app, phone, installed.first, digits);
    if (!PIN.test(digits)) return refuseOn(world, found, freshApp, { code: 'pin-malformed' });
    return keepApp(world, found, { is: 'new', first: digits, refusal: null });
  });
}

/** Every launch but the first asks for the PIN. */
export function openApp(app: App, phone: string, pin: string): Promise<SimAnswer<null>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is === 'new') return refused({ code: 'pin-not-chosen' });
    const closed: InstalledApp = { is: 'closed', pin: installed.pin, refusal: null };
    if (pin !== installed.pin) return refuseOn(world, found, closed, { code: 'pin-wrong' });
    const open: InstalledApp = { is: 'open', pin, at: 'codes', refusal: null };
    return installed.is === 'open' && installed.at === 'codes' ? given(null) : keepApp(world, found, open);
  });
}

export function closeApp(app: App, phone: string): Promise<SimAnswer<null>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is !== 'open') return refused({ code: 'app-closed' });
    return keepApp(world, found, { is: 'closed', pin: installed.pin, refusal: null });
  });
}

/** What the app shows when it is launched with this PIN. */
export async function otps(app: App, phone: string, pin: string): Promise<SimAnswer<readonly ShownOtp[]>> {
  const opened = await openApp(app, phone, pin);
  if (opened.verdict === 'refused') return opened;
  return onPhone(app, phone, async (world, found) => {
    const shown = shownOtps(app, world, found);
    return shown.length === 0 ? refused({ code: 'no-app-entry' }) : given(shown);
  });
}

/** Sets how far the phone's clock is ahead (milliseconds; negative: behind). */
export function setSkew(app: App, phone: string, skew: number): Promise<SimAnswer<null>> {
  return onPhone(app, phone, async (world, { id, handset }) => {
    await keepHandset(world, id, { ...handset, skew });
    return given(null);
  });
}

/** Null before the first launch. Only the subscriber knows it: for scenarios, which act as the subscriber. */
export function pinOf(world: World, phone: string): string | null {
  const found = usableHandset(world, phone);
  return 'verdict' in found || !('pin' in found.handset.app) ? null : found.handset.app.pin;
}

function onPhone<T>(
  app: App,
  phone: string,
  body: (world: World, found: FoundHandset) => Promise<SimAnswer<T>>,
): Promise<SimAnswer<T>> {
  return inTraining(app, async (world) => {
    const found = usableHandset(world, phone);
    return 'verdict' in found ? found : body(world, found);
  });
}

/** Runs `body` with the phone's app, if there is one on it. */
export function withApp<T>(
  app: App,
  phone: string,
  body: (world: World, on: { readonly found: FoundHandset; readonly installed: InstalledApp }) => Promise<SimAnswer<T>>,
): Promise<SimAnswer<T>> {
  return onPhone(app, phone, async (world, found) => {
    const { app: installed } = found.handset;
    return installed.is === 'absent' ? refused({ code: 'app-not-installed' }) : body(world, { found, installed });
  });
}

export async function keepApp(
  world: World,
  { id, handset }: FoundHandset,
  app: InstalledApp,
): Promise<SimAnswer<null>> {
  await keepHandset(world, id, { ...handset, app });
  return given(null);
}

/** Refuses, and leaves the refusal on the app's screen. */
export async function refuseOn(world: World, found: FoundHandset, app: InstalledApp, refusal: SimRefusal) {
  await keepApp(world, found, { ...app, refusal });
  return refused(refusal);
}
