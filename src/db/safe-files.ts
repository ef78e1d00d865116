import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { noSpace, nowhere, StoreBroken } from './broken.ts';

/** Permission bits of files and folders that hold customers' data. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const GROUP_OR_OTHERS_WRITE = 0o022;
const STICKY = 0o1000;
const GROUP_OR_OTHERS = 0o077;

/** Makes the folder of a new file, private, if it is missing; refuses one that other users could swap files in. */
export function ensurePrivateFolder(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (cause) {
    if (leadsNowhere(cause)) throw new StoreBroken('impossible-path', file, { cause });
    throw cause;
  }
  requirePrivateFolder(file);
}

/** Refuses a folder that other users could swap files in, and makes none. */
export function requirePrivateFolder(file: string): void {
  const folder = dirname(file);
  const stats = unlessNowhere(() => statSync(folder));
  if (!stats) throw new StoreBroken('not-found', file);
  const { mode } = stats;
  if (process.platform !== 'win32' && (mode & GROUP_OR_OTHERS_WRITE) !== 0 && (mode & STICKY) === 0) {
    throw new StoreBroken('folder-writable-by-others', folder);
  }
}

/** Step by step: Node's own way tries for ever where a file system lets nothing be made, as in `/proc`. */
function makeFolder(folder: string): void {
  const isThere = () => unlessNowhere(() => statSync(folder))?.isDirectory() === true;
  if (isThere()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER });
  } catch (error) {
    // Somebody else may have been faster.
    if (!isThere()) throw error;
  }
}

/** Nothing can be at a path that leads through a file, in circles, or has a name that is too long. */
function leadsNowhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && nowhere.has(String(error.code));
}

function unlessNowhere<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (leadsNowhere(error)) return null;
    throw error;
  }
}

/** Why a new file is not there. */
export type NotWritten = 'exists' | 'no-space' | 'not-writable';

/** Writes a new file, private, whole or not at all, and never through a link; why not, or null when it is there. */
export function writeNewFile(path: string, text: string): NotWritten | null {
  try {
    writeAside(path, text, (draft) => linkSync(draft, path));
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') return 'exists';
    return noSpace.has(String(error.code)) ? 'no-space' : 'not-writable';
  }
}

/** A name beside a file for what is to take its place; nobody else comes by it, nor an accident's next process. */
export function draftOf(path: string): string {
  const { randomBytes } = process.getBuiltinModule('node:crypto');
  return `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
}

/** Removes a database that was made aside, with what SQLite puts beside it. */
export function removeDraft(draft: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) remove(`${draft}${ending}`);
}

/** Under a name that is too long there is nothing, which `force` does not know. */
function remove(path: string): void {
  unlessNowhere(() => rmSync(path, { force: true }));
}

/**
 * Writes a private file aside, whole and on disk, and hands it to `place`, which puts it at its path. Whatever happens,
 * nothing of it stays aside.
 */
export function writeAside(path: string, text: string, place: (draft: string) => void): void {
  const draft = draftOf(path);
  try {
    const handle = openSync(draft, 'wx', PRIVATE_FILE);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    place(draft);
  } finally {
    remove(draft);
  }
}

/** Puts another text in a file's place: the old one or the new one is there, whatever happens. */
export function replaceFile(path: string, text: string): void {
  writeAside(path, text, (draft) => renameSync(draft, path));
  flush(dirname(path));
}

/** What stands at a path, links not followed; null when nothing does. */
export function standingAt(path: string): Stats | null {
  return unlessNowhere(() => lstatSync(path));
}

/** Refuses everything but a regular file: nothing is read or written through a link, a FIFO or a device. */
export function requireRegularFile(path: string): Stats {
  const stats = standingAt(path);
  if (!stats) throw new StoreBroken('not-found', path);
  if (stats.isSymbolicLink()) throw new StoreBroken('symbolic-link', path);
  if (!stats.isFile()) throw new StoreBroken('not-a-file', path);
  return stats;
}

/** Opens a file for reading without following a link in its last step; the caller closes it. */
export function openWithoutLinks(path: string): number {
  requireRegularFile(path);
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw new StoreBroken('not-a-file', path);
}

/**
 * Takes a file that holds customers' data away from everybody but its owner; true when others had a right to it.
 * @throws StoreBroken `open-to-others` when it is not ours to do so.
 */
export function makePrivate(handle: number, path: string): boolean {
  const { mode } = fstatSync(handle);
  if (process.platform === 'win32' || (mode & GROUP_OR_OTHERS) === 0) return false;
  try {
    fchmodSync(handle, mode & PRIVATE_FILE);
    return true;
  } catch (cause) {
    throw new StoreBroken('open-to-others', path, { cause });
  }
}

/** Brings a file, or the names in a folder, to the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
