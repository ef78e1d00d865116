import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnText } from '../support/awkward-text.ts';
import { bundled } from '../support/bundled.ts';
import { shown } from '../support/shown.ts';

/** As much of Ink's own output stage as its renderer uses. */
interface Output {
  write(
    x: number,
    y: number,
    text: string,
    options: { readonly transformers: readonly ((line: string) => string)[] },
  ): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): { readonly output: string; readonly height: number };
}
type OutputClass = new (size: { readonly width: number; readonly height: number }) => Output;

const SIZE = { width: 20, height: 6 };
const code = "export { default } from './node_modules/ink/build/output.js';";
const Exact = await bundled<OutputClass>(code, null);
const Patched = await bundled<OutputClass>(code, { file: 'ink-whole-lines.mjs', name: 'inkWholeLines' });

const styles = {
  red: (line: string) => `\u001b[31m${line}\u001b[39m`,
  inverse: (line: string) => `\u001b[7m${line}\u001b[27m`,
};

interface Clip {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

interface Write {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: readonly (keyof typeof styles)[];
  readonly clip: Clip | null;
}

function drawn(Class: OutputClass, writes: readonly Write[]): string {
  const output = new Class(SIZE);
  for (const { x, y, text, style, clip } of writes) {
    if (clip) output.clip(clip);
    output.write(x, y, text, { transformers: style.map((name) => styles[name]) });
    if (clip) output.unclip();
  }
  return output.get().output;
}

function areShownAlike(frames: fc.Arbitrary<readonly Write[]>): void {
  fc.assert(
    fc.property(frames, (writes) => {
      expect(shown(drawn(Patched, writes))).toEqual(shown(drawn(Exact, writes)));
    }),
    { numRuns: 300 },
  );
}

const row = fc.integer({ min: -1, max: SIZE.height });
const style = fc.subarray(['red', 'inverse'] as const);

test('frames of whole lines are shown as Ink would show them', () => {
  const write = fc.record<Write>({
    x: fc.constant(0),
    y: fc.nat(SIZE.height - 1),
    text: drawnText,
    style,
    clip: fc.constant(null),
  });
  areShownAlike(fc.uniqueArray(write, { selector: ({ y }) => y }));
});

test('frames of anything else are shown as Ink would show them', () => {
  const column = fc.nat(SIZE.width);
  const write = fc.record<Write>({
    x: fc.integer({ min: -2, max: SIZE.width }),
    y: row,
    text: fc.array(drawnText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    style,
    clip: fc.option(fc.record({ x1: column, x2: column, y1: row, y2: row })),
  });
  areShownAlike(fc.array(write, { maxLength: 6 }));
});
