import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { World } from '../domain/world.ts';
import type { CmsFault } from './cms-verify.ts';

/** What the simulated outside itself refuses; the domain knows nothing of PINs and files. */
export type SimRefusal =
  | Refusal
  // portal
  | { readonly code: 'login-wrong' }
  | { readonly code: 'not-logged-in' }
  // any screen: the button is not on it
  | { readonly code: 'not-on-screen' }
  // phone
  | { readonly code: 'phone-unknown' }
  | { readonly code: 'phone-lost' }
  | { readonly code: 'phone-off' }
  | { readonly code: 'app-not-installed' }
  | { readonly code: 'app-installed' }
  | { readonly code: 'app-closed' }
  | { readonly code: 'pin-malformed' }
  | { readonly code: 'pin-mismatch' }
  | { readonly code: 'pin-not-chosen' }
  | { readonly code: 'pin-already-chosen' }
  | { readonly code: 'pin-wrong' }
  | { readonly code: 'no-app-entry' }
  | { readonly code: 'no-qr-open' }
  | { readonly code: 'qr-unreadable' }
  // computer
  | { readonly code: 'desktop-not-installed' }
  | { readonly code: 'desktop-not-running' }
  | { readonly code: 'desktop-logged-out' }
  | { readonly code: 'desktop-installed' }
  | { readonly code: 'desktop-running' }
  | { readonly code: 'secure-doc-not-installed' }
  | { readonly code: 'secure-doc-installed' }
  | { readonly code: 'no-certificate-chosen' }
  | { readonly code: 'document-unreadable'; readonly path: string }
  | { readonly code: 'signature-not-written'; readonly path: string }
  | { readonly code: 'signature-not-valid'; readonly why: CmsFault }
  | { readonly code: 'sms-missing' }
  | { readonly code: 'clock-backwards' }
  // school: the story broke off before its call
  | { readonly code: 'never-rings' };

export type SimAnswer<T> =
  | { readonly verdict: 'done'; readonly value: T }
  | { readonly verdict: 'refused'; readonly refusal: SimRefusal };

export function given<T>(value: T): { readonly verdict: 'done'; readonly value: T } {
  return { verdict: 'done', value };
}

export function refused(refusal: SimRefusal): { readonly verdict: 'refused'; readonly refusal: SimRefusal } {
  return { verdict: 'refused', refusal };
}

/** Runs `body` with the simulated outside of a training database; a live one has none. */
export async function inTraining<T>(app: App, body: (world: World) => Promise<SimAnswer<T>>): Promise<SimAnswer<T>> {
  return app.world ? body(app.world) : refused({ code: 'training-only' });
}

/** The certificate's owner and its present state, for who acts as the subscriber. */
export async function ownedCertificate(app: App, serial: Serial) {
  const found = await app.ask.certificate(serial, app.now());
  if (found.found !== 'one' || found.view.certificate.serial !== serial)
    return refused({ code: 'certificate-unknown' });
  const { account, view } = found;
  return given({ account, view, actor: { kind: 'subscriber', id: account.customerId } as const });
}
