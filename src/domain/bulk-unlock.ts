import { type Decision, done, refuse } from './decision.ts';
import type { AgentId, Instant, Serial } from './ids.ts';
import type { Operator, OperatorCommand, OperatorFact } from './operator.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';

/** More than one person can read before they approve. */
export const MOST_IN_BULK = 2_000;

/** The unlock of everybody whom an outage has locked: one list, asked for by one person and approved by another. */
export interface BulkUnlock {
  readonly outage: { readonly operator: string; readonly from: Instant; readonly until: Instant };
  /** Whom, exactly; nobody else is unlocked by it. */
  readonly serials: readonly Serial[];
  readonly requestedBy: AgentId;
  readonly requestedAt: Instant;
  readonly note: string;
  readonly expiresAt: Instant;
  /** Null while it waits for a supervisor. */
  readonly approved: { readonly by: AgentId; readonly at: Instant } | null;
}

export type BulkUnlockFact =
  | ({ readonly type: 'bulk-unlock-requested'; readonly at: Instant } & Omit<BulkUnlock, 'approved'>)
  | {
      readonly type: 'bulk-unlock-approved';
      readonly at: Instant;
      readonly operator: string;
      readonly by: AgentId;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'bulk-unlock-rejected'; readonly at: Instant; readonly operator: string }
  | { readonly type: 'bulk-unlock-lapsed'; readonly at: Instant; readonly operator: string };

type Of<T extends OperatorCommand['type']> = Extract<OperatorCommand, { type: T }>;

/** What is asked for or approved and not yet too old. */
export function bulkInForce(bulk: BulkUnlock | null, now: Instant): BulkUnlock | null {
  return bulk && now < bulk.expiresAt ? bulk : null;
}

/** Asked for when the outage is over: before that, whoever is unlocked only waits again. */
export function askBulkUnlock(
  state: Operator,
  command: Of<'ask-bulk-unlock'>,
  { actor, now, policy }: Situation,
): Decision<OperatorFact> {
  if (state.status === 'out') return refuse({ code: 'outage-lasts', since: state.from });
  const { last } = state;
  if (!last || last.until === null) return refuse({ code: 'no-outage' });
  const pending = bulkInForce(state.bulkUnlock, now);
  if (pending && !pending.approved) return refuse({ code: 'approval-pending', expiresAt: pending.expiresAt });
  const serials = [...new Set(command.serials)];
  if (serials.length === 0) return refuse({ code: 'nobody-locked-by-outage' });
  if (serials.length > MOST_IN_BULK) return refuse({ code: 'too-many-at-once', most: MOST_IN_BULK });
  const outage = { operator: last.operator, from: last.from, until: last.until };
  const asked = { requestedBy: actor.id, requestedAt: now, note: command.note };
  const expiresAt = now + policy.support.approvalValid;
  return done([{ type: 'bulk-unlock-requested', at: now, outage, serials, ...asked, expiresAt }]);
}

/** Another person, a supervisor, says yes to exactly this list, or no. Of two who answer at once, one is heard. */
export function decideBulkUnlock(
  state: Operator,
  command: Of<'approve-bulk-unlock' | 'reject-bulk-unlock'>,
  { actor, now, policy }: Situation,
): Decision<OperatorFact> {
  const pending = bulkInForce(state.bulkUnlock, now);
  if (!pending || pending.approved) return refuse({ code: 'no-approval-pending' });
  if (pending.requestedBy === actor.id) return refuse({ code: 'same-person' });
  const { operator } = command;
  if (command.type === 'reject-bulk-unlock') return done([{ type: 'bulk-unlock-rejected', at: now, operator }]);
  const expiresAt = now + policy.support.approvalValid;
  return done([{ type: 'bulk-unlock-approved', at: now, operator, by: actor.id, expiresAt }]);
}

/** What was neither decided nor carried out in time. */
export function settleBulkUnlock(state: Operator, now: Instant): readonly OperatorFact[] {
  const { bulkUnlock } = state;
  if (!bulkUnlock || now < bulkUnlock.expiresAt) return [];
  return [{ type: 'bulk-unlock-lapsed', at: bulkUnlock.expiresAt, operator: bulkUnlock.outage.operator }];
}

export function evolveBulkUnlock(bulk: BulkUnlock | null, fact: BulkUnlockFact): BulkUnlock | null {
  switch (fact.type) {
    case 'bulk-unlock-requested': {
      const { type: _type, at: _at, ...asked } = fact;
      return { ...asked, approved: null };
    }
    case 'bulk-unlock-approved':
      return bulk && { ...bulk, expiresAt: fact.expiresAt, approved: { by: fact.by, at: fact.at } };
    case 'bulk-unlock-rejected':
    case 'bulk-unlock-lapsed':
      return null;
  }
}

/** The approval that one certificate can be unlocked on, or why there is none. */
export function approvalOf(
  bulk: BulkUnlock | null,
  serial: Serial,
  now: Instant,
): (BulkUnlock & { readonly approved: NonNullable<BulkUnlock['approved']> }) | Refusal {
  const inForce = bulkInForce(bulk, now);
  if (!inForce?.approved) return { code: 'bulk-unlock-not-approved' };
  return inForce.serials.includes(serial) ? { ...inForce, approved: inForce.approved } : { code: 'not-on-the-list' };
}
