/** Pixels to a module: what a camera has at a hand's breadth from the screen. */
const SCALE = 4;
const SGR = /\x1b\[[0-9;]*m/g;
/** Upper and lower half of each cell: is it lit? */
const halves: Readonly<Record<string, readonly [boolean, boolean]>> = {
  '█': [true, true],
  '▀': [true, false],
  '▄': [false, true],
  ' ': [false, false],
};

/** Reads a QR code from its lines as they are drawn in a terminal, as a camera would; null when there is none to be read. */
export async function readDrawnQr(lines: readonly string[]): Promise<string | null> {
  const { pixels, width, height } = picture(lines);
  if (pixels.length === 0) return null;
  const { default: jsqr } = await import('jsqr');
  // A CommonJS package, whose types say `default` where Node gives the function itself.
  const decode = jsqr as unknown as typeof jsqr.default;
  return decode(pixels, width, height)?.data ?? null;
}

/** What a camera sees: each cell two modules high, the glyph white, the ground black. */
function picture(lines: readonly string[]) {
  const cells = lines.map((line) => [...line.replace(SGR, '')]);
  const width = Math.max(0, ...cells.map((row) => row.length)) * SCALE;
  const height = cells.length * 2 * SCALE;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    const module = Math.floor(y / SCALE);
    const row = cells[Math.floor(module / 2)] ?? [];
    for (let x = 0; x < width; x += 1) {
      const lit = halves[row[Math.floor(x / SCALE)] ?? ' ']?.[module % 2] ?? false;
      const pixel = (y * width + x) * 4;
      pixels.fill(lit ? 255 : 0, pixel, pixel + 3);
    }
  }
  return { pixels, width, height };
}
