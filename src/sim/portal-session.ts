import type { CustomerId, Serial } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import type { SimRefusal } from './answer.ts';
import type { PortalScreen } from './machines.ts';
import { newestOf, place } from './shelves.ts';

/** Which page of the portal the browser is on; what it shows follows from the account and the activation. */
export type PortalPlace =
  | { readonly at: 'log-in' }
  | { readonly at: 'software' }
  | { readonly at: 'list' }
  | { readonly at: 'certificate'; readonly serial: Serial };

export interface PortalSession {
  readonly place: PortalPlace;
  /** The last refusal, and the screen that showed it: on another screen it is no longer to be seen. */
  readonly refused: { readonly on: PortalScreen['on']; readonly refusal: SimRefusal } | null;
}

const loggedOut: PortalSession = { place: { at: 'log-in' }, refused: null };

export function sessionOf(world: World, customerId: CustomerId): PortalSession {
  return newestOf(world, 'portal-session', customerId) ?? loggedOut;
}

export function keepSession(world: World, customerId: CustomerId, session: PortalSession): Promise<void> {
  return world.put(place('portal-session', customerId, 0, session));
}
