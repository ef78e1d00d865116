import type { AuditRecord } from '../domain/audit.ts';
import type { Instant } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';

/** The audit entry of work on the database as a whole, which happens to no subscriber. */
export function upkeepRecord(
  at: Instant,
  { kind, id }: Pick<Actor, 'kind' | 'id'>,
  command: 'rotate-keys' | 'back-up' | 'back-up-failed' | 'change-policy',
  note: string | null,
): AuditRecord {
  const nobody = { customerId: null, serial: null, caseId: null, ticket: null, reason: null, refusal: null };
  return { at, actor: { kind, id }, command, ...nobody, note, verdict: 'done', facts: [] };
}
