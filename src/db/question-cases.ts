import type Database from 'better-sqlite3';
import { DAY, type Instant } from '../domain/ids.ts';
import type { CaseFilter, CaseView } from '../domain/read-models.ts';
import { type SupportCaseRow, supportCaseFromRow } from './shelves/support-case-row.ts';

export const CASE_COLUMNS = `k.case_id AS caseId, k.ticket, k.account_id AS accountId, k.agent_id AS agentId, k.words,
  k.opened_at AS openedAt, k.closed_at AS closedAt, k.verification, k.hand_over AS handOver`;

/** Calls are counted this far back: "the 4th this week". */
const WEEK = 7 * DAY;

/** How often the account in `a` or `k` called within a week, by the index of an account's cases. */
export function callsOf(accountId: string): string {
  return `(SELECT count(*) FROM support_cases n WHERE n.account_id = ${accountId} AND n.opened_at > :weekAgo)`;
}

export function weekBefore(now: Instant): { readonly weekAgo: Instant } {
  return { weekAgo: now - WEEK };
}

type Row = SupportCaseRow & Pick<CaseView, 'givenName' | 'familyName' | 'calls'> & { readonly customerId: string };

/** Open cases, of one agent or of everybody, the oldest first. */
export function casesQuestion(db: Database.Database) {
  const open = (condition: string) =>
    db.prepare<[Record<string, unknown>], Row>(`
      SELECT ${CASE_COLUMNS}, a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName,
             ${callsOf('k.account_id')} AS calls
      FROM support_cases k JOIN accounts a ON a.id = k.account_id
      WHERE k.closed_at IS NULL ${condition} ORDER BY k.opened_at LIMIT :limit`);
  const everybodys = open('');
  const ofAgent = open('AND k.agent_id = :agentId');
  return ({ agentId, limit }: CaseFilter, now: Instant): readonly CaseView[] => {
    const values = { ...weekBefore(now), limit, ...(agentId === undefined ? {} : { agentId }) };
    const rows = agentId === undefined ? everybodys.all(values) : ofAgent.all(values);
    return rows.map(({ customerId, givenName, familyName, calls, ...row }) => ({
      supportCase: supportCaseFromRow(row, customerId),
      givenName,
      familyName,
      calls,
    }));
  };
}
