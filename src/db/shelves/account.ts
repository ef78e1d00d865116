import { eq, getTableColumns, sql } from 'drizzle-orm';
import { type Account, type AccountFact, accountDecider } from '../../domain/account.ts';
import { nameKeeper } from '../names.ts';
import { accounts } from '../schema.ts';
import { type AccountRow, accountFromRow, accountToRow } from './account-row.ts';
import { placeholdersFor, settersFor } from './placeholders.ts';
import type { Db, Shelf } from './shelf.ts';

type Columns = Omit<AccountRow, 'id'>;

const columns = Object.keys(getTableColumns(accounts)).filter((name) => name !== 'id') as (keyof Columns)[];

interface AccountShelf extends Shelf<Account, AccountFact> {
  readonly rowId: (customerId: string) => number;
  /** The last "no" about the account or any certificate of it. */
  readonly lastNo: (customerId: string) => number | null;
  /** The transaction in which something was saved was taken back. */
  readonly takenBack: () => void;
}

export function accountShelf(db: Db): AccountShelf {
  const byCustomerId = db
    .select()
    .from(accounts)
    .where(eq(accounts.customerId, sql.placeholder('id')))
    .prepare();
  const idOnly = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.customerId, sql.placeholder('id')))
    .prepare();
  const insert = db.insert(accounts).values(placeholdersFor<Columns>(columns)).prepare();
  const update = db
    .update(accounts)
    .set(settersFor<Columns>(columns))
    .where(eq(accounts.customerId, sql.placeholder('customerId')))
    .prepare();
  const lastNo = db.$client
    .prepare<{ id: string }, number | null>(`
      SELECT max(at) FROM (
        SELECT last_no_at AS at FROM accounts WHERE customer_id = :id
        UNION ALL
        SELECT v.last_no_at FROM accounts a JOIN certificates c ON c.account_id = a.id
          JOIN activations v ON v.certificate_id = c.id WHERE a.customer_id = :id)`)
    .pluck();
  const names = nameKeeper(db.$client);
  return {
    load(id) {
      const row = byCustomerId.get({ id });
      return row ? accountFromRow(row) : accountDecider.initial;
    },
    save(_id, state, facts) {
      if (state.status === 'absent') return;
      const row = accountToRow(state);
      if (facts.some((fact) => fact.type === 'account-opened')) {
        insert.run(row);
        names.remember(row.familyFolded, row.givenFolded);
      } else {
        update.run(row);
      }
    },
    lastNo: (id) => lastNo.get({ id }) ?? null,
    takenBack: names.forget,
    rowId(customerId) {
      const row = idOnly.get({ id: customerId });
      if (!row) throw new Error('an account that is referred to is missing');
      return row.id;
    },
  };
}
