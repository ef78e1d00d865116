import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { FactBase } from '../../domain/decision.ts';

/** The writer's database, typed by drizzle. */
export type Db = BetterSQLite3Database & { readonly $client: Database.Database };

/** Where one kind of thing stands: rows in, state out, and back. Inside the caller's transaction. */
export interface Shelf<State, Fact extends FactBase = FactBase> {
  /** The stored state, not settled; the initial state when nothing is stored. */
  load(id: string): State;
  /** Saves the state the facts have led to. */
  save(id: string, state: State, facts: readonly Fact[]): void;
  /** Notes anew when time will change the state, where that is stored: nothing was due yet. */
  putOff?(id: string, state: State): void;
}
