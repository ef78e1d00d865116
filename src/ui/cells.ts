import { safeText } from '../domain/clean-text.ts';
import { cutTo, padTo, widthOf } from '../text/width.ts';
import { paint, type Tone } from './theme.ts';

const SGR = /\x1b\[[0-9;]*m/g;

/** A piece of a line. Text from outside becomes one here and nowhere else, and is cleaned on the way. */
export interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

export function cell(text: string, tone: Tone = 'plain'): Cell {
  return { text: safeText(text), tone };
}

/** Cells side by side, one line, cut to `width`. */
export function line(cells: readonly Cell[], width = Number.POSITIVE_INFINITY): string {
  let left = width;
  let drawn = '';
  for (const { text, tone } of cells) {
    if (left <= 0) break;
    const cut = cutTo(text, left);
    drawn += paint(tone, cut);
    left -= widthOf(cut);
  }
  return drawn;
}

/** A cell of a fixed width, cut or filled. */
export function fixed(text: string, width: number, tone: Tone = 'plain'): Cell {
  return { text: padTo(cutTo(safeText(text), width), width), tone };
}

/** Cells a drawn line takes, its colours not counted. */
export function drawnWidth(drawn: string): number {
  return widthOf(drawn.replace(SGR, ''));
}

/** Fills a drawn line with blanks. */
export function fill(drawn: string, width: number): string {
  return drawn + ' '.repeat(Math.max(0, width - drawnWidth(drawn)));
}

/** Breaks a sentence into lines of at most `width` cells, at blanks. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of safeText(text).split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= width || current === '') current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].map((one) => cutTo(one, width));
}
