import { afterEach, describe, expect, test } from 'vitest';
import { cell, drawnWidth, fill, fixed, line, wrap } from '../../src/ui/cells.ts';
import { table } from '../../src/ui/table.ts';
import { paintFor } from '../../src/ui/theme.ts';
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
});

describe('a table', () => {
  const names = table<{ name: string; note: string }>(
    [
      { title: 'Name', width: 6, grows: true, text: ({ name }) => name },
      { title: 'Note', width: 4, from: 20, text: ({ note }) => note, tone: () => 'warning' },
    ],
    24,
  );

  test('every row is as wide as its heading, whatever is in it', () => {
    const item = { name: 'Ż'.repeat(50), note: 'x' };
    for (const row of [names.heading, names.row(item, true), names.row(item, false)]) expect(drawnWidth(row)).toBe(24);
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
