import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnText } from '../support/awkward-text.ts';
import { bundled } from '../support/bundled.ts';

type Transformer = (line: string) => string;

/** As much of Ink's own output stage as its renderer uses. */
interface Output {
  write(x: number, y: number, text: string, options: { readonly transformers: readonly Transformer[] }): void;
  clip(clip: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }): void;
  unclip(): void;
  get(): { readonly output: string; readonly height: number };
}
type OutputClass = new (size: { readonly width: number; readonly height: number }) => Output;

const SIZE = { width: 20, height: 6 };
const code = "export { default } from './node_modules/ink/build/output.js';";
const Exact = await bundled<OutputClass>(code, null);
const Patched = await bundled<OutputClass>(code, { file: 'ink-whole-lines.mjs', name: 'inkWholeLines' });

const red: Transformer = (line) => `\u001b[31m${line}\u001b[39m`;
const inverse: Transformer = (line) => `\u001b[7m${line}\u001b[27m`;
const transformers = fc.subarray([red, inverse]);
const text = drawnText.filter((line) => line !== '');
const row = fc.integer({ min: -1, max: SIZE.height });

type Step = (output: Output) => void;
const drawn = (Class: OutputClass, steps: readonly Step[]) => {
  const output = new Class(SIZE);
  for (const step of steps) step(output);
  return output.get();
};
const same = (steps: fc.Arbitrary<readonly Step[]>) =>
  fc.assert(
    fc.property(steps, (taken) => {
      if (JSON.stringify(drawn(Patched, taken)) !== JSON.stringify(drawn(Exact, taken))) { const w: unknown[] = []; for (const s of taken) s({ write: (...a: unknown[]) => w.push(a), clip: (a: unknown) => w.push(a), unclip: () => 0, get: () => ({ output: "", height: 0 }) } as Output); console.log(JSON.stringify(w.map(String)), JSON.stringify(w), JSON.stringify(drawn(Patched, taken)), JSON.stringify(drawn(Exact, taken)), taken.length); throw new Error("x"); }
    }),
    { numRuns: 1500 },
  );

test('frames of whole lines are what Ink makes of them', () => {
  const wholeLine = fc
    .tuple(fc.integer({ min: 0, max: SIZE.height - 1 }), text, transformers)
    .map(([y, line, styles]) => ({ y, step: (output: Output) => output.write(0, y, line, { transformers: styles }) }));
  same(fc.uniqueArray(wholeLine, { selector: ({ y }) => y }).map((lines) => lines.map(({ step }) => step)));
});

test('frames of anything else are what Ink makes of them', () => {
  const anywhere = fc
    .tuple(fc.integer({ min: -2, max: SIZE.width }), row, fc.array(text, { minLength: 1, maxLength: 3 }), transformers)
    .map(([x, y, lines, styles]): Step => (output) => output.write(x, y, lines.join('\n'), { transformers: styles }));
  const clipped = fc
    .tuple(fc.nat(SIZE.width), fc.nat(SIZE.width), row, row, anywhere)
    .map(([x1, x2, y1, y2, write]): Step => (output) => {
      output.clip({ x1, x2, y1, y2 });
      write(output);
      output.unclip();
    });
  same(fc.array(fc.oneof(anywhere, clipped), { maxLength: 6 }));
});
