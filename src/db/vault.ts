import type { KeyObject } from 'node:crypto';
import type { Vault } from '../domain/situation.ts';
import type { Keys } from './keys.ts';
import { once } from './once.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PARTS = 5;
const VERSION = 'v1';

/** Loaded when the first secret is sealed or opened: a search needs none, and starts a third faster without. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** The vault of an installation, and the sealing of the simulated world's own secrets. */
export interface StoreVault extends Vault {
  /** Seals any text, bound to a context such as a shelf and key. */
  sealText(context: string, text: string): string;
  /** @throws when the ciphertext, its tag or its context is not ours. */
  openText(context: string, sealed: string): string;
}

/** Secrets at rest: AES-256-GCM with a key for each purpose derived from the master key (HKDF, RFC 5869). */
export function createVault({ master, keyId }: Pick<Keys, 'master' | 'keyId'>): StoreVault {
  const derived = (purpose: string): (() => KeyObject) =>
    once(() => crypto().createSecretKey(Buffer.from(crypto().hkdfSync('sha256', master, '', `ecsc ${purpose}`, 32))));
  const codeKey = derived('sms-code');
  const secretKey = derived('otp-secret');
  const worldKey = derived('world');
  const secretContext = (serial: string, generation: number) => `otp|${serial}|${generation}`;
  return {
    digestCode: (serial, attempt, code) =>
      crypto().createHmac('sha256', codeKey()).update(`${serial}|${attempt}|${code}`).digest('hex'),
    seal: (serial, generation, secret) => seal(secretKey(), keyId, secretContext(serial, generation), secret),
    open: (serial, generation, sealed) => open(secretKey(), keyId, secretContext(serial, generation), sealed),
    sealText: (context, text) => seal(worldKey(), keyId, context, Buffer.from(text)),
    openText: (context, sealed) => open(worldKey(), keyId, context, sealed).toString(),
  };
}

function seal(key: KeyObject, keyId: string, context: string, plain: Uint8Array): string {
  const iv = crypto().randomBytes(IV_BYTES);
  const cipher = crypto().createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encode = (bytes: Buffer) => bytes.toString('base64url');
  return [VERSION, keyId, encode(iv), encode(body), encode(cipher.getAuthTag())].join('.');
}

function open(key: KeyObject, keyId: string, context: string, sealed: string): Buffer {
  const parts = sealed.split('.');
  const [version, sealedBy, iv, body, tag] = parts;
  if (parts.length !== PARTS || version !== VERSION || sealedBy !== keyId || !iv || body === undefined || !tag) {
    throw new Error('sealed value is not in our form or of another key');
  }
  const tagBytes = Buffer.from(tag, 'base64url');
  // Node would accept a tag cut to 4 bytes.
  if (tagBytes.length !== TAG_BYTES) throw new Error('sealed value has a cut tag');
  const decipher = crypto().createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tagBytes);
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
}
