import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP ASVS 5.0, 11.4.2: argon2id; m in KiB. */
const COST = { memory: 64 * 1024, passes: 3, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** PHC string of argon2id (RFC 9106) with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  const tag = await derive(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Compares in constant time. An unknown agent (null) costs as much as a known one and is never right. */
export async function passwordMatches(hash: string | null, password: string): Promise<boolean> {
  const parsed = parse(hash ?? '');
  const { salt, tag, cost } = parsed ?? { salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES), cost: COST };
  const derived = await derive(password, salt, cost);
  return parsed !== null && derived.length === tag.length && crypto.timingSafeEqual(derived, tag);
}

/** Unicode forms of one password are one password (NIST SP 800-63B-4, 3.1.1.2). */
async function derive(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  const parameters = { message, nonce, tagLength: TAG_BYTES, ...cost };
  return promisify(crypto.argon2)('argon2id', parameters);
}

function parse(hash: string): { salt: Buffer; tag: Buffer; cost: typeof COST } | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
  if (!match) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64'), cost };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
