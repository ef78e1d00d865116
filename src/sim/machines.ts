import type { Instant, Serial } from '../domain/ids.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { SimRefusal } from './answer.ts';
import type { ShownOtp } from './phone.ts';
import type { InboxMessage } from './shelves.ts';

/** What the subscriber sees on the portal now. Drawn by the stage, told to the caller by the walkthrough. */
export type PortalScreen =
  | { readonly on: 'log-in'; readonly refusal: SimRefusal | null }
  | { readonly on: 'software'; readonly installed: readonly ('app' | 'desktop' | 'secure-doc')[] }
  | { readonly on: 'list'; readonly certificates: readonly CertificateView[]; readonly refusal: SimRefusal | null }
  | { readonly on: 'qr-code'; readonly serial: Serial; readonly refusal: SimRefusal | null }
  | {
      readonly on: 'enter-code';
      readonly serial: Serial;
      readonly requestedAt: Instant;
      readonly deadline: Instant;
      readonly refusal: SimRefusal | null;
    }
  | { readonly on: 'confirmed'; readonly serial: Serial }
  | { readonly on: 'secret'; readonly serial: Serial; readonly lines: readonly string[]; readonly until: Instant }
  | { readonly on: 'window-closed'; readonly serial: Serial }
  | { readonly on: 'contact-support'; readonly serial: Serial; readonly failures: number }
  | { readonly on: 'active'; readonly serial: Serial };

/** What the subscriber sees on the phone now. */
export type PhoneScreen =
  | { readonly on: 'lost' }
  | { readonly on: 'off' }
  | { readonly on: 'store' }
  | { readonly on: 'choose-pin'; readonly refusal: SimRefusal | null }
  | { readonly on: 'ask-pin'; readonly refusal: SimRefusal | null }
  | { readonly on: 'codes'; readonly entries: readonly ShownOtp[] };

export interface Phone {
  readonly number: string | null;
  readonly screen: PhoneScreen;
  /** Newest first. */
  readonly inbox: readonly InboxMessage[];
  /** How far its clock is ahead, milliseconds. */
  readonly skew: number;
}

/** The subscriber's computer: the bridge, and the program that signs. */
export interface Computer {
  readonly desktop: 'absent' | 'stopped' | 'logged-out' | 'running';
  readonly secureDoc:
    | { readonly on: 'absent' }
    | { readonly on: 'no-certificate' }
    | { readonly on: 'ready' }
    | { readonly on: 'signed'; readonly document: string; readonly at: Instant }
    | { readonly on: 'refused'; readonly document: string; readonly refusal: SimRefusal };
}
