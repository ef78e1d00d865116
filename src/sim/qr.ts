import qrcode from 'qrcode-terminal';

/**
 * White glyphs on a black ground whatever the theme: the light modules must be the glyph, or the seams between half
 * blocks cut the finder patterns. Raw SGR, because colour libraries drop it where colour is off, and then it fails on light themes.
 */
const ON = '\x1b[38;2;255;255;255;48;2;0;0;0m';
const OFF = '\x1b[0m';
const FULL = '█';

/** Cells of the largest QR that a secret's URI needs (version 6, see `otpauth.ts`), with its quiet zone. */
export const largestQr = { rows: 23, columns: 45 } as const;

/** A QR code as lines for a terminal, two modules to a cell, with a quiet zone of two modules and more. */
export function qrLines(text: string): readonly string[] {
  const [border = '', ...rows] = drawn(text);
  const width = border.length + 2;
  const quiet = FULL.repeat(width);
  return [quiet, ...rows.map((row) => `${FULL}${row}${FULL}`), quiet].map((line) => `${ON}${line}${OFF}`);
}

function drawn(text: string): readonly string[] {
  let lines: readonly string[] = [];
  qrcode.generate(text, { small: true }, (output) => {
    lines = output.split('\n').filter((line) => line !== '');
  });
  return lines;
}
