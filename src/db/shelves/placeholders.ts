import { type Placeholder, type SQL, sql } from 'drizzle-orm';

type Named<Row, Value> = Record<keyof Row & string, Value>;

/** A placeholder for each column, named like it: for an INSERT that is prepared once and run with a row. */
export function placeholdersFor<Row extends object>(columns: readonly (keyof Row & string)[]): Named<Row, Placeholder> {
  return byName(columns, (column) => sql.placeholder(column));
}

/** The same for the SET of an UPDATE, which drizzle wants as SQL. */
export function settersFor<Row extends object>(columns: readonly (keyof Row & string)[]): Named<Row, SQL> {
  return byName(columns, (column) => sql`${sql.placeholder(column)}`);
}

function byName<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as unknown as Record<Name, Value>;
}
