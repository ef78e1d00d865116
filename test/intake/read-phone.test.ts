import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askLibrary, readPhone } from '../../src/intake/read-phone.ts';

const told = (text: string) => {
  const phone = readPhone(text);
  return 'code' in phone ? phone.code : `${phone.e164} ${phone.kind}`;
};

describe('phones as people write them', () => {
  test.each([
    '+48694652979',
    '+48 694 652 979',
    '48 694652979',
    '48694652979',
    '0048694652979',
    '0048 694-652-979',
    '694 652 979',
    '694-652-979',
    '(694) 652.979',
    '+48 (694) 652/979',
    '６９４６５２９７９',
  ])('%s', (text) => {
    expect(told(text)).toBe('+48694652979 mobile');
  });

  test.each([
    ['(22) 456-78-90', '+48224567890 landline'],
    ['+48 26 123 45 67', '+48261234567 landline'],
    ['+48 39 123 45 67', '+48391234567 unknown'],
    ['+4915112345678', '+4915112345678 mobile'],
    ['0049 151 12345678', '+4915112345678 mobile'],
    ['+1 212 555 2368', '+12125552368 unknown'],
    ['+380 50 123 45 67', '+380501234567 mobile'],
  ])('%s is %s', (text, phone) => {
    expect(told(text)).toBe(phone);
  });

  test.each([
    ['12345', 'too-short'],
    ['69465297', 'no-such-number'],
    ['+48 694 652 979 12', 'too-many-digits'],
    ['+48CALLME999', 'not-a-number'],
    ['none', 'not-a-number'],
    ['tel:+48694652979', 'not-a-number'],
    ['694652979 694652978', 'too-many-digits'],
    ['694652979, 694652978', 'extension'],
    ['+48700123456', 'premium-rate'],
    ['700 123 456', 'premium-rate'],
    ['0048700123456', 'premium-rate'],
    ['801 123 456', 'shared-cost'],
    ['800 123 456', 'toll-free'],
    ['+48 642 123 456', 'special-number'],
    ['+48 22 456 78 90 ext. 12', 'extension'],
    ['000000000', 'no-such-number'],
    ['100000000', 'no-such-number'],
    ['+999 123456789', 'no-such-number'],
  ])('%s is refused: %s', (text, code) => {
    expect(told(text)).toBe(code);
  });
});

describe('the shortcut for Polish numbers', () => {
  const national = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);
  const written = fc.constantFrom('+48', '0048', '48', '', '+48 ', '0048 ');

  test('says what the library says', () => {
    fc.assert(
      fc.property(written, national, (prefix, digits) => {
        expect(readPhone(prefix + digits)).toEqual(askLibrary(`+48${digits}`));
      }),
      { numRuns: 5_000 },
    );
  });

  test('rests on the first five digits, which decide in every part of the numbering plan', () => {
    const endings = ['0000', '1234', '9119', '9999'];
    for (let beginning = 10_000; beginning <= 99_999; beginning += 7) {
      const kinds = endings.map((ending) => {
        const phone = askLibrary(`+48${beginning}${ending}`);
        return 'code' in phone ? phone.code : phone.kind;
      });
      expect(new Set(kinds).size, String(beginning)).toBe(1);
    }
  });
});
