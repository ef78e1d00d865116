import { eq, sql } from 'drizzle-orm';
import type { BulkUnlock } from '../../domain/bulk-unlock.ts';
import { type Operator, type OperatorFact, operatorDecider } from '../../domain/operator.ts';
import type { Outage } from '../../domain/situation.ts';
import { operators } from '../schema.ts';
import type { Db, Shelf } from './shelf.ts';

export function operatorShelf(db: Db): Shelf<Operator, OperatorFact> & { readonly outages: () => readonly Outage[] } {
  const byName = db
    .select()
    .from(operators)
    .where(eq(operators.operator, sql.placeholder('operator')))
    .prepare();
  const { operator: name, outageFrom, outageUntil } = operators;
  // Without the bulk unlocks: their lists are long, and outages are asked for often.
  const all = db.select({ operator: name, from: outageFrom, until: outageUntil }).from(operators).prepare();
  const upsert = db
    .insert(operators)
    .values({
      operator: sql.placeholder('operator'),
      outageFrom: sql.placeholder('from'),
      outageUntil: sql.placeholder('until'),
      bulkUnlock: sql.placeholder('bulkUnlock'),
    })
    .onConflictDoUpdate({
      target: operators.operator,
      set: {
        outageFrom: sql`excluded.outage_from`,
        outageUntil: sql`excluded.outage_until`,
        bulkUnlock: sql`excluded.bulk_unlock`,
      },
    })
    .prepare();
  return {
    load(operator) {
      const row = byName.get({ operator });
      if (!row) return operatorDecider.initial;
      const { outageFrom: from, outageUntil: until } = row;
      const bulkUnlock: BulkUnlock | null = row.bulkUnlock === null ? null : JSON.parse(row.bulkUnlock);
      return until === null
        ? { status: 'out', operator, from, bulkUnlock }
        : { status: 'working', last: { operator, from, until }, bulkUnlock };
    },
    save(operator, state) {
      const bulkUnlock = state.bulkUnlock === null ? null : JSON.stringify(state.bulkUnlock);
      if (state.status === 'out') upsert.run({ operator, from: state.from, until: null, bulkUnlock });
      else if (state.last) upsert.run({ operator, from: state.last.from, until: state.last.until, bulkUnlock });
    },
    outages: () => all.all(),
  };
}
