import type Database from 'better-sqlite3';
import type { AgentView } from '../domain/read-models.ts';

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
