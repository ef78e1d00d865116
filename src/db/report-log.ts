import type Database from 'better-sqlite3';
import type { RecordedFact } from '../domain/audit.ts';
import { commandKinds } from '../domain/commands.ts';
import type { Instant } from '../domain/ids.ts';
import type { Asking } from '../domain/report.ts';
import type { Noted } from '../domain/report-log.ts';
import { breather } from './breather.ts';

/** Entries read at once: about a millisecond. */
const SLICE = 100;
const decisions: readonly string[] = [
  'approve-request',
  'reject-request',
  'approve-phone-change',
  'reject-phone-change',
  'approve-bulk-unlock',
  'reject-bulk-unlock',
];

interface Row extends Omit<Noted, 'facts' | 'isDecision'> {
  readonly at: number;
  readonly command: string;
  /** Null of what was seeded or imported: that is thousands of facts in one entry, and no work of this desk. */
  readonly facts: string | null;
}

/** The audit log since a moment, read backwards from its end, in slices. */
export function reportLog(db: Database.Database) {
  const page = db.prepare<[number, number], Row>(`
    SELECT seq, at, command, actor_id AS actorId, case_id AS caseId, reason,
      CASE WHEN command IN ('seed-subscriber', 'import-record') THEN NULL ELSE facts END AS facts
    FROM audit_log WHERE seq < ? ORDER BY seq DESC LIMIT ?`);
  // Over a million seeded entries at once: the newest of each command before them, on its index.
  const before = db
    .prepare<[string, number], number | null>(
      `SELECT max(seq) FROM audit_log
       WHERE command NOT IN ('seed-subscriber', 'import-record') AND command = ? AND seq < ?`,
    )
    .pluck();
  const kinds = [...Object.keys(commandKinds), 'rotate-keys', 'back-up', 'back-up-failed', 'change-policy'];
  const lastBefore = (seq: number) => Math.max(0, ...kinds.map((command) => before.get(command, seq) ?? 0));

  /** Entries since `from` with facts of these types, oldest first, those facts alone. */
  return async (
    types: readonly RecordedFact['type'][],
    from: Instant,
    { onProgress = () => undefined, signal }: Asking = {},
  ): Promise<readonly Noted[]> => {
    const wanted = new Set<string>(types);
    const needles = types.map((type) => `"type":"${type}"`);
    const noted: Noted[] = [];
    let upTo = Number.MAX_SAFE_INTEGER;
    let newest: Instant | null = null;
    const breath = breather(signal);
    for (;;) {
      const rows = page.all(upTo, SLICE);
      for (const { at, command, facts, ...row } of rows) {
        upTo = row.seq;
        newest ??= at;
        if (facts === null || at < from || !needles.some((needle) => facts.includes(needle))) continue;
        const known = (JSON.parse(facts) as RecordedFact[]).filter(({ type }) => wanted.has(type));
        noted.push({ ...row, isDecision: decisions.includes(command), facts: known });
      }
      const last = rows.at(-1);
      if (!last || newest === null) break;
      if (last.facts === null) upTo = lastBefore(last.seq) + 1;
      else if (last.at < from) break;
      onProgress((newest - last.at) / Math.max(1, newest - from));
      await breath();
    }
    return noted.reverse();
  };
}
