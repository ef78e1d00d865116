import type { SupportCase } from '../../domain/support-case.ts';
import type { supportCases } from '../schema.ts';

export type SupportCaseRow = typeof supportCases.$inferSelect;

export function supportCaseFromRow(
  { caseId, ticket, agentId, words, openedAt, closedAt, verification, handOver }: SupportCaseRow,
  customerId: string,
): Exclude<SupportCase, { status: 'absent' }> {
  const file = {
    caseId,
    ticket,
    customerId,
    agentId,
    words,
    openedAt,
    verification: JSON.parse(verification),
    handOver: handOver === null ? null : JSON.parse(handOver),
  };
  return closedAt === null ? { ...file, status: 'open' } : { ...file, status: 'closed', closedAt };
}
