import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { given, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import type { FoundHandset } from './handset.ts';
import { type ShownOtp, shownOtps } from './otp-shown.ts';
import { type OtpauthEntry, readOtpauth } from './otpauth.ts';
import { keepApp, openApp, refuseOn, withApp } from './phone.ts';
import { readDrawnQr } from './qr-reader.ts';
import { type AppEntry, allOf, newestOf, place } from './shelves.ts';

type Seen = Pick<AppEntry, 'serial'> & OtpauthEntry;

/** **+** : the camera opens. */
export function openScanner(app: App, phone: string): Promise<SimAnswer<null>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is !== 'open') return refused({ code: 'app-closed' });
    return keepApp(world, found, { ...installed, at: 'scanner', refusal: null });
  });
}

/** **+** and scan with the open app: the QR in the portal's open window of this certificate. */
export function scan(app: App, phone: string, serial: Serial): Promise<SimAnswer<ShownOtp>> {
  return seeing(app, phone, async (world) => {
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { activation } = owned.value.view;
    const onScreen = newestOf(world, 'qr-drawn', serial);
    const open = activation.status === 'awaiting_otp' && activation.qr.state === 'shown' ? activation.qr : null;
    if (!onScreen || open?.at !== onScreen.shownAt) return refused({ code: 'no-qr-open' });
    // The camera sees what is drawn, and nothing else.
    const entry = readOtpauth((await readDrawnQr(onScreen.lines)) ?? '');
    return entry ? given({ ...entry, serial }) : refused({ code: 'qr-unreadable' });
  });
}

/** Launches the app with its PIN and scans the portal's open window. */
export async function scanWindow(app: App, phone: string, pin: string, serial: Serial): Promise<SimAnswer<ShownOtp>> {
  const opened = await openApp(app, phone, pin);
  return opened.verdict === 'refused' ? opened : scan(app, phone, serial);
}

/** Launches the app with its PIN and scans any QR, given by what is in it. */
export async function scanUri(app: App, phone: string, pin: string, uri: string): Promise<SimAnswer<ShownOtp>> {
  const opened = await openApp(app, phone, pin);
  if (opened.verdict === 'refused') return opened;
  return seeing(app, phone, async () => {
    const entry = readOtpauth(uri);
    return entry ? given({ ...entry, serial: null }) : refused({ code: 'qr-unreadable' });
  });
}

/** What the camera sees becomes an entry; what it cannot read stays on the scanner's screen as a refusal. */
function seeing(
  app: App,
  phone: string,
  look: (world: World) => Promise<SimAnswer<Seen>>,
): Promise<SimAnswer<ShownOtp>> {
  return withApp(app, phone, async (world, { found, installed }) => {
    if (installed.is !== 'open') return refused({ code: 'app-closed' });
    const seen = await look(world);
    if (seen.verdict === 'refused') return refuseOn(world, found, { ...installed, at: 'scanner' }, seen.refusal);
    const entry = await add(app, world, found, seen.value);
    await keepApp(world, found, { ...installed, at: 'codes', refusal: null });
    return entry;
  });
}

async function add(app: App, world: World, found: FoundHandset, seen: Seen): Promise<SimAnswer<ShownOtp>> {
  const entry = (allOf(world, 'app-entry', found.id).at(-1)?.position ?? 0) + 1;
  await world.put(place('app-entry', found.id, entry, { ...seen, addedAt: app.now() }));
  const shown = shownOtps(app, world, found).find((one) => one.entry === entry);
  return shown ? given(shown) : refused({ code: 'no-app-entry' });
}
