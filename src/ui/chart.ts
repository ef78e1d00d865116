/** `▓▓▓▓░░░░`: how far something is. */
export function progressBar(done: number, total: number, width: number): string {
  const full = total === 0 ? 0 : Math.min(width, Math.floor((width * done) / total));
  return '▓'.repeat(full) + '░'.repeat(width - full);
}
