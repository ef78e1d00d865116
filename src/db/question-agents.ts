import type Database from 'better-sqlite3';
import type { AgentView, StaffView } from '../domain/read-models.ts';
import type { FilteredView, SavedFilter } from '../domain/saved-filter.ts';

type Row = Omit<AgentView, 'hasPassword'> & { readonly hasPassword: number };

/** Everyone who works here, by role and name; without passwords' hashes. */
export function agentQuestion(db: Database.Database): readonly AgentView[] {
  return db
    .prepare<[], Row>(
      `SELECT agent_id AS agentId, name, role, status, own_customer_id AS ownCustomerId,
              password_hash IS NOT NULL AS hasPassword
       FROM agents ORDER BY instr('agent supervisor trainer auditor', role), name`,
    )
    .all()
    .map((row) => ({ ...row, hasPassword: row.hasPassword === 1 }));
}

type Fares = Pick<StaffView, 'failures' | 'lastSignInAt' | 'openCases'>;

/** Everyone with how they fare; the last sign-in is the newest entry of theirs that says so. */
export function staffQuestion(db: Database.Database): readonly StaffView[] {
  const fares = db.prepare<[{ readonly agentId: string }], Fares>(`
    SELECT failures,
           (SELECT l.at FROM audit_log l WHERE l.actor_kind IN ('agent', 'administrator') AND l.actor_id = :agentId
              AND l.command = 'complete-sign-in' AND l.verdict = 'done' ORDER BY l.seq DESC LIMIT 1) AS lastSignInAt,
           (SELECT count(*) FROM support_cases k WHERE k.agent_id = :agentId AND k.closed_at IS NULL) AS openCases
    FROM agents WHERE agent_id = :agentId`);
  return agentQuestion(db).map((agent) => ({
    ...agent,
    ...(fares.get(agent) ?? { failures: 0, lastSignInAt: null, openCases: 0 }),
  }));
}

/** The filters an agent has saved for one list, by name. */
export function savedFiltersQuestion(db: Database.Database, agentId: string, view: FilteredView) {
  const saved = db.prepare<[string], string>('SELECT filters FROM agents WHERE agent_id = ?').pluck().get(agentId);
  const all: readonly SavedFilter[] = JSON.parse(saved ?? '[]');
  return all.filter((one) => one.view === view).toSorted((one, other) => one.name.localeCompare(other.name, 'pl'));
}
