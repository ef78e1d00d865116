/** Why a database cannot be used. Codes; the words are in the text tables. */
export type BrokenCode =
  | 'not-found'
  | 'exists'
  | 'left-behind'
  | 'empty'
  | 'not-a-file'
  | 'symbolic-link'
  | 'impossible-path'
  | 'no-home'
  | 'folder-writable-by-others'
  | 'open-to-others'
  | 'not-a-database'
  | 'foreign'
  | 'newer'
  | 'edited-migration'
  | 'wrong-realm'
  | 'keys-missing'
  | 'keys-unreadable'
  | 'keys-of-another-installation'
  | 'keys-of-another-time'
  | 'sqlite-too-old'
  | 'busy'
  | 'disk-full'
  | 'no-space-for-new'
  | 'new-not-written'
  | 'read-only'
  | 'disk-failed'
  | 'damaged';

/** Thrown when the machine, not the caller, is at fault; nothing was changed. */
export class StoreBroken extends Error {
  readonly code: BrokenCode;
  readonly path: string;

  constructor(code: BrokenCode, path: string, options?: ErrorOptions) {
    super(`${code}: ${path}`, options);
    this.name = 'StoreBroken';
    this.code = code;
    this.path = path;
  }
}

/** The disk is full, or one's share of it, or a file may not grow so large. */
export const noSpace: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Where nothing can be: through a file, in circles, under a name that is too long, or in a folder that takes nothing. */
export const nowhere: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ELOOP']);

/** What SQLite's own errors mean for whoever reads them; by the beginning of their code. */
const sqliteFaults: readonly (readonly [code: string, fault: BrokenCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_IOERR', 'disk-failed'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  // Our statements fit the schema that was migrated; one that does not any more met another.
  ['SQLITE_ERROR', 'damaged'],
];

/** The known fault behind an error of the store, of SQLite or of the file system; null when it is none. */
export function faultBehind(error: unknown, path: string): { readonly code: BrokenCode; readonly path: string } | null {
  if (error instanceof StoreBroken) return { code: error.code, path: error.path || path };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (noSpace.has(code)) return { code: 'disk-full', path };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { code: 'read-only', path };
  const known = sqliteFaults.find(([beginning]) => code.startsWith(beginning));
  return known ? { code: known[1], path } : null;
}

/** The fault of a new file that could not be made, which is no fault of the database at work; other errors as they are. */
export function notMade(error: unknown, path: string): unknown {
  if (error instanceof StoreBroken) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST') return new StoreBroken('exists', path);
  if (nowhere.has(code) && isAbout(error, path)) return new StoreBroken('impossible-path', path, { cause: error });
  switch (faultBehind(error, path)?.code) {
    case 'disk-full':
      return new StoreBroken('no-space-for-new', path, { cause: error });
    case 'disk-failed':
    case 'read-only':
      return new StoreBroken('new-not-written', path, { cause: error });
    default:
      return error;
  }
}

/** Of the file, or of what is made beside it on its way. */
function isAbout(error: unknown, path: string): boolean {
  return error instanceof Error && 'path' in error && String(error.path).startsWith(path);
}
