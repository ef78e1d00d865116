import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { isAttemptFact } from '../../domain/attempt-facts.ts';
import { type AttemptRecord, evolveAttempt } from '../../domain/sms-attempt.ts';
import { smsAttempts } from '../schema.ts';
import { placeholdersFor, settersFor } from './placeholders.ts';
import type { Db } from './shelf.ts';

export type AttemptRow = typeof smsAttempts.$inferSelect;

/** More than ever fail in a row before a lock, those that did not count included. */
const MOST_RECENT = 50;

const columns = Object.keys(getTableColumns(smsAttempts)) as (keyof AttemptRow)[];
/** The history of attempts: every fact about one is written onto its row. */
export function attemptRows(db: Db) {
  const key = and(
    eq(smsAttempts.certificateId, sql.placeholder('certificateId')),
    eq(smsAttempts.number, sql.placeholder('number')),
  );
  const one = db.select().from(smsAttempts).where(key).prepare();
  const newest = db
    .select()
    .from(smsAttempts)
    .where(eq(smsAttempts.certificateId, sql.placeholder('certificateId')))
    .orderBy(desc(smsAttempts.number))
    .limit(MOST_RECENT)
    .prepare();
  const insert = db.insert(smsAttempts).values(placeholdersFor<AttemptRow>(columns)).prepare();
  const update = db.update(smsAttempts).set(settersFor<AttemptRow>(columns)).where(key).prepare();
  const sent = db
    .select({ count: sql<number>`count(*)`, oldest: sql<number | null>`min(${smsAttempts.requestedAt})` })
    .from(smsAttempts)
    .where(
      and(
        eq(smsAttempts.phone, sql.placeholder('phone')),
        sql`${smsAttempts.requestedAt} > ${sql.placeholder('after')}`,
      ),
    )
    .prepare();

  const load = (certificateId: number, number: number): AttemptRecord | null => {
    const row = one.get({ certificateId, number });
    return row ? attemptFromRow(row) : null;
  };
  return {
    load,
    /** The newest attempts of one activation, newest first. */
    newest: (certificateId: number): readonly AttemptRecord[] => newest.all({ certificateId }).map(attemptFromRow),
    /** Codes sent to a phone number after a moment, to whatever certificate. */
    sentTo(phone: string, after: number) {
      return sent.get({ phone, after }) ?? { count: 0, oldest: null };
    },
    record(certificateId: number, facts: readonly { readonly type: string }[]) {
      for (const [number, own] of Map.groupBy(facts.filter(isAttemptFact), (fact) => fact.number)) {
        const isNew = own[0]?.type === 'sms-code-requested';
        const stored = isNew ? undefined : (load(certificateId, number) ?? undefined);
        const next = own.reduce(evolveAttempt, stored);
        if (next) (isNew ? insert : update).run({ ...next, counted: next.counted ? 1 : 0, certificateId });
      }
    },
  };
}

export type AttemptRows = ReturnType<typeof attemptRows>;

export function attemptFromRow({ certificateId: _id, ...attempt }: AttemptRow): AttemptRecord {
  return attempt;
}
