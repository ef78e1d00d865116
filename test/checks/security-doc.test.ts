import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const rows = textOf('docs/security.md')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [, number = '', what = '', state = '', shownBy = ''] = line.split('|').map((part) => part.trim());
    return { number: Number(number), what, state, shownBy };
  });

/** The tests a row names, each with its file. */
const named = rows.flatMap(({ number, shownBy }) =>
  [...shownBy.matchAll(/`(test\/[^`]+)`: ([^`]+)/g)].flatMap(([, file = '', tests = '']) =>
    tests
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => [number, file, name] as const),
  ),
);

test('every attack and fault of the bar has its row, and says how far it is shown', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, place) => place + 1));
  for (const { state, shownBy } of rows) {
    expect(state).toMatch(/^(shown|partly: |not yet: )/);
    expect(shownBy === '').toBe(state.startsWith('not yet'));
  }
});

/** Where the name of a test may stand: behind `test(`, or on a line of its own. */
const titleLine = /^\s*(?:test|describe|['"`\])}])/;

test.each(named)('row %i: %s has a test whose name says “%s”', (_number, file, name) => {
  const lines = textOf(file).split('\n');
  expect(lines.filter((line) => line.includes(name) && titleLine.test(line))).not.toEqual([]);
});
