import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeSchema, migrate, shippedMigrations } from '../../src/db/migrations.ts';
import { bundledProgram } from '../support/bundled-program.ts';
import { SOAK_TIMEOUT, sized } from '../support/soak.ts';
import { tempFolder } from '../support/temp-database.ts';

const KILLS = sized(40, 2_000);
/** As the program was released first. */
const RELEASED = 2;

/** The schema, and what was written down about it. */
function stateOf(path: string) {
  const db = new Database(path);
  try {
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name, type').all();
    const applied = db.prepare('SELECT name, sha256 FROM migrations ORDER BY position').all();
    return { schema, applied, check: db.pragma('integrity_check', { simple: true }) };
  } finally {
    db.close();
  }
}

function madeWith(path: string, count: number): string {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  makeSchema(db, path, shippedMigrations().slice(0, count));
  db.close();
  return path;
}

test(
  `killed at a statement of a migration, up to ${KILLS} times, a database is as it was, and the next start brings it up to date`,
  async () => {
    const program = await bundledProgram('migrating-process.ts');
    const folder = tempFolder();
    const old = madeWith(join(folder, 'old.db'), RELEASED);
    const before = stateOf(old);
    const after = stateOf(madeWith(join(folder, 'new.db'), shippedMigrations().length));
    const statements = shippedMigrations()
      .slice(RELEASED)
      .reduce((sum, migration) => sum + migration.statements().length + 1, 0);
    for (let kill = 0; kill < Math.min(KILLS, statements); kill++) {
      const fatal = 1 + Math.floor((kill * statements) / Math.min(KILLS, statements));
      const path = join(folder, `${fatal}.db`);
      copyFileSync(old, path);
      const [code, signal] = (await once(fork(program, [path, String(fatal)]), 'exit')) as [number | null, string];
      expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
      expect(stateOf(path)).toEqual(before);
      const db = new Database(path);
      migrate(db, path);
      db.close();
      expect(stateOf(path)).toEqual(after);
    }
    expect(after).not.toEqual(before);
  },
  SOAK_TIMEOUT,
);
