import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type RolldownPluginOption, rolldown } from 'rolldown';
import { afterAll, describe, expect, test } from 'vitest';
import { fastStringWidth } from '../../tools/build-plugins/fast-string-width.mjs';
import { inkWholeLines } from '../../tools/build-plugins/ink-whole-lines.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ecsc-plugins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a package's file exports by default, bundled with some of our plugins. */
async function bundled(name: string, input: string, plugins: readonly RolldownPluginOption[]): Promise<unknown> {
  const file = join(folder, `${name}.mjs`);
  const build = await rolldown({ cwd: root, input, platform: 'node', plugins: [...plugins] });
  await build.write({ file, format: 'esm' });
  await build.close();
  return ((await import(file)) as { default: unknown }).default;
}

const ESC = '\u001b';
const colour = fc.constantFrom(`${ESC}[1m`, `${ESC}[22m`, `${ESC}[31m`, `${ESC}[39m`, `${ESC}[7m`, `${ESC}[27m`, `${ESC}[0m`);
const letters = fc.constantFrom(...'aZ 9-–…ąćęłńóśźżŻ│─█▸●○✓✗❄◆•©®');
const awkward = fc.constantFrom(
  '漢', '한', '\u1100', '\u1161', 'ｶ', 'ﾞ', '👍', '👩‍💻', '🇵🇱', '1\ufe0f\u20e3', '❤️', '❄\ufe0f',
  'e\u0301', '\u0301', '\u00ad', '\u200b', '\u200d', '\u202e', '\ufe0f', '\t', '\u0000', '\u007f', '\u009b1m',
  `${ESC}[`, `${ESC}]8;;x\u0007`, '\ud800',
);
const piece = fc.oneof({ weight: 4, arbitrary: letters }, colour, awkward, fc.string({ unit: 'binary', maxLength: 2 }));
const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('the fast string width', async () => {
  type StringWidth = (text: string, options?: object) => number;
  const entry = 'string-width';
  const exact = (await bundled('exact-width', entry, [])) as StringWidth;
  const fast = (await bundled('fast-width', 'string-width?through-the-plugin', [
    {
      name: 'ask-for-it',
      resolveId: (id) => (id === 'string-width?through-the-plugin' ? id : null),
      load: (id) => (id === 'string-width?through-the-plugin' ? "export { default } from 'string-width';" : null),
    },
    fastStringWidth(),
  ])) as StringWidth;

  test('is another function than the one it stands for', () => expect(String(fast)).not.toBe(String(exact)));

  test('measures every character as the real one does, alone, among letters and coloured', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}b`, `${ESC}[31m${character}${ESC}[39m`])
        if (fast(text) !== exact(text)) wrong.push(`U+${code.toString(16)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('measures any text as the real one does, the second time too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([fast(text), fast(text), fast(text, {})]).toEqual([exact(text), exact(text), exact(text)]);
      }),
      { numRuns: 3000 },
    );
  });
});
