import type { KeyObject } from 'node:crypto';
import { closeSync, linkSync, readFileSync } from 'node:fs';
import type { Realm } from '../domain/ids.ts';
import { once } from '../domain/once.ts';
import { StoreBroken } from './broken.ts';
import { makePrivate, openWithoutLinks, replaceFile, standingAt, writeAside } from './safe-files.ts';

/** A master key, from which the keys for each purpose are derived. */
export interface Master {
  readonly keyId: string;
  readonly master: Buffer;
}

/** The master key in use and, while everything is being sealed anew, the one before. */
export interface MasterKeys extends Master {
  readonly retired: readonly Master[];
}

/** The keys of one installation. They live beside the database, never in it. */
export interface Keys extends MasterKeys {
  readonly installation: string;
  /** What the database is for; not named by keys that were made before keys named it. */
  readonly realm: Realm | undefined;
  /** The pair that signs the audit log's checkpoints (Ed25519). */
  readonly signing: () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
}

/** Keys as they stand in the file: bytes in base64. */
interface MasterText {
  readonly keyId: string;
  readonly master: string;
}
export interface KeyFile extends MasterText {
  readonly installation: string;
  readonly realm?: Realm;
  readonly signing: string;
  readonly retired?: readonly MasterText[];
}

/** The key of a database that does not name one. */
export const FIRST_KEY = 'k1';
/** Where a database names the key that new secrets are sealed with, in `meta`. */
export const KEY_IN_FORCE = 'key-in-force';

const MASTER_BYTES = 32;
/** Loaded when keys are made or used, not when they are read: a search needs none. */
const crypto = () => process.getBuiltinModule('node:crypto');

export function keysPath(database: string): string {
  return `${database}.keys`;
}

/** Reads the keys of a database. @throws StoreBroken when they are missing, a link, or not keys. */
export function readKeys(database: string): Keys {
  return keysOf(readKeyFile(database), keysPath(database));
}

/** The key file's own text, unchecked but for its form. @throws StoreBroken */
export function readKeyFile(database: string): KeyFile {
  const path = keysPath(database);
  if (!standingAt(path)) throw new StoreBroken('keys-missing', path);
  const handle = openWithoutLinks(path);
  try {
    makePrivate(handle, path);
    return JSON.parse(readFileSync(handle, 'utf8')) as KeyFile;
  } catch (cause) {
    if (cause instanceof StoreBroken) throw cause;
    throw new StoreBroken('keys-unreadable', path, { cause });
  } finally {
    closeSync(handle);
  }
}

/** Puts other keys in the file's place. */
export function replaceKeyFile(database: string, keys: KeyFile): void {
  replaceFile(keysPath(database), JSON.stringify(keys));
}

/** The keys of a database about to be made. */
export function newKeys(database: string, realm: Realm): { readonly file: KeyFile; readonly keys: Keys } {
  const file = freshKeys(realm);
  return { file, keys: keysOf(file, keysPath(database)) };
}

/** Puts the keys of a new database beside it. @throws StoreBroken `left-behind` when there are some already. */
export function placeKeys(database: string, keys: KeyFile): void {
  const path = keysPath(database);
  writeAside(path, JSON.stringify(keys), (draft) => {
    try {
      linkSync(draft, path);
    } catch (error) {
      throw standingAt(path) ? new StoreBroken('left-behind', path, { cause: error }) : error;
    }
  });
}

function freshKeys(realm: Realm): KeyFile {
  const { privateKey } = crypto().generateKeyPairSync('ed25519');
  return {
    installation: crypto().randomBytes(16).toString('hex'),
    realm,
    keyId: FIRST_KEY,
    master: freshMaster(),
    signing: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export function freshMaster(): string {
  return crypto().randomBytes(MASTER_BYTES).toString('base64');
}

function keysOf(file: KeyFile, path: string): Keys {
  try {
    const signing = once(() => {
      const privateKey = crypto().createPrivateKey(file.signing);
      return { privateKey, publicKey: crypto().createPublicKey(privateKey) };
    });
    const retired = (file.retired ?? []).map(masterOf);
    return { installation: file.installation, realm: file.realm, ...masterOf(file), retired, signing };
  } catch (cause) {
    throw new StoreBroken('keys-unreadable', path, { cause });
  }
}

function masterOf({ keyId, master: text }: MasterText): Master {
  const master = Buffer.from(text, 'base64');
  if (master.length !== MASTER_BYTES) throw new Error('master key has a wrong length');
  return { keyId, master };
}
