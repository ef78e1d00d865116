import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../support/awkward-text.ts';
import { bundled } from '../support/bundled.ts';

type StringWidth = (text: string) => number;

const code = "export { default } from 'string-width';";
const exact = await bundled<StringWidth>(code, null);
const fast = await bundled<StringWidth>(code, { file: 'fast-string-width.mjs', name: 'fastStringWidth' });

test('the build measures with a function of its own', () => {
  expect(String(fast)).not.toBe(String(exact));
});

test('every character is as wide as it really is: alone, and among coloured letters', () => {
  const wrong: string[] = [];
  for (let point = 0; point <= 0xffff; point++) {
    const character = String.fromCharCode(point);
    for (const text of [character, `\u001b[31ma${character}b\u001b[39m`])
      if (fast(text) !== exact(text)) wrong.push(`U+${point.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test('any text is as wide as it really is, also when it is asked for again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([fast(text), fast(text)]).toEqual([exact(text), exact(text)]);
    }),
    { numRuns: 3000 },
  );
});
