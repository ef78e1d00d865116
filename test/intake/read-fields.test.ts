import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/intake/fault.ts';
import {
  readCustomerId,
  readEmail,
  readLanguage,
  readLogin,
  readSerial,
  readStatus,
  readText,
} from '../../src/intake/read-fields.ts';

const told = (read: unknown) => (read instanceof Fault ? `! ${read.code}` : read);

test.each([
  ['EC-100000', 'EC-100000'],
  [' ec-100000 ', 'EC-100000'],
  ['2026/11_7.A', '2026/11_7.A'],
  ['', '! missing'],
  ['  ', '! missing'],
  ['EC 1', '! bad-characters'],
  ['=EC1', '! bad-characters'],
  ['ЕС-1', '! bad-characters'],
  ['EC-1\u200b0', '! control-characters'],
  ['X'.repeat(40), 'X'.repeat(40)],
  ['X'.repeat(41), '! too-long'],
])('customer id %j is %j', (raw, read) => {
  expect(told(readCustomerId(raw))).toBe(read);
});

test.each([
  [' a.nowak ', 'a.nowak'],
  ['Łukasz_1@firma', 'Łukasz_1@firma'],
  ['Z\u0307', 'Ż'],
  ['a\x00b', '! control-characters'],
  ['\x1b[31ma', '! control-characters'],
  ['a\u202eb', '! control-characters'],
  ['a b', '! bad-characters'],
  ['a\ufffdb', '! lost-letters'],
  ['', '! missing'],
  ['a'.repeat(101), '! too-long'],
])('login %j is %j', (raw, read) => {
  expect(told(readLogin(raw))).toBe(read);
});

test.each([
  ['  Jan.Upper+x@EXAMPLE.Com ', 'jan.upper+x@example.com'],
  ['żółw@łódź.pl', 'żółw@łódź.pl'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['a@xn--d-uga.xn--p1ai', 'a@xn--d-uga.xn--p1ai'],
  ['not-an-address', '! not-an-address'],
  ['a@b', '! not-an-address'],
  ['a@@b.pl', '! not-an-address'],
  ['.a@b.pl', '! not-an-address'],
  ['a..b@c.pl', '! not-an-address'],
  ['a@-b.pl', '! not-an-address'],
  ['a@b..pl', '! not-an-address'],
  ['a@b.p1', '! not-an-address'],
  ['a b@c.pl', '! not-an-address'],
  ['a@example.com\nBcc: b@example.com', '! not-an-address'],
  ['a@b.pl,c@d.pl', '! not-an-address'],
  ['"a"@b.pl', '! not-an-address'],
  ['Anna <a@b.pl>', '! not-an-address'],
  ['a@[127.0.0.1]', '! not-an-address'],
  ['a\u200b@b.pl', '! control-characters'],
  [`${'a'.repeat(64)}@b.pl`, `${'a'.repeat(64)}@b.pl`],
  [`${'a'.repeat(65)}@b.pl`, '! not-an-address'],
  [`a@${'b'.repeat(63)}.pl`, `a@${'b'.repeat(63)}.pl`],
  [`a@${'b'.repeat(64)}.pl`, '! not-an-address'],
  [`a@${'b.'.repeat(130)}pl`, '! too-long'],
  ['', '! missing'],
])('e-mail %j is %j', (raw, read) => {
  expect(told(readEmail(raw))).toBe(read);
});

test.each([
  ['pl', 'pl'],
  ['PL', 'pl'],
  ['en-GB', 'en'],
  ['uk_UA', 'uk'],
  ['', null],
  ['Polski', '! not-a-language'],
  ['p', '! not-a-language'],
])('language %j is %j', (raw, read) => {
  expect(told(readLanguage(raw))).toBe(read);
});

test.each([
  ['ab12', 'AB12'],
  ['AB:12:cd', 'AB12CD'],
  ['AB 12 CD', 'AB12CD'],
  ['00AB12', 'AB12'],
  ['00:00:0A:12', '0A12'],
  ['A12', '0A12'],
  ['08EDCE01ACC9B2AAE821FF083B0778DE', '08EDCE01ACC9B2AAE821FF083B0778DE'],
  ['F'.repeat(40), 'F'.repeat(40)],
  [`00${'F'.repeat(40)}`, 'F'.repeat(40)],
  [`1${'F'.repeat(40)}`, '! too-long'],
  ['ZZZZ', '! not-hex'],
  ['0xAB', '! not-hex'],
  ['-01', '! not-hex'],
  ['1.23E+15', '! not-hex'],
  ['AB:1:2', '! not-hex'],
  ['AB::12', '! not-hex'],
  ['00', '! zero'],
  ['', '! missing'],
])('serial %j is %j', (raw, read) => {
  expect(told(readSerial(raw))).toBe(read);
});

test.each([
  ['valid', 'valid'],
  ['VALID', 'valid'],
  ['ważny', 'valid'],
  [' Zawieszony ', 'suspended'],
  ['unieważniony', 'revoked'],
  ['UNIEWAZNIONY', 'revoked'],
  ['wygasły', 'expired'],
  ['expired', 'expired'],
  ['perhaps', '! unknown-status'],
  ['', '! missing'],
])('status %j is %j', (raw, read) => {
  expect(told(readStatus(raw))).toBe(read);
});

describe('names', () => {
  test('may have 200 characters, counted when they are clean', () => {
    expect(readText('A'.repeat(200), 'name')).toHaveLength(200);
    expect(told(readText('A'.repeat(201), 'name'))).toBe('! too-long');
    expect(readText(`${'\u200b'.repeat(500)}${'A'.repeat(200)}`, 'name')).toHaveLength(200);
    expect(told(readText('\u200b'.repeat(100_000), 'name'))).toBe('! too-long');
  });

  test('are missing when nothing visible is left', () => {
    expect(told(readText(' \u200b\x1b[31m ', 'name'))).toBe('! missing');
  });
});
