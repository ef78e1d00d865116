import type { Instant, Serial } from '../domain/ids.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { AttemptRecord } from '../domain/sms-attempt.ts';
import type { SimRefusal } from './answer.ts';
import type { DesktopProgram, SecureDocWindow } from './computer.ts';
import type { ShownOtp } from './otp-shown.ts';
import type { InboxMessage } from './shelves.ts';
import type { Software } from './software.ts';

/** Why the portal sends the subscriber to technical support. */
export type Wall = { readonly why: 'sms' | 'otp' | 'disabled'; readonly failures: number } | { readonly why: 'frozen' };

/** What the subscriber sees on the portal now. A refusal is the last one, as long as its screen stays. */
export type PortalScreen =
  | { readonly on: 'log-in'; readonly refusal: SimRefusal | null }
  | { readonly on: 'software'; readonly installed: readonly Software[]; readonly refusal: SimRefusal | null }
  | { readonly on: 'list'; readonly certificates: readonly CertificateView[]; readonly refusal: SimRefusal | null }
  /** *Send SMS code*. `last` is the attempt before, whose end is told. */
  | {
      readonly on: 'qr-code';
      readonly serial: Serial;
      readonly last: AttemptRecord | null;
      readonly failures: number;
      readonly limit: number;
      readonly refusal: SimRefusal | null;
    }
  | {
      readonly on: 'enter-code';
      readonly serial: Serial;
      readonly phone: string;
      readonly requestedAt: Instant;
      readonly deadline: Instant;
      readonly resendFrom: Instant;
      readonly entriesLeft: number;
      readonly refusal: SimRefusal | null;
    }
  | { readonly on: 'confirmed'; readonly serial: Serial; readonly refusal: SimRefusal | null }
  /** `lines` are the QR as it is drawn, with its terminal colours: a secret. Draw it, never log it. */
  | { readonly on: 'secret'; readonly serial: Serial; readonly lines: readonly string[]; readonly until: Instant }
  | { readonly on: 'window-closed'; readonly serial: Serial; readonly refusal: SimRefusal | null }
  | { readonly on: 'contact-support'; readonly serial: Serial; readonly wall: Wall }
  | { readonly on: 'active'; readonly serial: Serial; readonly since: Instant; readonly refusal: SimRefusal | null };

/** What the subscriber sees on the phone now. */
export type PhoneScreen =
  | { readonly on: 'lost' }
  | { readonly on: 'off' }
  | { readonly on: 'store' }
  | { readonly on: 'choose-pin'; readonly entry: 'first' | 'again'; readonly refusal: SimRefusal | null }
  | { readonly on: 'ask-pin'; readonly refusal: SimRefusal | null }
  | { readonly on: 'scanner'; readonly refusal: SimRefusal | null }
  /** `period` is what the ring goes round in, milliseconds. */
  | { readonly on: 'codes'; readonly entries: readonly ShownOtp[]; readonly period: number };

export interface Phone {
  /** E.g. `+48601000001#1`: the first phone of this line. */
  readonly id: string;
  /** Of the SIM card in it. */
  readonly number: string | null;
  readonly screen: PhoneScreen;
  /** Newest first. */
  readonly inbox: readonly InboxMessage[];
  /** How far its clock is ahead, milliseconds. */
  readonly skew: number;
}

/** The subscriber's computer: the bridge, and the program that signs. */
export interface Computer {
  readonly desktop: DesktopProgram;
  readonly secureDoc: SecureDocWindow;
  /** What SecureDoc finds under *Cryptographic devices*: nothing unless ECSigner Desktop runs. */
  readonly certificates: readonly CertificateView[];
}
