import { widthOf } from '../text/width.ts';

/** What marks and glyphs mean, where a screen is read aloud. */
export interface ReadingWords {
  readonly selected: string;
  readonly inFront: string;
  readonly passed: string;
  readonly failed: string;
  readonly open: string;
  readonly chosen: string;
  readonly notChosen: string;
  readonly hidden: string;
  readonly nothing: string;
  readonly next: string;
  readonly notPossible: string;
  /** How many marks of so many are full. */
  readonly outOf: (full: number, all: number) => string;
}

const SGR = /\x1b\[[0-9;]*m/g;
const BAR = '│';
const DRAWN = /[─━╌┄╭╮╰╯▁-█▏░▒▓]+|_{3,}/gu;
/** They stand beside the word that says the same. */
const GLYPHS = /(^|[\s,(])[✗✓❄⊘‖↷‼·•☎⏸\u25a0-\u25ff]+(?=\s|$)/gu;

/**
 * A drawn screen as sentences: what stands side by side one after the other, columns as lists, marks as words, and
 * nothing that is only drawn.
 */
export function readable(lines: readonly string[], words: ReadingWords): readonly string[] {
  return apart(lines.map((line) => cellsOf(line.replace(SGR, ''))))
    .map((cells) => sentence(cells.join('').trimEnd(), words))
    .filter((text) => text !== '');
}

type Row = readonly string[];

/** A line by the cells it takes: of a wide letter the second is empty, a mark joins the letter before it. */
function cellsOf(line: string): Row {
  const cells: string[] = [];
  for (const letter of line) {
    const width = widthOf(letter);
    if (width === 0 && cells.length > 0) cells[cells.length - 1] += letter;
    else cells.push(letter, ...Array.from({ length: Math.max(0, width - 1) }, () => ''));
  }
  return cells;
}

/** Blocks that the longest bar divides: left, then right; each in its turn. */
function apart(rows: readonly Row[]): readonly Row[] {
  const bar = longestBar(rows);
  if (!bar) return rows;
  const { column, from, to } = bar;
  const divided = rows.slice(from, to);
  return [
    ...apart(rows.slice(0, from)),
    ...apart(divided.map((row) => row.slice(0, column))),
    ...apart(divided.map((row) => row.slice(column + 1))),
    ...apart(rows.slice(to)),
  ];
}

function longestBar(rows: readonly Row[]) {
  let longest: { readonly column: number; readonly from: number; readonly to: number } | null = null;
  const open = new Map<number, number>();
  for (const [at, row] of [...rows, []].entries()) {
    for (const [column, from] of open) {
      if (row[column] === BAR) continue;
      open.delete(column);
      if (!longest || at - from > longest.to - longest.from) longest = { column, from, to: at };
    }
    for (const [column, cell] of row.entries()) if (cell === BAR && !open.has(column)) open.set(column, at);
  }
  return longest;
}

function sentence(line: string, words: ReadingWords): string {
  const heading = /─{2,}$/.test(line);
  const read = line
    .replace(DRAWN, ' ')
    .replaceAll('[✓]', `${words.passed}: `)
    .replaceAll('[✗]', `${words.failed}: `)
    .replaceAll('[ ]', `${words.open}: `)
    .replaceAll('(•)', `${words.chosen}: `)
    .replaceAll('( )', `${words.notChosen}: `)
    .replace(/•{2,}(?: •{2,})*/g, words.hidden)
    .replace(/▮+▯*|▯+/g, (marks) => words.outOf(marks.replaceAll('▯', '').length, marks.length))
    .replace(/(^|\s)▸ /g, heading ? `$1${words.inFront}: ` : `$1${words.selected}: `)
    .replace(/ ✕/g, `, ${words.notPossible}`)
    .replace(/ →/g, `, ${words.next}`)
    .replace(/(\s)[↓↑](?=\s|$)/g, '$1')
    .replace(/ · /g, ', ')
    .replace(/(\s)[–—](?=\s\s|$)/g, `$1${words.nothing}`)
    .replace(GLYPHS, '$1')
    .trim()
    .replace(/\s{2,}/g, ', ')
    .replace(/([.:,?!])(?:\s*,)+/g, '$1')
    .replace(/^[,\s]+|[,\s]+$/g, '');
  return heading && read !== '' ? `${read}:` : read;
}
