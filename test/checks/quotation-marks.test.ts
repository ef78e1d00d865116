import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** What a drawn sentence may be made of: `“${…}”` outside the texts is English in every language. */
const DRAWN = /“\$\{|\}”/;

test('quotation marks are those of the language that is spoken', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.startsWith('src/text/'));
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => DRAWN.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  const polish = globSync('src/text/pl/*.ts', { cwd: root });
  expect(polish.length).toBeGreaterThan(30);
  expect(polish.filter((file) => readFileSync(join(root, file), 'utf8').includes('“'))).toEqual([]);
});
