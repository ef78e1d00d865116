import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { shippedFolder } from '../shipped.ts';
import { StoreBroken } from './broken.ts';

/** `ECSC` in ASCII: tells our files from other SQLite databases. */
export const APPLICATION_ID = 0x45435343;

export interface Migration {
  readonly name: string;
  readonly sha256: string;
  /** Reads the file. @throws StoreBroken `edited-migration` when it is not the one that was shipped. */
  readonly statements: () => readonly string[];
}

/** The migrations that ship with the program, in order: drizzle-kit's journal, and the hashes `npm run docs` writes beside it. */
export function shippedMigrations(folder = findFolder()): readonly Migration[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { entries } = read('meta/_journal.json') as { readonly entries: readonly { readonly tag: string }[] };
  const hashes = read('hashes.json') as Readonly<Record<string, string>>;
  return entries.map(({ tag }) => {
    const sha256 = hashes[tag] ?? '';
    return { name: tag, sha256, statements: () => readStatements(join(folder, `${tag}.sql`), sha256) };
  });
}

function readStatements(path: string, sha256: string): readonly string[] {
  const sql = readFileSync(path, 'utf8');
  const { hash } = process.getBuiltinModule('node:crypto');
  if (hash('sha256', sql, 'hex') !== sha256) throw new StoreBroken('edited-migration', path);
  return sql.split('--> statement-breakpoint');
}

function findFolder(): string {
  const folder = shippedFolder(import.meta.dirname, 'migrations', join('meta', '_journal.json'));
  if (folder === null) throw new StoreBroken('not-found', 'migrations');
  return folder;
}

/** The whole schema, for a file that is being made and has nothing in it yet. */
export function makeSchema(db: Database.Database, path: string, shipped = shippedMigrations()): void {
  change(db, path, () => shipped);
}

/**
 * Brings a database to the shipped schema under one lock: all or nothing, also when eight programs start at once.
 * @throws StoreBroken `foreign`, `newer` or `edited-migration` before anything is written.
 */
export function migrate(db: Database.Database, path: string, shipped = shippedMigrations()): void {
  if (pendingMigrations(db, path, shipped).length === 0) return;
  // Read again under the lock: another program may have been faster.
  change(db, path, () => pendingMigrations(db, path, shipped));
}

function change(db: Database.Database, path: string, wanted: () => readonly Migration[]): void {
  // Outside the transaction, where it has an effect: a table rebuilt inside must not cascade.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of wanted()) apply(db, migration);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new StoreBroken('edited-migration', path);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** What is still to be applied, after checking that what is there is ours, known and unchanged. */
export function pendingMigrations(
  db: Database.Database,
  path: string,
  shipped: readonly Migration[],
): readonly Migration[] {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new StoreBroken('foreign', path);
  const applied = db.prepare('SELECT name, sha256 FROM migrations ORDER BY position').all() as {
    name: string;
    sha256: string;
  }[];
  if (applied.length > shipped.length) throw new StoreBroken('newer', path);
  for (const [position, { name, sha256 }] of applied.entries()) {
    const known = shipped[position];
    if (known?.name !== name) throw new StoreBroken('newer', path);
    if (known.sha256 !== sha256) throw new StoreBroken('edited-migration', path);
  }
  return shipped.slice(applied.length);
}

function apply(db: Database.Database, { name, statements, sha256 }: Migration): void {
  db.exec(`CREATE TABLE IF NOT EXISTS migrations
    (position INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT`);
  for (const statement of statements()) db.exec(statement);
  db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(name, sha256);
}
