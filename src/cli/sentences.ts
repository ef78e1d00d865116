import type { Activation } from '../domain/activation.ts';
import type { AttemptRecord } from '../domain/sms-attempt.ts';
import type { Texts } from '../text/en.ts';

/** `locked: failed SMS attempts` */
export function activationState(texts: Texts, activation: Activation): string {
  const word = texts.words.activation[activation.status];
  switch (activation.status) {
    case 'locked':
      return `${word}: ${texts.words.lockCause[activation.cause]}`;
    case 'frozen':
      return `${word}: ${texts.words.freezeCause[activation.cause]}`;
    default:
      return word;
  }
}

/** What became of an attempt: its outcome, or how long it still has. */
export function attemptOutcome(texts: Texts, attempt: AttemptRecord, now: number): string {
  const { words, cli } = texts;
  if (attempt.outcome === null) return `${words.attemptOpen}, ${cli.show.left(attempt.deadline - now)}`;
  const cause = attempt.failureCause === null ? '' : ` (${words.receiptCause[attempt.failureCause]})`;
  return `${words.outcome[attempt.outcome]}${cause}`;
}

/** How long the SMS took to arrive. */
export function deliveryTime(texts: Texts, { requestedAt, deliveredAt }: AttemptRecord): string {
  return deliveredAt === null ? texts.cli.none : texts.moments.duration(deliveredAt - requestedAt);
}

export function serialEnding(serial: string | null): string {
  return serial === null ? '' : serial.slice(-4);
}
