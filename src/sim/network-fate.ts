import type { Instant } from '../domain/ids.ts';
import { SECOND } from '../domain/ids.ts';
import { delayOf, isLostWhenBusy, operatorOf } from '../domain/mobile-operators.ts';
import { errorOf } from '../domain/receipt.ts';
import type { OutboundMessage } from '../domain/world.ts';
import type { InFlight, NetworkRule } from './shelves.ts';

/** How much longer everything takes in a busy network. */
const BUSY = 12;
/** An operator answers our gateway within this part of the whole delay. */
const SUBMISSION = 0.25;

/** What happens next, and when. */
export interface Fate {
  readonly event: InFlight['event'];
  readonly at: Instant;
}

/** How long the operator takes to answer our gateway. */
export function submissionTakes(phone: string, { id }: OutboundMessage): number {
  return Math.min(SECOND, Math.round(delayOf(phone, id) * SUBMISSION));
}

/** What becomes of a message that its operator has taken; null when nobody hears of it again. */
export function fateOf(rule: NetworkRule, phone: string, message: OutboundMessage): Fate | null {
  const operator = operatorOf(phone);
  const { id, createdAt } = message;
  const soon = createdAt + delayOf(phone, id);
  const deliver = (at: Instant): Fate => ({ event: { kind: 'deliver', operator }, at });
  const fail = (cause: keyof typeof errorOf): Fate => ({
    event: { kind: 'fail', operator, raw: 'UNDELIV', error: errorOf[cause] },
    at: soon,
  });
  switch (rule.effect) {
    case 'normal':
    // The phone is looked for when the message gets there; what the operator refuses never gets this far.
    case 'phone-off':
    case 'outage':
    case 'rejected':
      return deliver(soon);
    case 'late':
      return deliver(createdAt + rule.by);
    case 'busy':
      return isLostWhenBusy(phone, id) ? null : deliver(createdAt + BUSY * delayOf(phone, id));
    case 'lost':
      return null;
    case 'absent':
      return fail('absent-subscriber');
    case 'wrong-number':
      return fail('unknown-subscriber');
    case 'inbox-full':
      return fail('inbox-full');
    case 'barred':
      return fail('barred');
  }
}
