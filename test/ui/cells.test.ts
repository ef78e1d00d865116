import { afterEach, describe, expect, test } from 'vitest';
import { cell, drawnWidth, fill, fixed, line, wrap, wrapTo } from '../../src/ui/cells.ts';
import { panel, squeezed } from '../../src/ui/layout.ts';
import { table } from '../../src/ui/table.ts';
import { paint, paintFor } from '../../src/ui/theme.ts';
import { plain } from '../support/plain.ts';

afterEach(() => paintFor({ depth: 'sixteen', ground: 'dark' }));

describe('lines', () => {
  test('text from outside loses whatever a terminal would obey', () => {
    expect(plain(line([cell('\u001b]0;x\u0007Anna\u001b[31m\u202e\u200b')]))).toBe('Anna');
  });

  test('a line is cut to its width, with a sign that it was', () => {
    expect(plain(line([cell('Brzęczyszczykiewicz')], 10))).toBe('Brzęczysz…');
    expect(plain(line([cell('ab', 'ok'), cell('cdef', 'danger')], 4))).toBe('abc…');
    expect(plain(line([cell('abc')], 0))).toBe('');
  });

  test('wide letters take two cells, marks none', () => {
    expect(plain(fixed('東京', 6).text)).toBe('東京  ');
    expect(fixed('東京都', 5).text).toBe('東京…');
    expect(drawnWidth('e\u0301')).toBe(1);
  });

  test('a colour takes no room, and switched off it is not there', () => {
    const drawn = line([cell('abc', 'danger')]);
    expect(drawn).not.toBe('abc');
    expect(drawnWidth(drawn)).toBe(3);
    expect(drawnWidth(fill(drawn, 10))).toBe(10);
    paintFor({ depth: 'none', ground: 'dark' });
    expect(line([cell('abc', 'danger')])).toBe('abc');
  });

  test('sentences break at blanks, and a word that is too long is cut', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrap('aaaaaaaaaa b', 5)).toEqual(['aaaa…', 'b']);
    expect(wrap('', 5)).toEqual(['']);
  });

  test.each([
    ['delivered after 53 s', 18, ['delivered after', '53 s']],
    ['w ciągu 90 % czasu', 11, ['w ciągu', '90 % czasu']],
    ['ważny do 5 mar 2028', 13, ['ważny do', '5 mar 2028']],
    ['ważny do 5 mar 2028', 16, ['ważny do', '5 mar 2028']],
    ['numer +48 881 652 862', 18, ['numer', '+48 881 652 862']],
    ['odpowiedź z adresu i z portalu', 20, ['odpowiedź z adresu', 'i z portalu']],
    ['half within a day (before: –)', 27, ['half within a day', '(before: –)']],
    ['certyfikat 2D5A EA1F FDF1', 18, ['certyfikat', '2D5A EA1F FDF1']],
    ['2D5A EA1F FDF1 9B70', 12, ['2D5A EA1F', 'FDF1 9B70']],
    ['błędnych 0, 9 niepowodzeń', 14, ['błędnych 0,', '9 niepowodzeń']],
    ['12 minutes', 4, ['12', 'min…']],
    ['(5 s) b', 4, ['(5', 's) b']],
    ['nowa prośba od 28 lis 2026, 02:04', 30, ['nowa prośba od', '28 lis 2026, 02:04']],
    ['kod wpisano po 1 min 11 s', 20, ['kod wpisano po', '1 min 11 s']],
    ['otwarta 1 dzień 21 h temu', 16, ['otwarta', '1 dzień 21 h', 'temu']],
    ['zostań na linii. [w Krok po kroku]', 24, ['zostań na linii.', '[w Krok po kroku]']],
  ])('what belongs together is not torn: %s', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('what does not fit into so many lines ends with an ellipsis', () => {
    expect(wrapTo('aa bb cc dd', 5, 2)).toEqual(['aa bb', 'cc dd']);
    expect(wrapTo('aa bb cc dd ee', 5, 2)).toEqual(['aa bb', 'cc d…']);
  });
});

describe('blocks of lines', () => {
  test('blank lines give way where there is no room, and as few as need be', () => {
    const lines = ['a', '', 'b', ' ', 'c'];
    expect(squeezed(lines, 5)).toEqual(lines);
    expect(squeezed(lines, 4)).toEqual(['a', 'b', ' ', 'c']);
    expect(squeezed(lines, 2)).toEqual(['a', 'b', 'c']);
  });

  test('a heading is as wide as its panel, marked where it is in focus, and says less loudly what it says of others', () => {
    paintFor({ depth: 'sixteen', ground: 'dark' });
    const [plainly = ''] = panel('Name', [], 20);
    const [inFocus = ''] = panel('Name · p Other', [], 20, true);
    expect(plain(plainly)).toBe(' Name ──────────────');
    expect(plain(inFocus)).toBe('▸ Name · p Other ───');
    expect(inFocus).toContain(paint('muted', ' · p Other '));
  });
});

describe('a table', () => {
  const names = table<{ name: string; note: string }>(
    [
      { title: 'Name', width: 6, grows: 40, text: ({ name }) => name },
      { title: 'Note', width: 4, from: 20, text: ({ note }) => note, tone: () => 'warning' },
    ],
    24,
  );

  test('every row is as wide as its heading, whatever is in it', () => {
    const item = { name: 'Ż'.repeat(50), note: 'x' };
    for (const row of [names.heading, names.row(item, true), names.row(item, false)]) expect(drawnWidth(row)).toBe(24);
  });

  test('a column grows with the table, and no further than it says', () => {
    const item = { name: 'Anna', note: 'x' };
    const at = (width: number) => {
      const { row } = table<typeof item>(
        [
          { title: 'Name', width: 6, grows: 10, text: ({ name }) => name },
          { title: 'Note', width: 4, text: ({ note }) => note },
        ],
        width,
      );
      return plain(row(item, false)).indexOf('x');
    };
    expect([14, 16, 18, 160].map(at)).toEqual([10, 12, 14, 14]);
  });

  test('the chosen row is marked by a sign, not by colour alone', () => {
    const item = { name: 'Anna', note: 'x' };
    expect(plain(names.row(item, true))).toMatch(/^▸ Anna/);
    expect(plain(names.row(item, false))).toMatch(/^ {2}Anna/);
  });

  test('a narrow table leaves columns out', () => {
    const narrow = table<string>(
      [
        { title: 'A', width: 3, text: (item) => item },
        { title: 'B', width: 3, from: 40, text: () => 'b' },
      ],
      20,
    );
    expect(plain(narrow.heading)).not.toContain('B');
  });
});
