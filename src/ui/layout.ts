import { cell, fill, line } from './cells.ts';
import { paint } from './theme.ts';

/** Lines under a heading; the heading of the panel in focus is in the accent colour and marked. */
export function panel(title: string, lines: readonly string[], width: number, focused = false): readonly string[] {
  const heading = cell(`${focused ? '▸ ' : ''}${title} `, focused ? 'selected' : 'strong');
  const rule = '─'.repeat(Math.max(0, width - heading.text.length));
  return [line([heading, cell(rule, 'muted')], width), ...lines];
}

/** Exactly `height` lines: cut, or filled with blank ones. */
export function tall(lines: readonly string[], height: number): readonly string[] {
  if (lines.length >= height) return lines.slice(0, Math.max(0, height));
  return [...lines, ...Array.from({ length: height - lines.length }, () => '')];
}

/** Two blocks side by side. */
export function beside(left: readonly string[], right: readonly string[], leftWidth: number): readonly string[] {
  const height = Math.max(left.length, right.length);
  const bar = paint('muted', ' │ ');
  return Array.from({ length: height }, (_, row) => fill(left[row] ?? '', leftWidth) + bar + (right[row] ?? ''));
}
