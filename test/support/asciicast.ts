import type { Size } from '../../src/ui/use-size.ts';
import type { Shot } from './film.ts';

/** A film as an asciicast (version 2): a header, then what to print and when. Only lines that changed are printed. */
export function asciicastOf(shots: readonly Shot[], { columns, rows }: Size, title: string): string {
  const header = { version: 2, width: columns, height: rows, title, env: { TERM: 'xterm-256color' } };
  let shown: readonly string[] = [];
  const events = shots.flatMap(({ at, lines }) => {
    const changed = lines.flatMap((line, row) =>
      line === shown[row] ? [] : [`\u001b[${row + 1};1H\u001b[2K${line}\u001b[0m`],
    );
    const first = shown.length === 0 ? '\u001b[?25l\u001b[2J' : '';
    shown = lines;
    return changed.length > 0 ? [[at, 'o', `${first}${changed.join('')}`]] : [];
  });
  return `${[header, ...events].map((event) => JSON.stringify(event)).join('\n')}\n`;
}
