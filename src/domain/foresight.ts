import type { KnownAccount } from './account.ts';
import type { Activation, ActivationStatus, Counters } from './activation.ts';
import type { Instant } from './ids.ts';
import type { Message } from './message.ts';
import type { Phone } from './phone-number.ts';
import type { Refusal } from './refusal.ts';

/** What a command would do, found by letting the rules decide it and taking everything back. */
export interface Foreseen {
  /** Null when it would be carried out. */
  readonly refusal: Refusal | null;
  readonly of:
    | { readonly kind: 'activation'; readonly before: Activation; readonly after: Activation }
    | { readonly kind: 'account'; readonly before: KnownAccount; readonly after: KnownAccount }
    | { readonly kind: 'other' };
  readonly messages: readonly Message[];
}

/** One difference between before and after, as somebody who decides wants to know it. */
export type Change =
  | { readonly what: 'status'; readonly from: ActivationStatus; readonly to: ActivationStatus }
  | {
      readonly what: 'counter';
      readonly counter: 'consecutiveFailures' | 'wrongOtps' | 'lifetimeFailures';
      readonly from: number;
      readonly to: number;
    }
  | { readonly what: 'secret'; readonly becomes: 'revoked' | 'kept' | 'none' }
  | { readonly what: 'attempt-ended'; readonly number: number }
  | { readonly what: 'request'; readonly becomes: 'waiting'; readonly until: Instant; readonly emergency: boolean }
  | { readonly what: 'request'; readonly becomes: 'half-approved' | 'over' }
  | { readonly what: 'cooling-down'; readonly since: Instant }
  | { readonly what: 'phone'; readonly from: Phone | null; readonly to: Phone | null }
  | { readonly what: 'phone-usable-from'; readonly at: Instant }
  | { readonly what: 'account'; readonly to: KnownAccount['status'] };

/** Everything that would be different, the weightiest first. Nothing for what is kept elsewhere (cases, agents). */
export function changesIn({ of }: Foreseen): readonly Change[] {
  switch (of.kind) {
    case 'activation':
      return activationChanges(of.before, of.after);
    case 'account':
      return accountChanges(of.before, of.after);
    case 'other':
      return [];
  }
}

/** What no later command can bring back. */
export function isFinal(change: Change): boolean {
  return change.what === 'secret' && change.becomes === 'revoked';
}

type Compare = (before: Activation, after: Activation) => Change | null;

const counted =
  (counter: Extract<Change, { what: 'counter' }>['counter']): Compare =>
  (before, after) =>
    before[counter] === after[counter] ? null : { what: 'counter', counter, from: before[counter], to: after[counter] };

/** One comparison for everything that an activation carries: what is added there does not compile until it is told here. */
const compared: { readonly [Field in keyof Counters]: Compare | null } = {
  consecutiveFailures: counted('consecutiveFailures'),
  wrongOtps: counted('wrongOtps'),
  lifetimeFailures: counted('lifetimeFailures'),
  pendingApproval: (before, after) => requestChange(before.pendingApproval, after.pendingApproval),
  lastNoAt: (before, after) => coolingDown(before.lastNoAt, after.lastNoAt),
  // Told by the attempt, by the secret, and by what an agent may still do alone.
  unlocks: null,
  attempts: null,
  generations: null,
  superseded: null,
  lastCodeDigest: null,
};

function activationChanges(before: Activation, after: Activation): readonly Change[] {
  const changes = Object.values(compared).flatMap((compare) => compare?.(before, after) ?? []);
  const moved = before.status !== after.status;
  return [
    ...(moved ? [{ what: 'status', from: before.status, to: after.status } as const] : []),
    ...(before.status === 'awaiting_code' && moved
      ? [{ what: 'attempt-ended', number: before.attempt.number } as const]
      : []),
    ...(moved ? [{ what: 'secret', becomes: secretBecomes(before, after) } as const] : []),
    ...changes,
  ];
}

function secretBecomes(before: Activation, after: Activation): 'revoked' | 'kept' | 'none' {
  if (before.secret === null) return 'none';
  return after.secret?.generation === before.secret.generation ? 'kept' : 'revoked';
}

function accountChanges(before: KnownAccount, after: KnownAccount): readonly Change[] {
  const changes: readonly (Change | null)[] = [
    before.status === after.status ? null : { what: 'account', to: after.status },
    before.phone?.e164 === after.phone?.e164 ? null : { what: 'phone', from: before.phone, to: after.phone },
    before.phoneUsableFrom === after.phoneUsableFrom ? null : { what: 'phone-usable-from', at: after.phoneUsableFrom },
    requestChange(before.pendingPhoneChange, after.pendingPhoneChange),
    coolingDown(before.lastNoAt, after.lastNoAt),
  ];
  return changes.filter((change) => change !== null);
}

interface Waiting {
  readonly expiresAt: Instant;
  readonly emergency: boolean;
  readonly firstYesBy: string | null;
}

function requestChange(before: Waiting | null, after: Waiting | null): Change | null {
  if (before === null && after === null) return null;
  if (after === null) return { what: 'request', becomes: 'over' };
  if (after.firstYesBy !== (before?.firstYesBy ?? null)) return { what: 'request', becomes: 'half-approved' };
  if (before !== null) return null;
  return { what: 'request', becomes: 'waiting', until: after.expiresAt, emergency: after.emergency };
}

function coolingDown(before: Instant | null, after: Instant | null): Change | null {
  return after === null || before === after ? null : { what: 'cooling-down', since: after };
}
