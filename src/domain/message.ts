import type { CustomerId, Instant, Serial } from './ids.ts';

/** What the subscriber is told after something changed; the words are in the text tables. */
export type NoticeTemplate =
  | 'activation-unlocked'
  | 'activation-locked'
  | 'activation-reset'
  | 'activation-frozen'
  | 'phone-changed'
  | 'account-blocked'
  | 'account-unblocked';

/** Leaves by an outbox row written in the same transaction as the facts. */
export type Message =
  | {
      readonly kind: 'sms-code';
      readonly customerId: CustomerId;
      readonly serial: Serial;
      readonly attempt: number;
      readonly phone: string;
      readonly code: string;
      readonly validUntil: Instant;
    }
  | {
      readonly kind: 'notice';
      readonly customerId: CustomerId;
      readonly template: NoticeTemplate;
      readonly serial: Serial | null;
    };
