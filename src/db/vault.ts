import type { KeyObject } from 'node:crypto';
import { once } from '../domain/once.ts';
import type { Vault } from '../domain/situation.ts';
import type { Master, MasterKeys } from './keys.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PARTS = 5;
const VERSION = 'v1';
const REFERENCE_SIGNS = 6;
/** 32 of them: without 0 and O, 1 and I. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Loaded when the first secret is sealed or opened: a search needs none, and starts a third faster without. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** The vault of an installation, and the sealing of the simulated world's own secrets. */
export interface StoreVault extends Vault {
  /** A short word for what this text says, that nobody can make without the key: 6 signs that are not mistaken for others. */
  referenceOf(text: string): string;
  /** Seals any text, bound to a context such as a shelf and key. */
  sealText(context: string, text: string): string;
  /** @throws when the ciphertext, its tag or its context is not ours. */
  openText(context: string, sealed: string): string;
}

/** How a vault learns that another process has changed the keys meanwhile. */
export interface KeyChanges {
  /** The id of the key to seal with, as the database has it; read inside the transaction that will store the result. */
  readonly inForce: () => string;
  readonly reread: () => MasterKeys;
}

/** The keys for each purpose, derived from one master key (HKDF, RFC 5869). */
interface Derived {
  readonly keyId: string;
  readonly code: () => KeyObject;
  readonly secret: () => KeyObject;
  readonly world: () => KeyObject;
  readonly reference: () => KeyObject;
}

/**
 * Secrets at rest: AES-256-GCM. What is sealed names its key; an unknown one is looked for in the key file again, because
 * a rotation may be going on. Without `changes` the keys stay what they are.
 */
export function createVault(keys: MasterKeys, changes?: KeyChanges): StoreVault {
  let ring = ringOf(keys);
  const known = (keyId: string): Derived | undefined => {
    if (!ring.has(keyId) && changes) ring = ringOf(changes.reread());
    return ring.get(keyId);
  };
  const current = (): Derived => {
    const keyId = changes?.inForce() ?? keys.keyId;
    const key = known(keyId);
    if (!key) throw new Error('the key in force is not in the key file');
    return key;
  };
  const sealedBy = (sealed: string): Derived => {
    const [version, keyId = '', ...rest] = sealed.split('.');
    const key = version === VERSION && rest.length === PARTS - 2 ? known(keyId) : undefined;
    if (!key) throw new Error('sealed value is not in our form or of another key');
    return key;
  };
  const secretContext = (serial: string, generation: number) => `otp|${serial}|${generation}`;
  return {
    digestCode(serial, attempt, code, like) {
      const key = (like === undefined ? undefined : known(like.split('.')[0] ?? '')) ?? current();
      const digest = crypto().createHmac('sha256', key.code()).update(`${serial}|${attempt}|${code}`).digest('hex');
      const length = like === undefined || digitsOf(like) !== null ? `.${code.length}` : '';
      return `${key.keyId}.${digest}${length}`;
    },
    digitsOf,
    seal: (serial, generation, secret) => {
      const key = current();
      return seal(key.secret(), key.keyId, secretContext(serial, generation), secret);
    },
    open: (serial, generation, sealed) => open(sealedBy(sealed).secret(), secretContext(serial, generation), sealed),
    referenceOf: (text) =>
      [...crypto().createHmac('sha256', current().reference()).update(text).digest().subarray(0, REFERENCE_SIGNS)]
        .map((byte) => READABLE[byte % READABLE.length])
        .join(''),
    sealText(context, text) {
      const key = current();
      return seal(key.world(), key.keyId, context, Buffer.from(text));
    },
    openText: (context, sealed) => open(sealedBy(sealed).world(), context, sealed).toString(),
  };
}

function digitsOf(codeDigest: string): number | null {
  const [, , digits] = codeDigest.split('.');
  return digits === undefined ? null : Number(digits);
}

function ringOf({ keyId, master, retired }: MasterKeys): ReadonlyMap<string, Derived> {
  return new Map([{ keyId, master }, ...retired].map((one) => [one.keyId, derivedFrom(one)]));
}

function derivedFrom({ keyId, master }: Master): Derived {
  const derived = (purpose: string): (() => KeyObject) =>
    once(() => crypto().createSecretKey(Buffer.from(crypto().hkdfSync('sha256', master, '', `ecsc ${purpose}`, 32))));
  return {
    keyId,
    code: derived('sms-code'),
    secret: derived('otp-secret'),
    world: derived('world'),
    reference: derived('reference'),
  };
}

function seal(key: KeyObject, keyId: string, context: string, plain: Uint8Array): string {
  const iv = crypto().randomBytes(IV_BYTES);
  const cipher = crypto().createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encode = (bytes: Buffer) => bytes.toString('base64url');
  return [VERSION, keyId, encode(iv), encode(body), encode(cipher.getAuthTag())].join('.');
}

function open(key: KeyObject, context: string, sealed: string): Buffer {
  const [, , iv = '', body = '', tag = ''] = sealed.split('.');
  const tagBytes = Buffer.from(tag, 'base64url');
  // Node would accept a tag cut to 4 bytes.
  if (tagBytes.length !== TAG_BYTES) throw new Error('sealed value has a cut tag');
  const decipher = crypto().createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tagBytes);
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
}
