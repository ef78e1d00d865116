import type { App } from '../app.ts';
import { type Instant, SECOND, type Serial } from '../domain/ids.ts';
import { otpAt } from '../domain/otp.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { tick } from './network.ts';
import { type OtpauthEntry, readOtpauth } from './otpauth.ts';
import { readDrawnQr } from './qr-reader.ts';
import { type AppEntry, allOf, type InboxMessage, newestOf, type PhoneApp, place } from './shelves.ts';

const PIN = /^[0-9]{4}$/;

/** One entry of the app with the code it shows at this moment. */
export interface ShownOtp extends Pick<AppEntry, 'issuer' | 'label' | 'serial' | 'addedAt'> {
  /** Counts from 1 in the order of scanning. */
  readonly entry: number;
  readonly otp: string;
  /** Milliseconds until the app shows the next one. */
  readonly changesIn: number;
}

/** Received messages, oldest first. `address` is a phone number in E.164, or an e-mail address. */
export function inbox(app: App, address: string): Promise<SimAnswer<readonly InboxMessage[]>> {
  return inTraining(app, async (world) => {
    await tick(app);
    return given(allOf(world, 'inbox', address).map(({ value }) => value));
  });
}

/** Was the app of this phone launched before, so that it asks for its PIN rather than for a new one? */
export function hasPin(app: App, phone: string): Promise<SimAnswer<boolean>> {
  return inTraining(app, async (world) => given(appOf(world, phone).pin !== null));
}

/** First launch: a 4-digit PIN, typed twice. */
export function choosePin(app: App, phone: string, pin: string, again: string): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const known = appOf(world, phone);
    if (known.pin !== null) return refused({ code: 'pin-already-chosen' });
    if (!PIN.test(pin)) return refused({ code: 'pin-malformed' });
    if (pin !== again) return refused({ code: 'pin-mismatch' });
    await world.put(place('phone-app', phone, 0, { ...known, pin }));
    return given(null);
  });
}

/** Sets how far the phone's clock is ahead (milliseconds; negative: behind). */
export function setSkew(app: App, phone: string, skew: number): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    await world.put(place('phone-app', phone, 0, { ...appOf(world, phone), skew }));
    return given(null);
  });
}

/** **+** and scan: the QR in the portal's open window of this certificate. */
export function scanWindow(app: App, phone: string, pin: string, serial: Serial): Promise<SimAnswer<ShownOtp>> {
  return launched(app, phone, pin, async (world) => {
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { activation } = owned.value.view;
    const onScreen = newestOf(world, 'qr-drawn', serial);
    const open = activation.status === 'awaiting_otp' && activation.qr.state === 'shown' ? activation.qr : null;
    if (!onScreen || open?.at !== onScreen.shownAt) return refused({ code: 'no-qr-open' });
    // The camera sees what is drawn, and nothing else.
    const entry = readOtpauth((await readDrawnQr(onScreen.lines)) ?? '');
    return entry ? add(app, world, phone, { ...entry, serial }) : refused({ code: 'qr-unreadable' });
  });
}

/** **+** and scan: any QR, given by what is in it. */
export function scanUri(app: App, phone: string, pin: string, uri: string): Promise<SimAnswer<ShownOtp>> {
  return launched(app, phone, pin, async (world) => {
    const entry = readOtpauth(uri);
    return entry ? add(app, world, phone, { ...entry, serial: null }) : refused({ code: 'qr-unreadable' });
  });
}

/** What the app shows now, by its phone's clock; entries of old secrets stay where they are, as in real apps. */
export function otps(app: App, phone: string, pin: string): Promise<SimAnswer<readonly ShownOtp[]>> {
  return launched(app, phone, pin, async (world) => {
    const entries = allOf(world, 'app-entry', phone);
    return entries.length === 0
      ? refused({ code: 'no-app-entry' })
      : given(entries.map(({ position, value }) => shown(app, world, phone, position, value)));
  });
}

function launched<T>(
  app: App,
  phone: string,
  pin: string,
  body: (world: World) => Promise<SimAnswer<T>>,
): Promise<SimAnswer<T>> {
  return inTraining(app, async (world) => {
    const { pin: chosen } = appOf(world, phone);
    if (chosen === null) return refused({ code: 'pin-not-chosen' });
    return pin === chosen ? body(world) : refused({ code: 'pin-wrong' });
  });
}

/** Null before the first launch. Only the subscriber knows it: for scenarios, which act as the subscriber. */
export function pinOf(world: World, phone: string): string | null {
  return appOf(world, phone).pin;
}

function appOf(world: World, phone: string): PhoneApp {
  return newestOf(world, 'phone-app', phone) ?? { pin: null, skew: 0 };
}

async function add(
  app: App,
  world: World,
  phone: string,
  scanned: OtpauthEntry & Pick<AppEntry, 'serial'>,
): Promise<SimAnswer<ShownOtp>> {
  const entry = (allOf(world, 'app-entry', phone).at(-1)?.position ?? 0) + 1;
  const value = { ...scanned, addedAt: app.now() };
  await world.put(place('app-entry', phone, entry, value));
  return given(shown(app, world, phone, entry, value));
}

function shown(app: App, world: World, phone: string, entry: number, value: AppEntry): ShownOtp {
  const { issuer, label, serial, addedAt, secret } = value;
  const at: Instant = app.now() + appOf(world, phone).skew;
  const period = app.policy.otp.periodSeconds * SECOND;
  const otp = otpAt(Buffer.from(secret, 'hex'), at, app.policy.otp);
  return { issuer, label, serial, addedAt, entry, otp, changesIn: period - (at % period) };
}
