import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { StoreBroken } from './broken.ts';
import { ensurePrivateFolder, openWithoutLinks, PRIVATE_FILE, standingAt } from './safe-files.ts';

/** The keys of one installation. They live beside the database, never in it. */
export interface Keys {
  readonly installation: string;
  readonly keyId: string;
  readonly master: Buffer;
  readonly signing: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
}

interface KeyFile {
  readonly installation: string;
  readonly keyId: string;
  readonly master: string;
  readonly signing: string;
}

const MASTER_BYTES = 32;

export function keysPath(database: string): string {
  return `${database}.keys`;
}

/** Reads the keys of a database. @throws StoreBroken when they are missing, a link, or not keys. */
export function readKeys(database: string): Keys {
  const path = keysPath(database);
  if (!standingAt(path)) throw new StoreBroken('keys-missing', path);
  const handle = openWithoutLinks(path);
  try {
    return parse(readFileSync(handle, 'utf8'), path);
  } finally {
    closeSync(handle);
  }
}

/** The keys of a database about to be made; two starting at once get the same ones, because only the first file stays. */
export function ensureKeys(database: string): Keys {
  const path = keysPath(database);
  if (!standingAt(path)) {
    ensurePrivateFolder(path);
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
    writeDurably(draft, JSON.stringify(freshKeys()));
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!standingAt(path)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readKeys(database);
}

function freshKeys(): KeyFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    installation: randomBytes(16).toString('hex'),
    keyId: 'k1',
    master: randomBytes(MASTER_BYTES).toString('base64'),
    signing: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function writeDurably(path: string, text: string): void {
  const handle = openSync(path, 'wx', PRIVATE_FILE);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function parse(text: string, path: string): Keys {
  try {
    const file = JSON.parse(text) as KeyFile;
    const master = Buffer.from(file.master, 'base64');
    if (master.length !== MASTER_BYTES) throw new Error('master key has a wrong length');
    const privateKey = createPrivateKey(file.signing);
    const signing = { privateKey, publicKey: createPublicKey(privateKey) };
    return { installation: file.installation, keyId: file.keyId, master, signing };
  } catch (cause) {
    throw new StoreBroken('keys-unreadable', path, { cause });
  }
}
