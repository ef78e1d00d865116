import Database from 'better-sqlite3';
import { StoreBroken } from './broken.ts';
import { standingAt } from './safe-files.ts';

/** Several processes on one WAL file corrupted it before this version. */
const OLDEST_SQLITE = [3, 51, 3];
/** Pages in the WAL before a writer checkpoints it: 4000 cuts the slowest writes to a third of the default's. */
const AUTOCHECKPOINT = 4000;
const READ_TIMEOUT = 5000;
/** Pages kept by each connection; more does not make a search faster, and an import must stay small. */
const CACHE_KIB = 24 * 1024;

/** A connection for questions: it cannot write, and waits out the moments in which the file is being opened or closed. */
export function openReader(path: string): Database.Database {
  const db = connect(path);
  db.pragma('query_only = ON');
  return db;
}

/** A connection for changes. It does not wait for locks itself: `transact` tries again, at random intervals. */
export function openWriter(path: string): Database.Database {
  const db = connect(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT}`);
  // The build's default for WAL is NORMAL, which may lose acknowledged changes in a power cut.
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new StoreBroken('sqlite-too-old', path);
  db.pragma('busy_timeout = 0');
  return db;
}

/**
 * Closes a reader of a file that is refused. The last to close a file brings its WAL into it: while there is one, somebody
 * who cannot write goes last, and leaves both as they are.
 */
export function closeAsItWas(reader: Database.Database, path: string): void {
  const wal = standingAt(`${path}-wal`);
  const witness = wal && wal.size > 0 ? new Database(path, { readonly: true, fileMustExist: true }) : null;
  try {
    witness?.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    reader.close();
    witness?.close();
  }
}

function connect(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: READ_TIMEOUT });
  requireVersion(db, path);
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma('mmap_size = 0');
  return db;
}

function requireVersion(db: Database.Database, path: string): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const older = OLDEST_SQLITE.findIndex((wanted, place) => (parts[place] ?? 0) !== wanted);
  if (older >= 0 && (parts[older] ?? 0) < (OLDEST_SQLITE[older] ?? 0)) throw new StoreBroken('sqlite-too-old', path);
}
