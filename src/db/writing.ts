import type Database from 'better-sqlite3';
import { openWriter } from './connection.ts';
import { type Transact, transactor } from './transact.ts';

/** The connection for changes, opened when the first change is asked for: questions alone start faster without it. */
export interface Writing {
  (): { readonly db: Database.Database; readonly transact: Transact; readonly takenBack: Transact };
  /** Closes it if it was ever opened, after a last look. */
  close(last?: (db: Database.Database) => void): void;
}

/** `beginning`, of the connection once it is open, runs first in every transaction. */
export function writingTo(path: string, beginning: (db: Database.Database) => () => void = () => () => {}): Writing {
  let opened: ReturnType<Writing> | null = null;
  const get = () => {
    if (!opened) {
      const db = openWriter(path);
      const { transact, takenBack } = transactor(db, beginning(db));
      opened = { db, transact, takenBack };
    }
    return opened;
  };
  return Object.assign(get, {
    close(last?: (db: Database.Database) => void) {
      if (!opened) return;
      last?.(opened.db);
      opened.db.close();
      opened = null;
    },
  });
}
