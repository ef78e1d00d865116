import { eq, sql } from 'drizzle-orm';
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
  const all = db.select().from(operators).prepare();
  const upsert = db
    .insert(operators)
    .values({
      operator: sql.placeholder('operator'),
      outageFrom: sql.placeholder('from'),
      outageUntil: sql.placeholder('until'),
    })
    .onConflictDoUpdate({
      target: operators.operator,
      set: { outageFrom: sql`excluded.outage_from`, outageUntil: sql`excluded.outage_until` },
    })
    .prepare();
  return {
    load(operator) {
      const row = byName.get({ operator });
      if (!row) return operatorDecider.initial;
      const { outageFrom: from, outageUntil: until } = row;
      return until === null
        ? { status: 'out', operator, from }
        : { status: 'working', last: { operator, from, until } };
    },
    save(operator, state) {
      if (state.status === 'out') upsert.run({ operator, from: state.from, until: null });
      else if (state.last) upsert.run({ operator, from: state.last.from, until: state.last.until });
    },
    outages: () => all.all().map(({ operator, outageFrom: from, outageUntil: until }) => ({ operator, from, until })),
  };
}
