import { createHash } from 'node:crypto';
import type { Vault } from '../../src/domain/situation.ts';

/** A vault without keys: the same answer every time, and bound to certificate and generation like the real one. */
export const plainVault: Vault = {
  digestCode: (serial, attempt, code) =>
    `${createHash('sha256').update(`${serial}|${attempt}|${code}`).digest('hex')}.${code.length}`,
  digitsOf: (codeDigest) => Number(codeDigest.split('.')[1]),
  seal: (serial, generation, secret) => `${serial}|${generation}|${Buffer.from(secret).toString('base64')}`,
  open(serial, generation, sealed) {
    const bound = `${serial}|${generation}|`;
    if (!sealed.startsWith(bound)) throw new Error('sealed value is bound to something else');
    return new Uint8Array(Buffer.from(sealed.slice(bound.length), 'base64'));
  },
};
