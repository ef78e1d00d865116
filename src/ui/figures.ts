import { widthOf } from '../text/width.ts';
import { cell, fixed, line } from './cells.ts';
import type { Tone } from './theme.ts';

/** A few figures under their titles, beside those they are compared with. */
export interface Figures {
  /** The first is that of the labels. */
  readonly titles: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly string[];
    readonly tone: Tone;
  }[];
}

/** As lines: every column as wide as what stands in it. */
export function figureLines({ titles, rows }: Figures, width: number): readonly string[] {
  const all = [titles, ...rows.map(({ label, values }) => [label, ...values])];
  const widths = titles.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  const drawn = (row: readonly string[], tone: Tone) =>
    line([cell(' '), ...row.flatMap((text, at) => [fixed(text, widths[at] ?? 0, tone), cell('  ')])], width);
  return [drawn(titles, 'muted'), ...rows.map(({ label, values, tone }) => drawn([label, ...values], tone))];
}
