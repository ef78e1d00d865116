import type { CustomerId, Instant, Serial } from './ids.ts';

/** What the subscriber is told after something changed; the words are in the text tables. */
export type NoticeTemplate =
  | 'activation-unlocked'
  | 'activation-locked'
  | 'activation-reset'
  | 'activation-frozen'
  | 'reset-asked'
  | 'phone-change-asked'
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
      /** One message to each address; the reference is the same in all of them. */
      readonly to: NoticeAddress;
      /** What "this was not me" is answered with. */
      readonly reference: string;
    };

export type NoticeAddress =
  | { readonly by: 'sms'; readonly phone: string }
  | { readonly by: 'e-mail'; readonly email: string };

interface Addresses {
  readonly phone: { readonly e164: string; readonly kind: string } | null;
  readonly email: string;
}

/** Everywhere the subscriber can be reached: what was on file before a change, and what is after it. */
export function addressesOf(...accounts: readonly Addresses[]): readonly NoticeAddress[] {
  const phones = accounts.flatMap(({ phone }) => (phone && phone.kind !== 'landline' ? [phone.e164] : []));
  const emails = accounts.map(({ email }) => email).filter((email) => email !== '');
  return [
    ...[...new Set(phones)].map((phone) => ({ by: 'sms', phone }) as const),
    ...[...new Set(emails)].map((email) => ({ by: 'e-mail', email }) as const),
  ];
}
