import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const frames = join(root, 'test/screens/golden');

test('every glyph of our screens is one that the build draws the short way', async () => {
  const glyphs = join(root, 'tools/build-plugins/plain-glyphs.mjs');
  const { PLAIN } = (await import(glyphs)) as { readonly PLAIN: string };
  const plain = new RegExp(`^${PLAIN}$`, 'u');
  const drawn = new Set(readdirSync(frames).flatMap((name) => [...readFileSync(join(frames, name), 'utf8')]));
  expect(drawn.size).toBeGreaterThan(80);
  expect([...drawn].filter((glyph) => glyph !== '\n' && !plain.test(glyph))).toEqual([]);
});
