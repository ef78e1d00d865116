import { closeSync, linkSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup, Copying } from '../domain/read-models.ts';
import { notMade, StoreBroken } from './broken.ts';
import { keysPath } from './keys.ts';
import { draftOf, ensurePrivateFolder, flush, PRIVATE_FILE, removeDraft, standingAt } from './safe-files.ts';

/** Pages copied before the event loop has its turn: about ten megabytes. */
const PAGES = 2_500;

/**
 * Copies the whole database as it is at one moment, while others go on writing; checked, flushed, and linked into place.
 * The keys are not in it. @throws StoreBroken `exists` when the path was taken meanwhile; the signal's
 * reason when it is aborted.
 */
export async function backUp(reader: Database.Database, path: string, copying: Copying = {}): Promise<Backup> {
  const draft = draftOf(path);
  try {
    closeSync(openSync(draft, 'wx', PRIVATE_FILE));
    await copy(reader, draft, copying);
    const backup = { ...examined(draft, reader.name), keysPath: keysPath(reader.name) };
    // A signal is told between two turns.
    await new Promise(setImmediate);
    copying.signal?.throwIfAborted();
    flush(draft);
    linkSync(draft, path);
    flush(dirname(path));
    return backup;
  } catch (error) {
    throw notMade(error, path);
  } finally {
    removeDraft(draft);
  }
}

/** @throws StoreBroken `exists` when the path is taken. */
export function requireFree(path: string): void {
  if (standingAt(path)) throw new StoreBroken('exists', path);
  ensurePrivateFolder(path);
}

/** Inside a transaction for reading: without one every change by somebody else would begin the copy anew. */
async function copy(reader: Database.Database, draft: string, { onProgress, signal }: Copying): Promise<void> {
  // A connection of its own: while the transaction lasts, this one sees nothing new.
  const source = new Database(reader.name, { fileMustExist: true });
  try {
    source.pragma('query_only = ON');
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM meta').get();
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted();
        onProgress?.(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
}

/** Whether it is whole, and where its audit log ends. What is wrong in a copy is wrong in what was copied. */
function examined(path: string, from: string): Omit<Backup, 'keysPath'> {
  const db = new Database(path);
  try {
    const fault = db.pragma('quick_check(1)', { simple: true });
    if (fault !== 'ok') throw new StoreBroken('damaged', from);
    const head = db.prepare<[], Backup['head']>('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get();
    return { head: head ?? null, bytes: Number(db.pragma('page_count', { simple: true })) * pageSize(db) };
  } finally {
    db.close();
  }
}

function pageSize(db: Database.Database): number {
  return Number(db.pragma('page_size', { simple: true }));
}
