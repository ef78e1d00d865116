import type { App } from '../app.ts';
import type { KnownAccount } from '../domain/account.ts';
import type { Serial } from '../domain/ids.ts';
import type { CertificateView } from '../domain/read-models.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { tick } from './network.ts';
import { otpauthUri } from './otpauth.ts';
import { land } from './portal-screen.ts';
import { qrLines } from './qr.ts';
import { place } from './shelves.ts';

/** The portal's page of one certificate, as its subscriber sees it. */
export interface PortalPage {
  readonly account: KnownAccount;
  readonly view: CertificateView;
}

/** *Certificates → List*, one line of it. */
export function status(app: App, serial: Serial): Promise<SimAnswer<PortalPage>> {
  return inTraining(app, async () => {
    await tick(app);
    return page(app, serial);
  });
}

/** *Send SMS code*. */
export function sendCode(app: App, serial: Serial): Promise<SimAnswer<PortalPage>> {
  return acting(app, serial, { type: 'request-sms-code', serial });
}

/** Types the code and confirms. */
export function enterCode(app: App, serial: Serial, code: string): Promise<SimAnswer<PortalPage>> {
  return acting(app, serial, { type: 'confirm-code', serial, code });
}

/** The secret's QR: as lines for a terminal, and what is in it. */
export interface SecretOnScreen {
  readonly uri: string;
  readonly lines: readonly string[];
}

/** Shows the "Secret" QR, once, and keeps the window open for the phone to scan. The answer is a secret: draw it, never log it. */
export function showQr(app: App, serial: Serial): Promise<SimAnswer<SecretOnScreen>> {
  return inTraining(app, async (world) => {
    await tick(app);
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { actor, account } = owned.value;
    const page = { at: 'certificate', serial } as const;
    const answer = await app.perform(actor, { type: 'show-secret-qr', serial });
    if (answer.verdict === 'refused') {
      await land(app, world, account.customerId, page, answer.refusal);
      return refused(answer.refusal);
    }
    if (!answer.disclosure) return refused({ code: 'secret-unreadable' });
    const uri = otpauthUri(account.email, serial, answer.disclosure.secret);
    const shownAt = answer.facts.at(-1)?.at ?? app.now();
    const lines = qrLines(uri);
    await world.put(place('qr-drawn', serial, 0, { lines, shownAt }));
    await land(app, world, account.customerId, page, null);
    return given({ uri, lines });
  });
}

/** Closes the window with the QR; what was not scanned by now is gone. */
export function closeWindow(app: App, serial: Serial): Promise<SimAnswer<PortalPage>> {
  return inTraining(app, async (world) => {
    const answer = await acting(app, serial, { type: 'close-qr-window', serial });
    if (answer.verdict === 'done') await world.remove({ shelf: 'qr-drawn', key: serial, position: 0 });
    return answer;
  });
}

/** Acts on the certificate's page; whoever was not there is logged in and brought there. */
function acting(app: App, serial: Serial, request: Parameters<App['perform']>[1]): Promise<SimAnswer<PortalPage>> {
  return inTraining(app, async (world) => {
    // The network first: an SMS that should have arrived by now has arrived before the subscriber acts.
    await tick(app);
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { actor, account } = owned.value;
    const answer = await app.perform(actor, request);
    const refusal = answer.verdict === 'refused' ? answer.refusal : null;
    if (!refusal) await tick(app);
    await land(app, world, account.customerId, { at: 'certificate', serial }, refusal);
    return refusal ? refused(refusal) : page(app, serial);
  });
}

async function page(app: App, serial: Serial): Promise<SimAnswer<PortalPage>> {
  const owned = await ownedCertificate(app, serial);
  if (owned.verdict === 'refused') return owned;
  const { account, view } = owned.value;
  return given({ account, view });
}
