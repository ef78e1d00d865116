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

  // A list names who asked for it in an entry of its own; there are few.
  const lists = db.prepare<[Instant], Pair>(`
    WITH named AS (SELECT seq, at, command, actor_id, verdict, facts FROM audit_log
        WHERE command NOT IN ('seed-subscriber', 'import-record') AND command = 'ask-bulk-unlock'),
      answered AS (SELECT seq, at, actor_id, verdict, facts FROM audit_log
        WHERE command NOT IN ('seed-subscriber', 'import-record') AND command = 'approve-bulk-unlock'),
      pairs AS (
        SELECT y.actor_id AS approvedBy, (
          SELECT n.actor_id FROM named n
          WHERE n.seq < y.seq AND n.verdict = 'done' AND n.facts ->> '$[0].id' = f.value ->> '$.id'
          ORDER BY n.seq DESC LIMIT 1) AS requestedBy
        FROM answered y, json_each(y.facts) f
        WHERE y.at > ? AND y.verdict = 'done' AND f.value ->> '$.type' = 'bulk-unlock-approved')
    SELECT requestedBy, approvedBy, count(*) AS decisions, 0 AS resets, 0 AS emergencies
    FROM pairs WHERE requestedBy IS NOT NULL GROUP BY 1, 2`);

  return (now: Instant): readonly ApprovalPattern[] => {
    const { within, samePair, manyResets } = policy.support.patterns;
    const known = merged([...pairs.all(now - within), ...lists.all(now - within)]);
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

/** Each two once, whatever they decided. */
function merged(rows: readonly Pair[]): readonly Pair[] {
  const byPair = Map.groupBy(rows, ({ requestedBy, approvedBy }) => `${requestedBy}\n${approvedBy}`);
  return [...byPair.values()].flatMap((rows) => {
    const sum = (of: 'decisions' | 'resets' | 'emergencies') => rows.reduce((total, row) => total + row[of], 0);
    const [pair] = rows;
    return pair
      ? [{ ...pair, decisions: sum('decisions'), resets: sum('resets'), emergencies: sum('emergencies') }]
      : [];
  });
}
