import type { App } from '../app.ts';
import type { CustomerId, Instant, Serial } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import type { Computer } from './machines.ts';
import { newestOf, place } from './shelves.ts';

/** ECSigner Desktop, the bridge between the cloud key and the signing program. */
export type DesktopProgram =
  | { readonly is: 'absent' }
  | { readonly is: 'stopped' }
  | { readonly is: 'logged-out'; readonly refusal: SimRefusal | null }
  | { readonly is: 'running'; readonly window: 'open' | 'minimised' };

/** A document in SecureDoc: a file of this machine, or (without a path) the training's own sample. */
export interface OpenDocument {
  readonly name: string;
  readonly path: string | null;
}

/** SecureDoc's window, step by step. The refusal is the last one, which the window still shows. */
export type SecureDocWindow =
  | { readonly on: 'absent' }
  | { readonly on: 'start'; readonly refusal: SimRefusal | null }
  | { readonly on: 'files'; readonly document: OpenDocument; readonly refusal: SimRefusal | null }
  /** After *Sign files*: where is the certificate? */
  | { readonly on: 'devices'; readonly document: OpenDocument; readonly refusal: SimRefusal | null }
  /** After *Cryptographic devices*. */
  | {
      readonly on: 'certificates';
      readonly document: OpenDocument;
      readonly chosen: Serial | null;
      readonly refusal: SimRefusal | null;
    }
  /** After OK. */
  | {
      readonly on: 'otp';
      readonly document: OpenDocument;
      readonly serial: Serial;
      readonly refusal: SimRefusal | null;
    }
  | {
      readonly on: 'signed';
      readonly document: OpenDocument;
      readonly serial: Serial;
      readonly at: Instant;
      /** Base64 of the detached CMS over the sample; a file's own lies beside it. */
      readonly signature: string | null;
    }
  | { readonly on: 'verified'; readonly document: OpenDocument; readonly signer: string; readonly at: Instant }
  | { readonly on: 'not-valid'; readonly document: OpenDocument; readonly refusal: SimRefusal };

export interface StoredComputer {
  readonly desktop: DesktopProgram;
  readonly secureDoc: SecureDocWindow;
}

/** Nobody wrote anything down of this computer: it was set up long ago, and the bridge runs in the background. */
const setUpLongAgo: StoredComputer = {
  desktop: { is: 'running', window: 'minimised' },
  secureDoc: { on: 'start', refusal: null },
};

export const newComputer: StoredComputer = { desktop: { is: 'absent' }, secureDoc: { on: 'absent' } };

export function computerOf(world: World, customerId: CustomerId): StoredComputer {
  return newestOf(world, 'computer', customerId) ?? setUpLongAgo;
}

export function keepComputer(world: World, customerId: CustomerId, computer: StoredComputer): Promise<void> {
  return world.put(place('computer', customerId, 0, computer));
}

/** What is to be seen on a subscriber's computer now. Changes nothing. */
export function computerScreen(app: App, customerId: CustomerId): Promise<SimAnswer<Computer>> {
  return inTraining(app, async (world) => {
    const known = await app.ask.account(customerId, app.now());
    if (!known) return refused({ code: 'account-unknown' });
    const { desktop, secureDoc } = computerOf(world, customerId);
    const unbridged = bridgeRefusal(desktop);
    const certificates = unbridged ? [] : known.certificates.filter(({ status }) => status === 'valid');
    const listing = secureDoc.on === 'certificates' && unbridged !== null;
    return given({ desktop, secureDoc: listing ? { ...secureDoc, refusal: unbridged } : secureDoc, certificates });
  });
}

/** Why SecureDoc sees no certificate of the cloud; null when ECSigner Desktop runs. */
export function bridgeRefusal(desktop: DesktopProgram): SimRefusal | null {
  switch (desktop.is) {
    case 'absent':
      return { code: 'desktop-not-installed' };
    case 'stopped':
      return { code: 'desktop-not-running' };
    case 'logged-out':
      return { code: 'desktop-logged-out' };
    case 'running':
      return null;
  }
}
