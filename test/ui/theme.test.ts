import { describe, expect, test } from 'vitest';
import { type Depth, depthOf, depths, type Ground, grounds, sgrOf, type Tone } from '../../src/ui/theme.ts';
import { colourIn, contrast, rgb } from '../support/contrast.ts';

const BLACK = rgb('#000000');
const WHITE = rgb('#ffffff');
const behind: Readonly<Record<Ground, readonly (typeof BLACK)[]>> = {
  dark: [BLACK],
  light: [WHITE],
  unknown: [BLACK, WHITE],
};
/** What each depth may say, part by part. */
const allowed: Readonly<Record<Depth, RegExp>> = {
  none: /^$/,
  sixteen: /^((1|3[0-7]|4[0-7]|9[0-7])(;|$))*$/,
  palette: /^((1|[34]8;5;[0-9]{1,3})(;|$))*$/,
  full: /^((1|[34]8;2;[0-9]{1,3};[0-9]{1,3};[0-9]{1,3})(;|$))*$/,
};
const looks = depths.flatMap((depth) => grounds.map((ground) => ({ depth, ground })));

describe.each(looks)('with $depth colours on a $ground ground', (look) => {
  const tones = Object.entries(sgrOf(look)) as [Tone, string][];

  test.each(tones)('%s says no more than the terminal understands', (_tone, sgr) => {
    expect(sgr).toMatch(allowed[look.depth]);
  });

  test.each(tones)('%s can be read: 4.5 to 1, or the terminal’s own text', (_tone, sgr) => {
    const text = colourIn(sgr, 'text');
    if (text === null) expect(colourIn(sgr, 'ground')).toBeNull();
    else {
      const own = colourIn(sgr, 'ground');
      for (const ground of own ? [own] : behind[look.ground])
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the table itself', () => {
  test('contrast is what WCAG says', () => {
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21, 5);
    expect(contrast(rgb('#767676'), WHITE)).toBeCloseTo(4.54, 2);
  });

  test('one colour of the 256 is the same in both ways of saying it', () => {
    for (const ground of grounds) {
      const [palette, full] = [sgrOf({ depth: 'palette', ground }), sgrOf({ depth: 'full', ground })];
      for (const tone of Object.keys(full) as Tone[]) {
        for (const layer of ['text', 'ground'] as const)
          expect(colourIn(palette[tone], layer)).toEqual(colourIn(full[tone], layer));
      }
    }
  });

  test('where there are colours, danger, ok, and quiet words never look alike', () => {
    for (const ground of ['dark', 'light'] as const) {
      const { danger, ok, muted, accent } = sgrOf({ depth: 'palette', ground });
      expect(new Set([danger, ok, muted, accent]).size).toBe(4);
    }
  });
});

describe('how many colours', () => {
  test.each([
    [{}, 'sixteen'],
    [{ TERM: 'xterm' }, 'sixteen'],
    [{ TERM: 'linux' }, 'sixteen'],
    [{ TERM: 'dumb', COLORTERM: 'truecolor' }, 'none'],
    [{ TERM: 'xterm-256color' }, 'palette'],
    [{ TERM: 'tmux-256color', COLORTERM: 'truecolor' }, 'full'],
    [{ TERM: 'xterm-256color', COLORTERM: '24bit' }, 'full'],
    [{ TERM: 'xterm-256color', NO_COLOR: '1' }, 'none'],
    [{ TERM: 'xterm-256color', NO_COLOR: '' }, 'palette'],
    [{ TERM: 'xterm-256color', FORCE_COLOR: '0' }, 'none'],
    [{ TERM: 'xterm', FORCE_COLOR: '3' }, 'full'],
    [{ COLORTERM: 'truecolor', FORCE_COLOR: '1' }, 'sixteen'],
  ] as const)('%j: %s', (env, depth) => {
    expect(depthOf(env)).toBe(depth);
  });
});
