import type { App } from '../app.ts';
import { SECOND } from '../domain/ids.ts';
import { otpAt } from '../domain/otp.ts';
import type { World } from '../domain/world.ts';
import { type FoundHandset, phoneTime } from './handset.ts';
import { type AppEntry, allOf } from './shelves.ts';

/** One entry of the app with the code it shows at this moment. */
export interface ShownOtp extends Pick<AppEntry, 'issuer' | 'label' | 'serial' | 'addedAt'> {
  /** Counts from 1 in the order of scanning. */
  readonly entry: number;
  readonly otp: string;
  /** Milliseconds until the app shows the next one. */
  readonly changesIn: number;
}

/** What the app's ring goes round in, milliseconds. */
export function otpPeriod(app: App): number {
  return app.policy.otp.periodSeconds * SECOND;
}

/** Every entry with its code of now, by the phone's clock. Entries of old secrets stay where they are, as in real apps. */
export function shownOtps(app: App, world: World, { id, handset }: FoundHandset): readonly ShownOtp[] {
  const at = phoneTime(app, handset);
  const period = otpPeriod(app);
  return allOf(world, 'app-entry', id).map(({ position, value }) => {
    const { issuer, label, serial, addedAt, secret } = value;
    const otp = otpAt(Buffer.from(secret, 'hex'), at, app.policy.otp);
    return { issuer, label, serial, addedAt, entry: position, otp, changesIn: period - (at % period) };
  });
}
