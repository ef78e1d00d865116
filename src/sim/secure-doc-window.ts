import { basename } from 'node:path';
import type { App } from '../app.ts';
import type { CustomerId, Serial } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import type { ValidSignature } from './cms-verify.ts';
import {
  bridgeRefusal,
  computerOf,
  computerScreen,
  type DesktopProgram,
  keepComputer,
  type OpenDocument,
  type SecureDocWindow,
} from './computer.ts';
import type { Computer } from './machines.ts';
import { signDocument, verifyDocument } from './secure-doc.ts';
import type { SecureDocButton } from './secure-doc-buttons.ts';
import { isReadable, signatureFileOf, signFile, verifyFile } from './signed-files.ts';

/** What the subscriber signs when no file is at hand: the same bytes in every training. */
export const sampleDocument = { name: 'umowa.txt', content: [Buffer.from('Umowa szkoleniowa\n')] } as const;

/** What a click comes to: the next window; a refusal that this window shows; or nothing, for want of the button. */
type Next = SecureDocWindow | { readonly refused: SimRefusal; readonly shown: SecureDocWindow } | null;

/** *Add file*: a file of this machine, or the sample when `path` is null. */
export function addFile(app: App, customerId: CustomerId, path: string | null): Promise<SimAnswer<Computer>> {
  return clicking(app, customerId, async (window) => {
    const document: OpenDocument = { name: path === null ? sampleDocument.name : basename(path), path };
    const readable = path === null || (await isReadable(path));
    if (readable) return { on: 'files', document, refusal: null };
    const refusal: SimRefusal = { code: 'document-unreadable', path };
    return { refused: refusal, shown: window.on === 'files' ? { ...window, refusal } : { on: 'start', refusal } };
  });
}

export function pressButton(app: App, customerId: CustomerId, button: SecureDocButton): Promise<SimAnswer<Computer>> {
  return clicking(app, customerId, async (window, { desktop }) => {
    switch (button) {
      case 'sign-files':
        return window.on === 'files' ? { on: 'devices', document: window.document, refusal: null } : null;
      case 'cryptographic-devices':
        return window.on === 'devices' ? listDevices(window.document, desktop) : null;
      case 'ok':
        return confirmChoice(window, desktop);
      case 'verify':
        return check(app, window);
      case 'close':
        return { on: 'start', refusal: null };
    }
  });
}

/** A line of the list under *Cryptographic devices*. */
export function chooseCertificate(app: App, customerId: CustomerId, serial: Serial): Promise<SimAnswer<Computer>> {
  return clicking(app, customerId, async (window, { desktop, certificates }) => {
    if (window.on !== 'certificates') return null;
    const unbridged = bridgeRefusal(desktop);
    if (unbridged) return { refused: unbridged, shown: { ...window, refusal: null } };
    if (certificates.some(({ certificate }) => certificate.serial === serial))
      return { ...window, chosen: serial, refusal: null };
    const refusal: SimRefusal = { code: 'certificate-unknown' };
    return { refused: refusal, shown: { ...window, refusal } };
  });
}

/** The OTP authorises the one signature that the window is about. */
export function enterOtp(app: App, customerId: CustomerId, otp: string): Promise<SimAnswer<Computer>> {
  return clicking(app, customerId, async (window) => {
    if (window.on !== 'otp') return null;
    const { document, serial } = window;
    const signed =
      document.path === null
        ? await signDocument(app, serial, otp, sampleDocument)
        : await signFile(app, serial, otp, document.path);
    if (signed.verdict === 'refused') return { refused: signed.refusal, shown: { ...window, refusal: signed.refusal } };
    const signature = document.path === null ? Buffer.from(signed.value.signature).toString('base64') : null;
    return { on: 'signed', document, serial, at: signed.value.signedAt, signature };
  });
}

/** *Verify*, for the sample and a signature made over it earlier; `isChanged`: one byte of the sample is another since. */
export function verifySample(
  app: App,
  customerId: CustomerId,
  signature: string,
  isChanged: boolean,
): Promise<SimAnswer<Computer>> {
  const { name, content } = sampleDocument;
  return clicking(app, customerId, async () => {
    const bytes = isChanged
      ? content.map((part) => part.map((byte, place) => (place === 0 ? byte ^ 1 : byte)))
      : content;
    return shownVerdict({ name, path: null }, await verifyDocument(app, Buffer.from(signature, 'base64'), bytes));
  });
}

/** The list of certificates: empty, and saying why, unless the bridge runs. */
function listDevices(document: OpenDocument, desktop: DesktopProgram): Next {
  const list: SecureDocWindow = { on: 'certificates', document, chosen: null, refusal: null };
  const unbridged = bridgeRefusal(desktop);
  return unbridged ? { refused: unbridged, shown: list } : list;
}

function confirmChoice(window: SecureDocWindow, desktop: DesktopProgram): Next {
  if (window.on !== 'certificates') return null;
  const { document, chosen } = window;
  const unbridged = bridgeRefusal(desktop);
  if (unbridged) return { refused: unbridged, shown: { ...window, refusal: null } };
  if (chosen !== null) return { on: 'otp', document, serial: chosen, refusal: null };
  const refusal: SimRefusal = { code: 'no-certificate-chosen' };
  return { refused: refusal, shown: { ...window, refusal } };
}

/** *Verify*: a file with the signature beside it, or the sample with the signature just made. */
async function check(app: App, window: SecureDocWindow): Promise<Next> {
  if (window.on !== 'files' && window.on !== 'signed') return null;
  const { document } = window;
  const verdict = await verdictOn(app, window);
  return verdict && shownVerdict(document, verdict);
}

function shownVerdict(document: OpenDocument, verdict: SimAnswer<ValidSignature>): Next {
  if (verdict.verdict === 'refused')
    return { refused: verdict.refusal, shown: { on: 'not-valid', document, refusal: verdict.refusal } };
  const { certificate, signedAt } = verdict.value;
  return { on: 'verified', document, signer: nameIn(certificate.subject), at: signedAt };
}

async function verdictOn(
  app: App,
  window: Extract<SecureDocWindow, { on: 'files' | 'signed' }>,
): Promise<SimAnswer<ValidSignature> | null> {
  const { path } = window.document;
  if (path !== null) return verifyFile(app, path, signatureFileOf(path));
  if (window.on !== 'signed' || window.signature === null) return null;
  return verifyDocument(app, Buffer.from(window.signature, 'base64'), sampleDocument.content);
}

/** The common name of a certificate's subject. */
function nameIn(subject: string): string {
  return subject.split('\n').flatMap((part) => (part.startsWith('CN=') ? [part.slice(3)] : []))[0] ?? subject;
}

function clicking(
  app: App,
  customerId: CustomerId,
  click: (window: SecureDocWindow, computer: Computer) => Promise<Next>,
): Promise<SimAnswer<Computer>> {
  return inTraining(app, async (world) => {
    const before = await computerScreen(app, customerId);
    if (before.verdict === 'refused') return before;
    const { secureDoc } = before.value;
    if (secureDoc.on === 'absent') return refused({ code: 'secure-doc-not-installed' });
    const next = await click(secureDoc, before.value);
    if (next === null) return refused({ code: 'not-on-screen' });
    if ('refused' in next) {
      await show(world, customerId, next.shown);
      return refused(next.refused);
    }
    await show(world, customerId, next);
    return given({ ...before.value, secureDoc: next });
  });
}

function show(world: World, customerId: CustomerId, secureDoc: SecureDocWindow): Promise<void> {
  return keepComputer(world, customerId, { ...computerOf(world, customerId), secureDoc });
}
