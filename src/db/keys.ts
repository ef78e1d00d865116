import type { KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { StoreBroken } from './broken.ts';
import { once } from './once.ts';
import { ensurePrivateFolder, openWithoutLinks, PRIVATE_FILE, standingAt } from './safe-files.ts';

/** The keys of one installation. They live beside the database, never in it. */
export interface Keys {
  readonly installation: string;
  readonly keyId: string;
  readonly master: Buffer;
  /** The pair that signs the audit log's checkpoints (Ed25519). */
  readonly signing: () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
}

interface KeyFile {
  readonly installation: string;
  readonly keyId: string;
  readonly master: string;
  readonly signing: string;
}

const MASTER_BYTES = 32;
/** Loaded when keys are made or used, not when they are read: a search needs none. */
const crypto = () => process.getBuiltinModule('node:crypto');

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
    const draft = `${path}.${process.pid}.${crypto().randomBytes(4).toString('hex')}.tmp`;
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
  const { privateKey } = crypto().generateKeyPairSync('ed25519');
  return {
    installation: crypto().randomBytes(16).toString('hex'),
    keyId: 'k1',
    master: crypto().randomBytes(MASTER_BYTES).toString('base64'),
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
    const signing = once(() => {
      const privateKey = crypto().createPrivateKey(file.signing);
      return { privateKey, publicKey: crypto().createPublicKey(privateKey) };
    });
    return { installation: file.installation, keyId: file.keyId, master, signing };
  } catch (cause) {
    throw new StoreBroken('keys-unreadable', path, { cause });
  }
}
