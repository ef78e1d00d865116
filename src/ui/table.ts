import type { Cell } from './cells.ts';
import { cell, fixed, line } from './cells.ts';
import type { Tone } from './theme.ts';

export interface Column<Item> {
  readonly title: string;
  /** Cells at least; what is left over goes to the column that `grows`, up to so many cells. */
  readonly width: number;
  readonly grows?: number;
  /** Left out where the table is narrower than this. */
  readonly from?: number;
  readonly text: (item: Item) => string;
  readonly tone?: (item: Item) => Tone;
}

/** What names and titles need at most: across more than that the eye does not find the rest of the line. */
export const NAME_CELLS = 40;
/** Twenty octets, in groups of four digits. */
export const SERIAL_CELLS = 49;
export const SENTENCE_CELLS = 100;

const GAP = 2;
const MARK = 2;

/** A table as lines: a heading, and for each item one line. The chosen one has a mark, so that it shows without colour. */
export function table<Item>(columns: readonly Column<Item>[], width: number) {
  const shown = columns.filter(({ from = 0 }) => width >= from);
  const taken = shown.reduce((sum, column) => sum + column.width, MARK + GAP * (shown.length - 1));
  const widths = shown.map(({ width: least, grows = least }) => Math.min(grows, least + Math.max(0, width - taken)));
  const gap = cell(' '.repeat(GAP));
  const spread = (cells: readonly Cell[]) => cells.flatMap((one, place) => (place === 0 ? [one] : [gap, one]));
  return {
    heading: line(
      [cell(' '.repeat(MARK)), ...spread(shown.map(({ title }, at) => fixed(title, widths[at] ?? 0, 'muted')))],
      width,
    ),
    row(item: Item, selected: boolean): string {
      const cells = shown.map(({ text, tone }, at) => {
        const own = tone?.(item) ?? 'plain';
        return fixed(text(item), widths[at] ?? 0, selected && own === 'plain' ? 'selected' : own);
      });
      return line([cell(selected ? '▸ ' : '  ', 'selected'), ...spread(cells)], width);
    },
  };
}
