import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';

/** SMS read at once: about a millisecond. */
const SLICE = 200;

/** The operators that SMS were ever sent on: skips from one name to the next on the index, few among millions. */
export function operatorsSeen(db: Database.Database): () => readonly string[] {
  const names = db
    .prepare<[], string>(
      `WITH RECURSIVE names(name) AS (
         SELECT min(operator) FROM sms_attempts
         UNION ALL SELECT (SELECT min(operator) FROM sms_attempts WHERE operator > name) FROM names WHERE name IS NOT NULL)
       SELECT name FROM names WHERE name IS NOT NULL`,
    )
    .pluck();
  return () => names.all();
}

export interface SentRow {
  readonly certificateId: number;
  readonly number: number;
  readonly requestedAt: Instant;
  readonly deadline: Instant;
  readonly deliveredAt: Instant | null;
  readonly outcome: 'confirmed' | 'not_delivered' | 'expired' | 'wrong_code' | 'superseded' | null;
}

/** Every SMS sent since a moment, operator by operator, in slices. */
export function sentSms(db: Database.Database) {
  const seen = operatorsSeen(db);
  const page = db.prepare<[string | null, number, number, number, number], SentRow>(`
    SELECT certificate_id AS certificateId, number, requested_at AS requestedAt, deadline,
      delivered_at AS deliveredAt, outcome
    FROM sms_attempts WHERE operator IS ? AND (requested_at, certificate_id, number) > (?, ?, ?)
    ORDER BY requested_at, certificate_id, number LIMIT ?`);
  return function* (from: Instant): Generator<{ operator: string | null; rows: readonly SentRow[] }> {
    for (const operator of [...seen(), null]) {
      let after: readonly [number, number, number] = [from, 0, 0];
      for (;;) {
        const rows = page.all(operator, ...after, SLICE);
        if (rows.length > 0) yield { operator, rows };
        const last = rows.at(-1);
        if (!last || rows.length < SLICE) break;
        after = [last.requestedAt, last.certificateId, last.number];
      }
    }
  };
}
