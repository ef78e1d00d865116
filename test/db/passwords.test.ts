import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from '../../src/db/passwords.ts';

test('a password matches its own hash and no other', async () => {
  const hash = await hashPassword('Zażółć gęślą jaźń 7');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await passwordMatches(hash, 'Zażółć gęślą jaźń 7')).toBe(true);
  expect(await passwordMatches(hash, 'zażółć gęślą jaźń 7')).toBe(false);
});

test('one password in two Unicode forms is one password', async () => {
  const hash = await hashPassword('żółw'.normalize('NFC'));
  expect(await passwordMatches(hash, 'żółw'.normalize('NFD'))).toBe(true);
});

test('an agent without a hash, or with a broken one, never matches', async () => {
  expect(await passwordMatches(null, '')).toBe(false);
  expect(await passwordMatches('$argon2id$v=19$m=8,t=1,p=1$$', '')).toBe(false);
});
