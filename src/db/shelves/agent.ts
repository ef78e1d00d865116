import { and, count, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import { type Agent, type AgentFact, agentDecider, type KnownAgent } from '../../domain/agent.ts';
import { agents } from '../schema.ts';
import { damagedRow } from './damaged-row.ts';
import { placeholdersFor } from './placeholders.ts';
import type { Db, Shelf } from './shelf.ts';

export type AgentRow = typeof agents.$inferSelect;
const columns = Object.keys(getTableColumns(agents)) as (keyof AgentRow)[];

export interface AgentShelf extends Shelf<Agent, AgentFact> {
  /** The staff who are subscribers themselves, and this is their account. */
  readonly holdersOf: (customerId: string) => readonly string[];
  /** How many enabled supervisors there are besides this one. */
  readonly supervisorsBeside: (agentId: string) => number;
}

export function agentShelf(db: Db): AgentShelf {
  const byId = db
    .select()
    .from(agents)
    .where(eq(agents.agentId, sql.placeholder('agentId')))
    .prepare();
  const byOwn = db
    .select({ agentId: agents.agentId })
    .from(agents)
    .where(eq(agents.ownCustomerId, sql.placeholder('customerId')))
    .prepare();
  const supervisors = db
    .select({ count: count() })
    .from(agents)
    .where(
      and(eq(agents.role, 'supervisor'), eq(agents.status, 'enabled'), ne(agents.agentId, sql.placeholder('agentId'))),
    )
    .prepare();
  const upsert = db
    .insert(agents)
    .values(placeholdersFor<AgentRow>(columns))
    .onConflictDoUpdate({
      target: agents.agentId,
      set: {
        role: sql`excluded.role`,
        passwordHash: sql`excluded.password_hash`,
        failures: sql`excluded.failures`,
        status: sql`excluded.status`,
        statusSince: sql`excluded.status_since`,
        filters: sql`excluded.filters`,
      },
    })
    .prepare();
  return {
    load(agentId) {
      const row = byId.get({ agentId });
      return row ? agentFromRow(row) : agentDecider.initial;
    },
    save(_id, state, facts) {
      if (state.status === 'absent') return;
      const { agentId, name, role, passwordHash, ownCustomerId, failures, status } = state;
      const statusSince = sinceOf(state) ?? facts.at(-1)?.at ?? 0;
      const filters = JSON.stringify(state.filters);
      upsert.run({ agentId, name, role, passwordHash, ownCustomerId, failures, status, statusSince, filters });
    },
    supervisorsBeside: (agentId) => supervisors.get({ agentId })?.count ?? 0,
    holdersOf: (customerId) => byOwn.all({ customerId }).map(({ agentId }) => agentId),
  };
}

export function agentFromRow({ statusSince, status, filters, ...row }: AgentRow): KnownAgent {
  const profile = { ...row, filters: JSON.parse(filters) };
  switch (status) {
    case 'enabled':
      return { ...profile, status };
    case 'locked':
      return { ...profile, status, lockedAt: statusSince };
    case 'disabled':
      return { ...profile, status, disabledAt: statusSince };
    default:
      throw damagedRow();
  }
}

function sinceOf(state: KnownAgent): number | null {
  if (state.status === 'locked') return state.lockedAt;
  return state.status === 'disabled' ? state.disabledAt : null;
}
