import type { CustomerId, Instant, Serial } from '../domain/ids.ts';
import type { RawReceipt } from '../domain/receipt.ts';
import type { OutboundMessage, World, WorldItem } from '../domain/world.ts';
import type { StoredComputer } from './computer.ts';
import type { DrillEvent } from './drill.ts';
import type { DoneDrill, OpenDrill } from './drill-record.ts';
import type { Handset, SimCard } from './handset.ts';
import type { PortalSession } from './portal-session.ts';

/** What the simulated outside keeps, by shelf. The position is in brackets. */
interface Shelves {
  /** A message on its way, by message id [when its next event happens]. */
  readonly 'in-flight': InFlight;
  /** Received messages, by phone number or e-mail address [message id]. */
  readonly inbox: InboxMessage;
  /** A person's phones, by the number under which the first was known [first phone 1, second phone 2 …]. */
  readonly handset: Handset;
  /** The phone in which a number's SIM card is, by number [0]. */
  readonly 'sim-card': SimCard;
  /** Entries of the mobile app, by phone, e.g. `+48601000001#2` [in order of scanning, from 1]. */
  readonly 'app-entry': AppEntry;
  /** What a subscriber's browser shows of the portal, by customer id [0]. */
  readonly 'portal-session': PortalSession;
  /** A subscriber's computer, by customer id [0]. */
  readonly computer: StoredComputer;
  /** The portal's open window with the secret QR as it is drawn, by certificate serial [0]. */
  readonly 'qr-drawn': QrOnScreen;
  /** How the network treats messages, by scope: `all`, `operator:NAME`, `phone:NUMBER` [0]. */
  readonly 'network-rule': NetworkRule;
  /** The certificate's key in the simulated HSM, by serial [0]. */
  readonly 'hsm-key': HsmKey;
  /** The training's certificate authority, under `ca` [0]. */
  readonly 'training-ca': StoredAuthority;
  /** The call a trainee has on the line, by agent id [0]. */
  readonly 'drill-open': OpenDrill;
  /** What was said in a call, by drill id [in order, from 1]. */
  readonly 'drill-event': DrillEvent;
  /** Calls that are over and what they scored, by agent id [the trainee's number of the call]. */
  readonly 'drill-done': DoneDrill;
}

export interface InFlight {
  readonly message: OutboundMessage;
  readonly event: /** Our gateway takes it. */
    | { readonly kind: 'route' }
    /** The operator takes it, or not. */
    | { readonly kind: 'submit' }
    /** Waits in our gateway while the operator is out; given up when the event comes. */
    | { readonly kind: 'queued' }
    | { readonly kind: 'deliver'; readonly operator: string }
    /** Waits at the operator until the phone is on again; too old when the event comes. */
    | { readonly kind: 'stored' }
    | ({ readonly kind: 'fail'; readonly operator: string } & RawReceipt);
}

export interface InboxMessage {
  readonly arrivedAt: Instant;
  readonly sentAt: Instant;
  readonly customerId: CustomerId;
  readonly serial: Serial | null;
  readonly language: string;
  readonly body: OutboundMessage['body'];
}

export interface AppEntry {
  readonly issuer: string;
  readonly label: string;
  /** Hex. */
  readonly secret: string;
  readonly addedAt: Instant;
  /** The certificate whose portal window was scanned; null when the QR came from elsewhere. */
  readonly serial: Serial | null;
}

interface QrOnScreen {
  readonly lines: readonly string[];
  readonly shownAt: Instant;
}

export type NetworkRule =
  | { readonly effect: 'normal' }
  /** Arrives so many milliseconds after it was asked for. */
  | { readonly effect: 'late'; readonly by: number }
  /** Slow, and each operator loses some. */
  | { readonly effect: 'busy' }
  /** The operator takes nothing: messages wait in our gateway until it is back. */
  | { readonly effect: 'outage' }
  /** Taken by the operator and never heard of again. */
  | { readonly effect: 'lost' }
  /** The phone is switched off: the operator keeps messages until it is on again, or they are too old. */
  | { readonly effect: 'phone-off' }
  /** The number cannot be reached, and the operator gives up at once. */
  | { readonly effect: 'absent' }
  | { readonly effect: 'wrong-number' }
  | { readonly effect: 'inbox-full' }
  | { readonly effect: 'barred' }
  /** Not even taken by the operator. */
  | { readonly effect: 'rejected' };
export type NetworkEffect = NetworkRule['effect'];

export interface StoredAuthority {
  /** PEM. */
  readonly certificate: string;
  /** PKCS#8, PEM. */
  readonly privateKey: string;
}

interface HsmKey {
  /** PKCS#8, PEM. */
  readonly privateKey: string;
}

export type ShelfName = keyof Shelves;

/** An item of a known shelf. */
export type Placed<Name extends ShelfName> = Omit<WorldItem, 'value'> & { readonly value: Shelves[Name] };

export function place<Name extends ShelfName>(
  shelf: Name,
  key: string,
  position: number,
  value: Shelves[Name],
): WorldItem {
  return { shelf, key, position, value };
}

export function allOf<Name extends ShelfName>(world: World, shelf: Name, key: string): readonly Placed<Name>[] {
  return world.items(shelf, key) as readonly Placed<Name>[];
}

export function newestOf<Name extends ShelfName>(world: World, shelf: Name, key: string): Shelves[Name] | null {
  return allOf(world, shelf, key).at(-1)?.value ?? null;
}

/** Keeps it unless one is kept already; what is kept then. */
export async function keptFirst<Name extends ShelfName>(
  world: World,
  shelf: Name,
  key: string,
  value: Shelves[Name],
): Promise<Shelves[Name]> {
  const item = await world.putFirst(place(shelf, key, 0, value));
  return item.value as Shelves[Name];
}

export function dueOf<Name extends ShelfName>(
  world: World,
  shelf: Name,
  upTo: number,
  limit: number,
): readonly Placed<Name>[] {
  return world.due(shelf, upTo, limit) as readonly Placed<Name>[];
}
