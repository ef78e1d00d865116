import type Database from 'better-sqlite3';
import type { AgentId, Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { ApprovalPattern } from '../domain/read-models.ts';

interface Pair {
  readonly requestedBy: AgentId;
  readonly approvedBy: AgentId;
  readonly decisions: number;
  readonly resets: number;
  readonly emergencies: number;
}

/** Who decided whose requests lately, from the audit log: the one place where both names stand beside each other. */
export function patternsQuestion(db: Database.Database, policy: Policy) {
  // Of an emergency both who said yes stand beside who asked.
  const pairs = db.prepare<[Instant], Pair>(`
    WITH decided AS (
      SELECT f.value ->> '$.requestedBy' AS requestedBy, l.actor_id AS approvedBy,
        f.value ->> '$.firstYesBy' AS firstYesBy, f.value ->> '$.action' IS 'reset' AS isReset
      FROM audit_log l, json_each(l.facts) f
      WHERE l.command IN ('approve-request', 'approve-phone-change') AND l.at > ? AND l.verdict = 'done'
        AND f.value ->> '$.type' IN ('approval-granted', 'phone-changed')),
    yeses AS (
      SELECT requestedBy, approvedBy, isReset, firstYesBy IS NOT NULL AS isEmergency FROM decided
      UNION ALL SELECT requestedBy, firstYesBy, 0, 0 FROM decided WHERE firstYesBy IS NOT NULL)
    SELECT requestedBy, approvedBy, count(*) AS decisions, sum(isReset) AS resets, sum(isEmergency) AS emergencies
    FROM yeses GROUP BY 1, 2`);

  return (now: Instant): readonly ApprovalPattern[] => {
    const { within, samePair, manyResets } = policy.support.patterns;
    const known = pairs.all(now - within);
    const perAgent = [...Map.groupBy(known, ({ requestedBy }) => requestedBy)];
    const sum = (rows: readonly Pair[], of: 'resets' | 'emergencies') =>
      rows.reduce((total, row) => total + row[of], 0);
    const patterns: readonly ApprovalPattern[] = [
      ...known
        .filter(({ decisions }) => decisions >= samePair)
        .map(({ requestedBy, approvedBy, decisions }) => {
          return { what: 'same-pair', requestedBy, approvedBy, count: decisions } as const;
        }),
      ...perAgent
        .map(([requestedBy, rows]) => ({ what: 'many-resets', requestedBy, count: sum(rows, 'resets') }) as const)
        .filter(({ count }) => count >= manyResets),
      ...perAgent
        .map(([requestedBy, rows]) => ({ what: 'emergencies', requestedBy, count: sum(rows, 'emergencies') }) as const)
        .filter(({ count }) => count > 0),
    ];
    return patterns.toSorted((one, other) => other.count - one.count);
  };
}
