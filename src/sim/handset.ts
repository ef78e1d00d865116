import type { App } from '../app.ts';
import type { Instant } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { refused, type SimRefusal } from './answer.ts';
import { newestOf, place } from './shelves.ts';

/** A phone as it lies on the table. */
export interface Handset {
  /** The number of the SIM card in it. */
  readonly sim: string | null;
  readonly state: 'on' | 'off' | 'lost';
  readonly app: MobileApp;
  /** How far its clock is ahead, milliseconds; negative when it is behind. */
  readonly skew: number;
}

/** The ECSigner app on a phone. The refusal is the last one, which its screen still shows. */
export type MobileApp =
  | { readonly is: 'absent' }
  /** Installed and never launched to the end: it wants a new PIN, which is typed twice. */
  | { readonly is: 'new'; readonly first: string | null; readonly refusal: SimRefusal | null }
  | { readonly is: 'closed'; readonly pin: string; readonly refusal: SimRefusal | null }
  | {
      readonly is: 'open';
      readonly pin: string;
      readonly at: 'codes' | 'scanner';
      readonly refusal: SimRefusal | null;
    };

export type InstalledApp = Exclude<MobileApp, { is: 'absent' }>;

export interface SimCard {
  /** The phone it is in, e.g. `+48601000001#2`; null when it is in none. */
  readonly handset: string | null;
  /** Since when it is there; messages that came before are on the phone before. */
  readonly since: Instant;
}

/** A phone that was found: its id, what is known of it, and the world that keeps it. */
export interface FoundHandset {
  readonly id: string;
  readonly handset: Handset;
}

const ID = /^(.+)#([1-9]\d*)$/;

/** Nobody wrote anything down of this phone: the app was installed long ago and never launched. */
const asSold = (line: string): Handset => ({
  sim: line.startsWith('+') ? line : null,
  state: 'on',
  app: freshApp,
  skew: 0,
});

export const freshApp: InstalledApp = { is: 'new', first: null, refusal: null };

export function handsetId(line: string, position: number): string {
  return `${line}#${position}`;
}

/** `phone` is a number, and then the phone is meant that its SIM card is in; or a phone's id, e.g. `+48601000001#2`. */
export function findHandset(world: World, phone: string): FoundHandset | null {
  const id = ID.test(phone) ? phone : cardOf(world, phone).handset;
  if (id === null) return null;
  const { line, position } = partsOf(id);
  const stored = allHandsets(world, line).find((one) => one.id === id)?.handset;
  if (stored) return { id, handset: stored };
  return position === 1 ? { id, handset: asSold(line) } : null;
}

/** The phones of a line that are on record, the first one first. */
export function allHandsets(world: World, line: string): readonly FoundHandset[] {
  return world
    .items('handset', line)
    .map(({ position, value }) => ({ id: handsetId(line, position), handset: value as Handset }));
}

/** Where a number's SIM card is; on record only once it was moved. */
export function cardOf(world: World, number: string): SimCard {
  return newestOf(world, 'sim-card', number) ?? { handset: handsetId(number, 1), since: 0 };
}

export async function keepHandset(world: World, id: string, handset: Handset): Promise<void> {
  const { line, position } = partsOf(id);
  await world.put(place('handset', line, position, handset));
}

/** The line that a phone belongs to, and which of its phones it is. */
export function partsOf(id: string): { readonly line: string; readonly position: number } {
  const [, line = id, position = '1'] = ID.exec(id) ?? [];
  return { line, position: Number(position) };
}

/** A phone that can be used: it is there, and switched on. */
export function usableHandset(world: World, phone: string): FoundHandset | ReturnType<typeof refused> {
  const found = findHandset(world, phone);
  if (!found) return refused({ code: 'phone-unknown' });
  switch (found.handset.state) {
    case 'lost':
      return refused({ code: 'phone-lost' });
    case 'off':
      return refused({ code: 'phone-off' });
    case 'on':
      return found;
  }
}

/** The phone's own idea of the time. */
export function phoneTime(app: App, { skew }: Handset): Instant {
  return app.now() + skew;
}
