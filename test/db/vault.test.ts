import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVault } from '../../src/db/vault.ts';

const vault = createVault({ master: randomBytes(32), keyId: 'k1', retired: [] });
const secret = randomBytes(20);
const sealed = vault.seal('C001', 1, secret);

test('what was sealed opens again', () => {
  expect(Buffer.from(vault.open('C001', 1, sealed)).equals(secret)).toBe(true);
});

test('the same secret is never sealed the same way twice', () => {
  expect(vault.seal('C001', 1, secret)).not.toBe(sealed);
});

test.each([
  ['another certificate', 'C002', 1],
  ['another generation', 'C001', 2],
])('a secret moved to %s does not open', (_what, serial, generation) => {
  expect(() => vault.open(serial, generation, sealed)).toThrow();
});

test('no flipped bit goes unnoticed', () => {
  const parts = sealed.split('.');
  for (const part of [2, 3, 4]) {
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const forged = parts.with(part, flipped.toString('base64url')).join('.');
      expect(() => vault.open('C001', 1, forged)).toThrow();
    }
  }
});

test.each([4, 8, 12])('a tag cut to %i bytes is refused', (length) => {
  const parts = sealed.split('.');
  const cut = Buffer.from(parts[4] ?? '', 'base64url').subarray(0, length);
  expect(() => vault.open('C001', 1, parts.with(4, cut.toString('base64url')).join('.'))).toThrow('cut tag');
});

test('a value of another key is refused, and the message tells nothing of it', () => {
  const other = createVault({ master: randomBytes(32), keyId: 'k2', retired: [] });
  expect(() => other.open('C001', 1, sealed)).toThrow('not in our form or of another key');
});

test('a digest depends on certificate, attempt and code', () => {
  const digests = [
    vault.digestCode('C001', 1, '123456'),
    vault.digestCode('C001', 2, '123456'),
    vault.digestCode('C002', 1, '123456'),
    vault.digestCode('C001', 1, '123457'),
  ];
  expect(new Set(digests).size).toBe(4);
});

test('a digest says how many digits its code has, and one from before that did not is still compared', () => {
  const digest = vault.digestCode('C001', 1, '12345678');
  expect(vault.digitsOf(digest)).toBe(8);
  const before = digest.replace(/\.8$/, '');
  expect(vault.digitsOf(before)).toBeNull();
  expect(vault.digestCode('C001', 1, '12345678', before)).toBe(before);
  expect(vault.digestCode('C001', 1, '12345678', digest)).toBe(digest);
});

test('a sealed text is bound to its place', () => {
  const text = vault.sealText('world|phone|+48601000001|1', 'otpauth');
  expect(vault.openText('world|phone|+48601000001|1', text)).toBe('otpauth');
  expect(() => vault.openText('world|phone|+48601000002|1', text)).toThrow();
});
