/** `▓▓▓▓░░░░`: how far something is. */
export function progressBar(done: number, total: number, width: number): string {
  const full = total === 0 ? 0 : Math.min(width, Math.floor((width * done) / total));
  return '▓'.repeat(full) + '░'.repeat(width - full);
}

/** `████`: how much something is, the most of its kind being the whole width; a little of it shows too. */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return '';
  return '█'.repeat(Math.max(1, Math.min(width, Math.round((width * value) / most))));
}

/** Parts of a whole, each in its own glyph: `██████▓▓✗`; what there is a little of shows too. */
export function shares(parts: readonly (readonly [number, string])[], width: number): string {
  const whole = parts.reduce((sum, [count]) => sum + count, 0);
  if (whole === 0) return '';
  return parts
    .map(([count, glyph]) => (count === 0 ? '' : glyph.repeat(Math.max(1, Math.round((width * count) / whole)))))
    .join('')
    .slice(0, width);
}
