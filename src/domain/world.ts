import type { CustomerId, Instant, Serial } from './ids.ts';
import type { Message, NoticeTemplate } from './message.ts';
import type { ClockSetting } from './training-clock.ts';

/** A message that waits to leave. The code of an `sms-code` is in it only until it is handed over. */
export interface OutboundMessage {
  readonly id: number;
  readonly createdAt: Instant;
  readonly customerId: CustomerId;
  readonly serial: Serial | null;
  /** E.164, or null when the subscriber has no phone number on file. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly body:
    | Pick<Extract<Message, { kind: 'sms-code' }>, 'kind' | 'attempt' | 'code' | 'validUntil'>
    | { readonly kind: 'notice'; readonly template: NoticeTemplate; readonly reference: string };
}

/** One thing in the simulated outside: an SMS in an inbox, an entry in a phone app, a network rule. Values are sealed at rest. */
export interface WorldItem {
  readonly shelf: string;
  readonly key: string;
  readonly position: number;
  readonly value: unknown;
}

/** Keeper of the simulated outside of a training database. Every writing call is one transaction. */
export interface World {
  clockSetting(): ClockSetting;
  /** Reads and changes in one transaction, so that two who change it at once do not undo each other. */
  changeClock(change: (setting: ClockSetting) => ClockSetting): Promise<void>;
  /** All items of one key, by position. */
  items(shelf: string, key: string): readonly WorldItem[];
  /** All items of a shelf whose position is at most `upTo`; at most `limit`, by position. */
  due(shelf: string, upTo: number, limit: number): readonly WorldItem[];
  put(item: WorldItem): Promise<void>;
  /** Puts it unless there is one in its place; of several who do so at once all get the same one. */
  putFirst(item: WorldItem): Promise<WorldItem>;
  /** Whether it was there: of several who remove one item at once, one is told true. */
  remove(item: Pick<WorldItem, 'shelf' | 'key' | 'position'>): Promise<boolean>;
  /** Takes waiting messages out of the outbox, erasing their codes, and puts what `carry` makes of each, all in one transaction. */
  handOver(now: Instant, limit: number, carry: (message: OutboundMessage) => readonly WorldItem[]): Promise<number>;
}
