import type Database from 'better-sqlite3';
import { pastOf } from '../domain/account-past.ts';
import type { AccountPast, AuditFilter } from '../domain/read-models.ts';
import type { Outage } from '../domain/situation.ts';
import type { auditQuestion } from './question-audit.ts';

const EVERYTHING: AuditFilter['limit'] = Number.MAX_SAFE_INTEGER;

/** The past of one account, folded from its entries alone: they stand on an index, however long the log is. */
export function pastQuestion(db: Database.Database, audit: ReturnType<typeof auditQuestion>) {
  const outages = db.prepare<[], Outage>(
    'SELECT operator, outage_from AS "from", outage_until AS until FROM operators',
  );
  return (customerId: string): AccountPast => ({
    steps: pastOf(audit({ customerId, limit: EVERYTHING }).toReversed()),
    outages: outages.all(),
  });
}
