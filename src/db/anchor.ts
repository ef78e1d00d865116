import { closeSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openWithoutLinks, replaceFile, standingAt } from './safe-files.ts';

/** The end of the audit log as this computer saw it last. It lies beside the database, so a restored copy does not bring its own. */
export interface Anchor {
  readonly installation: string;
  readonly seq: number;
  readonly hash: string;
}

const anchorPath = (database: string) => `${database}.head`;

/** The anchor of this installation; null when there is none. */
export function readAnchor(database: string, installation: string): Anchor | null {
  const path = anchorPath(database);
  if (!standingAt(path)) return null;
  const handle = openWithoutLinks(path);
  try {
    const anchor = JSON.parse(readFileSync(handle, 'utf8')) as Anchor;
    return anchor.installation === installation ? anchor : null;
  } catch {
    // Half a file tells nothing; whoever can damage it could as well remove it.
    return null;
  } finally {
    closeSync(handle);
  }
}

/**
 * Notes where the log ends now. A disk that is full or read-only, or a link in the file's place, must not turn the end of
 * a good day into an error: the next one notes it, and a check of the log tells of the link.
 */
export function noteAnchor(db: Database.Database, installation: string): void {
  try {
    note(db, installation);
  } catch {}
}

/** Unless it contradicts what was noted before: then that stays, as the evidence. */
function note(db: Database.Database, installation: string): void {
  const hashAt = db.prepare<[number], string>('SELECT hash FROM audit_log WHERE seq = ?').pluck();
  const before = readAnchor(db.name, installation);
  if (before && hashAt.get(before.seq) !== before.hash) return;
  const head = db.prepare<[], Omit<Anchor, 'installation'>>(
    'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1',
  );
  const last = head.get();
  if (!last || last.seq === before?.seq) return;
  replaceFile(anchorPath(db.name), JSON.stringify({ installation, ...last }));
}
