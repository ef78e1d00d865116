import type Database from 'better-sqlite3';
import type { Activation } from '../domain/activation.ts';
import { nextDueAt } from '../domain/activation-settle.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { readable } from './folded-rows.ts';
import { accountToRow } from './shelves/account-row.ts';
import type { Shelves } from './shelves/shelves.ts';

/** Columns of one subscriber that do not say what follows from the rest of the row. */
export interface Astray {
  readonly thing: 'account' | 'activation';
  readonly id: string;
  readonly fields: readonly string[];
}

/**
 * What no fold shows, because no state holds it: the columns by which the search finds, and when the sweep looks next. An
 * account that is changed there is not found any more, and a deadline passes unheeded. Without a policy, when the sweep has to look is not known.
 */
export function derivedColumns(reader: Database.Database, shelves: Shelves, policy: Policy | null) {
  const searched = reader.prepare<[string], Readonly<Record<string, string | null>>>(
    `SELECT family_folded AS familyFolded, given_folded AS givenFolded, phone_reversed AS phoneReversed
     FROM accounts WHERE customer_id = ?`,
  );
  const known = reader.prepare<[string], number>('SELECT 1 FROM names WHERE name = ?').pluck();
  const dates = reader.prepare<[string], { serial: string; dueAt: number | null }>(
    `SELECT c.serial, v.due_at AS dueAt FROM activations v JOIN certificates c ON c.id = v.certificate_id
     JOIN accounts a ON a.id = c.account_id WHERE a.customer_id = ?`,
  );

  return (customerId: CustomerId): readonly Astray[] => [
    ...accountAstray(customerId),
    ...activationsAstray(customerId),
  ];

  function accountAstray(customerId: CustomerId): readonly Astray[] {
    const stored = searched.get(customerId);
    const account = stored && readable(() => shelves.account.load(customerId));
    if (!account || account.status === 'absent') return [];
    const { familyFolded, givenFolded, phoneReversed } = accountToRow(account);
    const follows = { familyFolded, givenFolded, phoneReversed };
    const fields = Object.entries(follows).flatMap(([name, value]) => (stored[name] === value ? [] : [name]));
    const isListed = [familyFolded, givenFolded].every((name) => known.get(name) !== undefined);
    const all = isListed ? fields : [...fields, 'names'];
    return all.length === 0 ? [] : [{ thing: 'account', id: customerId, fields: all }];
  }

  function activationsAstray(customerId: CustomerId): readonly Astray[] {
    return dates.all(customerId).flatMap(({ serial, dueAt }) => {
      const state = readable(() => shelves.activation.load(serial));
      const latest = state && policy ? latestDue(state, policy) : null;
      const isLate = latest !== null && (dueAt === null || dueAt > latest);
      return isLate ? [{ thing: 'activation', id: serial, fields: ['dueAt'] }] : [];
    });
  }
}

/**
 * Earlier is harmless: the sweep looks, and puts it right. Under a policy that keeps secrets for less than the one of when a
 * code was asked for, that code's deadline stays.
 */
function latestDue(state: Activation, policy: Policy): number | null {
  return state.status === 'awaiting_code' ? state.attempt.deadline + 1 : nextDueAt(state, policy);
}
