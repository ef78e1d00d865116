import { closeSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup } from '../domain/read-models.ts';
import { StoreBroken } from './broken.ts';
import { keysPath } from './keys.ts';
import { ensurePrivateFolder, flush, PRIVATE_FILE, standingAt } from './safe-files.ts';

/** Pages copied before the event loop has its turn: about ten megabytes. */
const PAGES = 2_500;

/**
 * Copies the whole database as it is at one moment, while others go on writing; checked, flushed, and linked into place.
 * The keys are not in it. @throws StoreBroken `exists` when the path was taken meanwhile.
 */
export async function backUp(
  reader: Database.Database,
  path: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Backup> {
  const draft = `${path}.${process.pid}.tmp`;
  closeSync(openSync(draft, 'wx', PRIVATE_FILE));
  try {
    await copy(reader, draft, onProgress);
    const backup = { ...examined(draft), keysPath: keysPath(reader.name) };
    flush(draft);
    linkSync(draft, path);
    flush(dirname(path));
    return backup;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new StoreBroken('exists', path);
    throw error;
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  }
}

/** @throws StoreBroken `exists` when the path is taken. */
export function requireFree(path: string): void {
  if (standingAt(path)) throw new StoreBroken('exists', path);
  ensurePrivateFolder(path);
}

/** Inside a transaction for reading: without one every change by somebody else would begin the copy anew. */
async function copy(
  reader: Database.Database,
  draft: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  // A connection of its own: while the transaction lasts, this one sees nothing new.
  const source = new Database(reader.name, { fileMustExist: true });
  try {
    source.pragma('query_only = ON');
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM meta').get();
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
}

/** Whether it is whole, and where its audit log ends. */
function examined(path: string): Omit<Backup, 'keysPath'> {
  const db = new Database(path);
  try {
    const fault = db.pragma('quick_check(1)', { simple: true });
    if (fault !== 'ok') throw new StoreBroken('damaged', path);
    const head = db.prepare<[], Backup['head']>('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get();
    return { head: head ?? null, bytes: Number(db.pragma('page_count', { simple: true })) * pageSize(db) };
  } finally {
    db.close();
  }
}

function pageSize(db: Database.Database): number {
  return Number(db.pragma('page_size', { simple: true }));
}
