import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Links of Markdown and of pictures in it, but those to the web and within the page. */
const LINK = /\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)="([^"]+)"/g;

test('every link between our pages leads somewhere', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(LINK)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => ({ page, link })),
  );
  const dead = links.filter(({ page, link }) => !existsSync(join(root, dirname(page), link)));
  expect(dead).toEqual([]);
  expect(links.length).toBeGreaterThan(40);
});

test('every record is in the list of decisions', () => {
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
  const records = globSync('0*.md', { cwd: join(root, 'docs/decisions') });
  expect(records.filter((name) => !list.includes(`](${name})`))).toEqual([]);
});
