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

/** Blanks that no line ends at. */
const TIED = [
  // A number and what it counts; its unit or month; a phone number; a date and its time; a serial number.
  /(?<=(?:^|[ (])\d+) (?=\p{Ll})/gu,
  /(?<=\d) (?=(?:%|\p{L}{1,3}|\d{3})(?![\p{L}\d]))/gu,
  /(?<=\d[ \u00a0]\p{L}{3}) (?=\d{4}(?!\d))/gu,
  /(?<=\d{4},) (?=\d\d:\d\d)/g,
  /(?<=\b[\dA-F]{4}) (?=[\dA-F]{4}\b)/g,
  // What a duration is made of.
  /(?<=\d[ \u00a0]\p{L}+) (?=\d+[ \u00a0](?:h|min|s)(?!\p{L}))/gu,
  // A key and what it does.
  /(?<=\[[^\]]*) (?=[^\]]*\])/g,
  // A word of one letter and the next; two words in brackets.
  /(?<=(?:^| )\p{L}) /gu,
  /(?<=\([^ )]*) (?=[^ ]*\))/gu,
];
const TIE = '\u00a0';

/** Breaks a sentence into at most so many lines; where that is too few, the last one ends with an ellipsis. */
export function wrapTo(text: string, width: number, most: number): readonly string[] {
  const lines = wrap(text, width);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutTo(lines.slice(most - 1).join(' '), width)];
}

/** Breaks a sentence into lines of at most `width` cells, at blanks; what belongs together stays on one line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  const tied = TIED.reduce((one, blanks) => one.replace(blanks, TIE), safeText(text)).split(' ');
  for (const word of tied.flatMap((one) => (widthOf(one) > width ? one.split(TIE) : [one]))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= width || current === '') current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].map((one) => cutTo(one.replaceAll(TIE, ' '), width));
}
