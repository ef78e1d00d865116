import type Database from 'better-sqlite3';

export type OneMoment = <T>(question: () => T) => T;

/**
 * All statements of a question see one moment of the file, whatever others commit between two of them, and it is locked
 * for reading once instead of for each. A question within a question sees the moment of the outer one.
 */
export function oneMoment(db: Database.Database): OneMoment {
  const begin = db.prepare('BEGIN');
  const end = db.prepare('COMMIT');
  return (question) => {
    if (db.inTransaction) return question();
    begin.run();
    try {
      return question();
    } finally {
      if (db.inTransaction) end.run();
    }
  };
}
