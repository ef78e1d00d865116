import { pastOf } from '../domain/account-past.ts';
import type { AccountPast, AuditFilter } from '../domain/read-models.ts';
import type { auditQuestion } from './question-audit.ts';

const EVERYTHING: AuditFilter['limit'] = Number.MAX_SAFE_INTEGER;
const OUTAGES: AuditFilter = { commands: ['recognise-outage', 'end-outage'], verdict: 'done', limit: EVERYTHING };

/** The past of one account, folded from its entries alone: they stand on an index, however long the log is. */
export function pastQuestion(audit: ReturnType<typeof auditQuestion>) {
  return (customerId: string): AccountPast => ({
    steps: pastOf(audit({ customerId, limit: EVERYTHING }).toReversed()),
    outageLog: audit(OUTAGES).toReversed(),
  });
}
