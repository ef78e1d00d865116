import { widthOf } from '../../src/text/width.ts';

const CELL = { width: 8.4, height: 18 };
const MARGIN = 12;
const BASELINE = 13;

/** What the picture is drawn on; every other colour is the theme's own for such a ground, written out in the frame. */
interface Palette {
  readonly ground: string;
  readonly text: string;
}

export const palettes = {
  dark: { ground: '#121212', text: '#d0d0d0' },
  light: { ground: '#ffffff', text: '#1c1c1c' },
} as const satisfies Record<string, Palette>;
export type PaletteName = keyof typeof palettes;

interface Style {
  readonly fill: string;
  readonly ground: string | null;
  readonly bold: boolean;
}

/** A frame, painted in full colours for such a ground, as an SVG picture. */
export function svgOf(frame: string, name: PaletteName): string {
  const palette = palettes[name];
  const lines = frame.split('\n');
  const columns = Math.max(...lines.map((line) => widthOf(line.replace(/\u001b\[[0-9;]*m/g, ''))));
  const [width, height] = [columns * CELL.width + 2 * MARGIN, lines.length * CELL.height + 2 * MARGIN].map(rounded);
  const shapes = lines.flatMap((line, row) => shapesOf(line, row, palette));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="${palette.ground}"/>
${shapes.join('\n')}
</svg>
`;
}

function shapesOf(line: string, row: number, palette: Palette): readonly string[] {
  const plain: Style = { fill: palette.text, ground: null, bold: false };
  let style = plain;
  let column = 0;
  return line.split(/(\u001b\[[0-9;]*m)/).flatMap((piece) => {
    const codes = /^\u001b\[([0-9;]*)m$/.exec(piece)?.[1];
    if (codes !== undefined) {
      style = afterAll(style, codes.split(';').map(Number), plain);
      return [];
    }
    const at = column;
    column += widthOf(piece);
    return drawn(piece, at, row, style);
  });
}

/** Codes in a row; a colour by its parts (`38;2;R;G;B`) takes five of them. */
function afterAll(style: Style, [code, ...rest]: readonly number[], plain: Style): Style {
  if (code === undefined) return style;
  const [kind, red, green, blue, ...others] = rest;
  if ((code === 38 || code === 48) && kind === 2) {
    const colour = `#${[red, green, blue].map((part = 0) => part.toString(16).padStart(2, '0')).join('')}`;
    return afterAll({ ...style, [code === 38 ? 'fill' : 'ground']: colour }, others, plain);
  }
  return afterAll(after(style, code, plain), rest, plain);
}

function after(style: Style, code: number, plain: Style): Style {
  switch (code) {
    case 0:
      return plain;
    case 1:
      return { ...style, bold: true };
    case 22:
      return { ...style, bold: false };
    case 39:
      return { ...style, fill: plain.fill };
    case 49:
      return { ...style, ground: null };
    default:
      throw new Error(`a picture needs its colours in full, not SGR ${code}`);
  }
}

function drawn(piece: string, column: number, row: number, { fill, ground, bold }: Style): readonly string[] {
  if (ground && BLOCKS.test(piece)) return blocks(piece, column, row, { fill, ground });
  const text = piece.trim();
  const y = row * CELL.height + MARGIN + BASELINE;
  const across = (from: number, cells: number) => {
    const [x, length] = [from * CELL.width + MARGIN, cells * CELL.width].map(rounded);
    return { x, length };
  };
  const shapes: string[] = [];
  if (ground && piece !== '') {
    const { x, length } = across(column, widthOf(piece));
    shapes.push(`<rect x="${x}" y="${y - BASELINE}" width="${length}" height="${CELL.height}" fill="${ground}"/>`);
  }
  if (text !== '') {
    const { x, length } = across(column + widthOf(piece.slice(0, piece.indexOf(text))), widthOf(text));
    const weight = bold ? ' font-weight="bold"' : '';
    shapes.push(`<text x="${x}" y="${y}" fill="${fill}"${weight} textLength="${length}">${escaped(text)}</text>`);
  }
  return shapes;
}

/** Half blocks side by side, as a QR code has them: drawn as one shape, so that no seam of a font cuts them. */
const BLOCKS = /^[█▀▄ ]*[█▀▄][█▀▄ ]*$/u;

function blocks(piece: string, column: number, row: number, { fill, ground }: { fill: string; ground: string }) {
  const half = CELL.height / 2;
  const top = row * CELL.height + MARGIN;
  const left = column * CELL.width + MARGIN;
  const runs = [/[█▀]+/gu, /[█▄]+/gu].flatMap((lit, lower) =>
    [...piece.matchAll(lit)].map(({ index, 0: run }) => {
      const [x, length] = [left + index * CELL.width, run.length * CELL.width].map(rounded);
      return `M${x} ${top + lower * half}h${length}v${half}h-${length}z`;
    }),
  );
  const [x, length] = [left, piece.length * CELL.width].map(rounded);
  return [
    `<rect x="${x}" y="${top}" width="${length}" height="${CELL.height}" fill="${ground}"/>`,
    `<path d="${runs.join('')}" fill="${fill}" shape-rendering="crispEdges"/>`,
  ];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
