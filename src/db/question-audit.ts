import type Database from 'better-sqlite3';
import type { AuditEntry } from '../domain/audit.ts';
import type { AuditFilter } from '../domain/read-models.ts';

type Row = Omit<AuditEntry, 'actor' | 'facts'> & {
  readonly actorKind: AuditEntry['actor']['kind'];
  readonly actorId: string;
  readonly facts: string;
};

const COLUMNS = `seq, at, actor_kind AS actorKind, actor_id AS actorId, command, customer_id AS customerId, serial,
  case_id AS caseId, ticket, reason, note, verdict, refusal, facts, prev_hash AS prevHash, hash`;

/** Pages of the audit log, newest first; of one customer or one certificate by their indexes. */
export function auditQuestion(db: Database.Database) {
  const page = (condition: string) =>
    db.prepare<[Record<string, unknown>], Row>(
      `SELECT ${COLUMNS} FROM audit_log WHERE ${condition} seq < :before ORDER BY seq DESC LIMIT :limit`,
    );
  const everything = page('');
  const ofCustomer = page('customer_id = :customerId AND');
  const ofSerial = page('serial = :serial AND');
  return (filter: AuditFilter): readonly AuditEntry[] => {
    const { customerId, serial, before = Number.MAX_SAFE_INTEGER, limit } = filter;
    const statement = serial !== undefined ? ofSerial : customerId !== undefined ? ofCustomer : everything;
    const values = {
      before,
      limit,
      ...(serial !== undefined ? { serial } : customerId !== undefined ? { customerId } : {}),
    };
    return statement.all(values).map(({ actorKind, actorId, facts, ...row }) => ({
      ...row,
      actor: { kind: actorKind, id: actorId },
      facts: JSON.parse(facts),
    }));
  };
}
