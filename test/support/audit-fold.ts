import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Difference, differencesOf } from '../../src/db/folded-rows.ts';
import { openShelves } from '../../src/db/shelves/shelves.ts';
import type { RecordedFact } from '../../src/domain/audit.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';

/** Folds the whole audit log and names every thing whose stored rows say something else. */
export function differencesFromAudit(db: Database.Database): readonly Difference[] {
  const facts = db
    .prepare<[], { facts: string }>('SELECT facts FROM audit_log ORDER BY seq')
    .all()
    .flatMap((row) => JSON.parse(row.facts) as RecordedFact[]);
  return differencesOf(
    facts,
    openShelves(drizzle(db), () => defaultPolicy),
  );
}
