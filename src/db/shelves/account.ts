import { eq, getTableColumns, sql } from 'drizzle-orm';
import { type Account, type AccountFact, accountDecider, type KnownAccount } from '../../domain/account.ts';
import { foldText } from '../../domain/clean-text.ts';
import { accounts } from '../schema.ts';
import { nameKeeper } from '../search.ts';
import { placeholdersFor, settersFor } from './placeholders.ts';
import type { Db, Shelf } from './shelf.ts';

export type AccountRow = typeof accounts.$inferSelect;
type Columns = Omit<AccountRow, 'id'>;

const columns = Object.keys(getTableColumns(accounts)).filter((name) => name !== 'id') as (keyof Columns)[];

export function accountShelf(db: Db): Shelf<Account, AccountFact> & { readonly rowId: (customerId: string) => number } {
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
  const names = nameKeeper(db.$client);
  return {
    load(id) {
      const row = byCustomerId.get({ id });
      return row ? accountFromRow(row) : accountDecider.initial;
    },
    save(_id, state, facts) {
      if (state.status === 'absent') return;
      const row = rowOf(state);
      if (facts.some((fact) => fact.type === 'account-opened')) {
        insert.run(row);
        names.remember(row.familyFolded, row.givenFolded);
      } else {
        update.run(row);
      }
    },
    rowId(customerId) {
      const row = idOnly.get({ id: customerId });
      if (!row) throw new Error('an account that is referred to is missing');
      return row.id;
    },
  };
}

export function accountFromRow(row: AccountRow): KnownAccount {
  const person = {
    customerId: row.customerId,
    login: row.login,
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    language: row.language,
    phone: row.phone === null ? null : { e164: row.phone, kind: row.phoneKind ?? 'unknown' },
    phoneUsableFrom: row.phoneUsableFrom,
    pendingPhoneChange: row.pendingPhoneChange === null ? null : JSON.parse(row.pendingPhoneChange),
  };
  return row.blockedAt === null
    ? { ...person, status: 'open' }
    : { ...person, status: 'blocked', blockedAt: row.blockedAt };
}

function rowOf(state: KnownAccount): Columns {
  const { customerId, login, givenName, familyName, email, language, phone, phoneUsableFrom } = state;
  return {
    customerId,
    login,
    givenName,
    familyName,
    email,
    language,
    phone: phone?.e164 ?? null,
    phoneKind: phone?.kind ?? null,
    phoneUsableFrom,
    pendingPhoneChange: state.pendingPhoneChange === null ? null : JSON.stringify(state.pendingPhoneChange),
    blockedAt: state.status === 'blocked' ? state.blockedAt : null,
    familyFolded: foldText(familyName),
    givenFolded: foldText(givenName),
    phoneReversed: phone === null ? null : [...phone.e164].reverse().join(''),
  };
}
