import type { SupportCase } from '../../domain/support-case.ts';
import type { supportCases } from '../schema.ts';

export type SupportCaseRow = typeof supportCases.$inferSelect;

export function supportCaseFromRow(
  { caseId, ticket, agentId, words, openedAt, closedAt, verification }: SupportCaseRow,
  customerId: string,
): SupportCase {
  const file = { caseId, ticket, customerId, agentId, words, openedAt, verification: JSON.parse(verification) };
  return closedAt === null ? { ...file, status: 'open' } : { ...file, status: 'closed', closedAt };
}
