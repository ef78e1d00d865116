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

/** Each condition by the part of the filter it belongs to, in the words of its partial index. */
const conditions = {
  customerId: 'customer_id = :customerId',
  serial: 'serial = :serial',
  caseId: 'case_id = :caseId',
  agentId: "actor_kind IN ('agent', 'administrator') AND actor_id = :agentId",
  command: "command NOT IN ('seed-subscriber', 'import-record') AND command = :command",
  bulk: 'command = :bulk',
  refused: "verdict = 'refused'",
  done: "verdict = 'done'",
  from: 'at >= :from',
  until: 'at < :until',
} as const;
type Condition = keyof typeof conditions;
type Values = Readonly<Partial<Record<Condition, string | number>>>;

/** Pages of the audit log, newest first; every condition stands on an index. */
export function auditQuestion(db: Database.Database) {
  const prepared = new Map<string, Database.Statement<[Record<string, unknown>], Row>>();

  function statement(values: Values) {
    const names = Object.keys(values) as Condition[];
    const key = names.join();
    const known = prepared.get(key);
    if (known) return known;
    // Of a span of time the index of moments gives the newest without sorting; the place in the log settles ties.
    const order = 'from' in values || 'until' in values ? 'at DESC, seq DESC' : 'seq DESC';
    const where = [...names.map((name) => conditions[name]), 'seq < :before'].join(' AND ');
    const made = db.prepare<[Record<string, unknown>], Row>(
      `SELECT ${COLUMNS} FROM audit_log WHERE ${where} ORDER BY ${order} LIMIT :limit`,
    );
    prepared.set(key, made);
    return made;
  }

  return (filter: AuditFilter): readonly AuditEntry[] => {
    const { commands, before = Number.MAX_SAFE_INTEGER, limit } = filter;
    const one = oneCommand(filter);
    const asked: readonly Values[] = commands ? commands.map((command) => ({ ...one, ...ofCommand(command) })) : [one];
    const rows = asked.flatMap((values) => statement(values).all({ ...values, before, limit }));
    const newest = asked.length > 1 ? rows.toSorted((row, other) => other.seq - row.seq).slice(0, limit) : rows;
    return newest.map(({ actorKind, actorId, facts, ...row }) => ({
      ...row,
      actor: { kind: actorKind, id: actorId },
      facts: JSON.parse(facts),
    }));
  };
}

function ofCommand(command: AuditEntry['command']): Values {
  return command === 'seed-subscriber' || command === 'import-record' ? { bulk: command } : { command };
}

function oneCommand({ customerId, serial, caseId, agentId, verdict, from, until }: AuditFilter): Values {
  return {
    ...(customerId === undefined ? {} : { customerId }),
    ...(serial === undefined ? {} : { serial }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(agentId === undefined ? {} : { agentId }),
    ...(verdict === undefined ? {} : { [verdict]: 1 }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
