import { expect, test } from 'vitest';
import { userName } from '../../src/user-name.ts';

test('a user without a name goes by their number', () => {
  expect(userName(() => ({ username: 'ewa' }))).toBe('ewa');
  const nameless = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  expect(userName(nameless)).toBe(String(process.getuid?.()));
});
