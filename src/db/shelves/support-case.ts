import { eq, sql } from 'drizzle-orm';
import { type SupportCase, type SupportCaseFact, supportCaseDecider } from '../../domain/support-case.ts';
import { accounts, supportCases } from '../schema.ts';
import type { Db, Shelf } from './shelf.ts';
import { supportCaseFromRow } from './support-case-row.ts';

export function supportCaseShelf(
  db: Db,
  accountRowId: (customerId: string) => number,
): Shelf<SupportCase, SupportCaseFact> {
  const byId = db
    .select({ row: supportCases, customerId: accounts.customerId })
    .from(supportCases)
    .innerJoin(accounts, eq(accounts.id, supportCases.accountId))
    .where(eq(supportCases.caseId, sql.placeholder('caseId')))
    .prepare();
  const upsert = db
    .insert(supportCases)
    .values({
      caseId: sql.placeholder('caseId'),
      ticket: sql.placeholder('ticket'),
      accountId: sql.placeholder('accountId'),
      agentId: sql.placeholder('agentId'),
      words: sql.placeholder('words'),
      openedAt: sql.placeholder('openedAt'),
      closedAt: sql.placeholder('closedAt'),
      verification: sql.placeholder('verification'),
      handOver: sql.placeholder('handOver'),
    })
    .onConflictDoUpdate({
      target: supportCases.caseId,
      set: {
        agentId: sql`excluded.agent_id`,
        closedAt: sql`excluded.closed_at`,
        verification: sql`excluded.verification`,
        handOver: sql`excluded.hand_over`,
      },
    })
    .prepare();
  return {
    load(caseId) {
      const found = byId.get({ caseId });
      return found ? supportCaseFromRow(found.row, found.customerId) : supportCaseDecider.initial;
    },
    save(caseId, state) {
      if (state.status === 'absent') return;
      upsert.run({
        caseId,
        ticket: state.ticket,
        accountId: accountRowId(state.customerId),
        agentId: state.agentId,
        words: state.words,
        openedAt: state.openedAt,
        closedAt: state.status === 'closed' ? state.closedAt : null,
        verification: JSON.stringify(state.verification),
        handOver: state.handOver === null ? null : JSON.stringify(state.handOver),
      });
    },
  };
}
