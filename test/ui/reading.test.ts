import { expect, test } from 'vitest';
import { en } from '../../src/text/en.ts';
import { readable } from '../../src/ui/reading.ts';

test.each([
  ['marks of how much is left', '── ☎ Anna Nowak · patience ▮▮▮▯▯ ──', 'Anna Nowak, patience 3 of 5:'],
  ['none of them left', ' patience ▯▯▯▯▯', 'patience 0 of 5'],
  ['a bar beside its number', '▸ 23 Nov 2026   4   ██████', 'selected: 23 Nov 2026, 4'],
  ['what goes before and after', ' Wrong OTPs in a row: 5 → 0', 'Wrong OTPs in a row: 5, then 0'],
])('%s', (_what, drawn, read) => {
  expect(readable([drawn], en.reading)).toEqual([read]);
});
