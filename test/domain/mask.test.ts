import { describe, expect, test } from 'vitest';
import { maskEmail, maskPhone } from '../../src/domain/mask.ts';

describe('a phone number in a list', () => {
  test.each([
    ['+48503405037', '+48 ••• ••• 037'],
    ['+4915112345678', '+49 ••• 678'],
    ['+12025550123', '+12 ••• 123'],
  ])('%s is shown as %s', (e164, shown) => {
    expect(maskPhone(e164)).toBe(shown);
  });

  test('shows three digits of the subscriber’s number and no more', () => {
    expect(maskPhone('+48503405037')).not.toMatch(/503|405/);
  });
});

describe('an e-mail address in a list', () => {
  test.each([
    ['anna.nowak@example.org', 'an•••@example.org'],
    ['a@example.org', 'a•••@example.org'],
    ['"odd@name"@example.org', '"o•••@example.org'],
    ['@example.org', '•••'],
    ['no address at all', '•••'],
    ['', '•••'],
  ])('%j is shown as %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });
});
