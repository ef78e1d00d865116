import { cell, drawnWidth, fill, line } from './cells.ts';
import { paint } from './theme.ts';

/** A line from edge to edge, between what is above and what is below it. */
export function rule(width: number): string {
  return paint('muted', '─'.repeat(width));
}

/** Lines under a heading; of the panel in focus it is marked and in the accent colour, but for what it says of others behind a ` · `. */
export function panel(title: string, lines: readonly string[], width: number, focused = false): readonly string[] {
  const [name = '', ...others] = focused ? title.split(/(?= · )/) : [title];
  const heading = [
    cell(`${focused ? '▸ ' : ' '}${name}`, focused ? 'selected' : 'strong'),
    cell(`${others.join('')} `, 'muted'),
  ];
  const drawn = line(heading, width);
  return [drawn + rule(Math.max(0, width - drawnWidth(drawn))), ...lines];
}

/** Exactly `height` lines: cut, or filled with blank ones. */
export function tall(lines: readonly string[], height: number): readonly string[] {
  if (lines.length >= height) return lines.slice(0, Math.max(0, height));
  return [...lines, ...Array.from({ length: height - lines.length }, () => '')];
}

/** Cells at the right edge that `scrolled` may mark. */
export const SCROLL_MARK = 2;

/** So many lines from the one at the top; at the right edge arrows say that it goes on above or below. */
export function scrolled(lines: readonly string[], top: number, height: number, width: number): readonly string[] {
  const shown = lines.slice(top, top + height);
  return shown.map((one, row) => {
    const arrow = (row === 0 && top > 0 && '↑') || (row === shown.length - 1 && top + height < lines.length && '↓');
    return arrow ? `${fill(one, width - SCROLL_MARK)} ${paint('muted', arrow)}` : one;
  });
}

/** Without as many of its blank lines as it needs to lose to fit. */
export function squeezed(lines: readonly string[], height: number): readonly string[] {
  let over = lines.length - height;
  return lines.filter((one) => {
    const dropped = over > 0 && one.trim() === '';
    if (dropped) over--;
    return !dropped;
  });
}

/** Two blocks side by side. */
export function beside(left: readonly string[], right: readonly string[], leftWidth: number): readonly string[] {
  const height = Math.max(left.length, right.length);
  const bar = paint('muted', ' │ ');
  return Array.from({ length: height }, (_, row) => fill(left[row] ?? '', leftWidth) + bar + (right[row] ?? ''));
}
