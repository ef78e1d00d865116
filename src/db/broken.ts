/** Why a database cannot be used. Codes; the words are in the text tables. */
export type BrokenCode =
  | 'not-found'
  | 'exists'
  | 'empty'
  | 'not-a-file'
  | 'symbolic-link'
  | 'folder-writable-by-others'
  | 'not-a-database'
  | 'foreign'
  | 'newer'
  | 'edited-migration'
  | 'wrong-realm'
  | 'keys-missing'
  | 'keys-unreadable'
  | 'keys-of-another-installation'
  | 'sqlite-too-old'
  | 'busy';

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
