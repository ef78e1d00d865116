import type Database from 'better-sqlite3';
import type { RecordedFact } from '../domain/audit.ts';
import type { Instant } from '../domain/ids.ts';
import type { Asking } from '../domain/report.ts';
import { breather } from './breather.ts';
import { sentSms } from './sent-sms.ts';

/**
 * What a training database was seeded with, as far as it lies after a moment: the pasts of those who were sent an SMS
 * since, or are locked or frozen since. Each stands in one entry of its subscriber, and comes
 * in its own order; empty in a live database.
 */
export function seededPast(db: Database.Database) {
  const isTraining = db.prepare(`SELECT 1 FROM meta WHERE key = 'realm' AND value = 'training'`).pluck().get() === 1;
  const sent = sentSms(db);
  const stopped = db
    .prepare<[number, number, number], number>(`
      SELECT certificate_id FROM activations WHERE status = 'locked' AND lock_cause = 'sms' AND since >= ?
      UNION ALL SELECT certificate_id FROM activations WHERE status = 'locked' AND lock_cause = 'otp' AND since >= ?
      UNION ALL SELECT certificate_id FROM activations WHERE status = 'frozen' AND since >= ?`)
    .pluck();
  const past = db
    .prepare<[number], string>(`
      SELECT l.facts FROM accounts a JOIN audit_log l ON l.customer_id = a.customer_id
      WHERE a.id = ? AND l.command = 'seed-subscriber' LIMIT 1`)
    .pluck();
  const holder = db.prepare<[number], number>('SELECT account_id FROM certificates WHERE id = ?').pluck();

  return async (
    types: readonly RecordedFact['type'][],
    from: Instant,
    { onProgress = () => undefined, signal }: Asking = {},
  ): Promise<readonly RecordedFact[]> => {
    if (!isTraining) return [];
    const breath = breather(signal);
    const whose = new Set(stopped.all(from, from, from));
    for (const { rows } of sent(from)) {
      for (const { certificateId } of rows) whose.add(certificateId);
      await breath();
    }
    const facts: RecordedFact[] = [];
    const known = new Set<number>();
    let read = 0;
    for (const certificateId of whose) {
      const account = holder.get(certificateId) ?? 0;
      // One past tells of all certificates of a subscriber.
      const told = known.has(account) ? '[]' : (past.get(account) ?? '[]');
      known.add(account);
      for (const fact of JSON.parse(told) as RecordedFact[]) if (types.includes(fact.type)) facts.push(fact);
      read += 1;
      onProgress(read / whose.size);
      await breath();
    }
    return facts;
  };
}
