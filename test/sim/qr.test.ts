import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { otpauthUri } from '../../src/sim/otpauth.ts';
import { largestQr, qrLines } from '../../src/sim/qr.ts';

/** A CommonJS package, whose types say `default` where Node gives the function itself. */
const jsQR = jsqr as unknown as typeof jsqr.default;
const SCALE = 4;
const SERIAL = '5F932ACFD7184B41870D49BBED79CC77';
const secret = Uint8Array.from({ length: 20 }, (_, place) => place * 11);

/** What a camera sees of the lines: each cell two modules high, glyph white, ground black. */
function bitmap(lines: readonly string[]) {
  const cells = lines.map((line) => [...line.replace(/\x1b\[[0-9;]*m/g, '')]);
  const width = (cells[0]?.length ?? 0) * SCALE;
  const height = cells.length * 2 * SCALE;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  const lit: Readonly<Record<string, readonly [boolean, boolean]>> = {
    '█': [true, true],
    '▀': [true, false],
    '▄': [false, true],
    ' ': [false, false],
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const module = Math.floor(y / SCALE);
      const glyph = cells[Math.floor(module / 2)]?.[Math.floor(x / SCALE)] ?? ' ';
      const white = (lit[glyph] ?? [false, false])[module % 2] ? 255 : 0;
      pixels.fill(white, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { pixels, width, height };
}

describe('secret QR', () => {
  test.each(['a@b.pl', 'l.zakrzewski0@example.org', 'w.kucharska-kozlowska2@kancelaria-notarialna.example.com'])(
    'of %s can be read and fits 80x24',
    (email) => {
      const uri = otpauthUri(email, SERIAL, secret);
      const lines = qrLines(uri);
      expect(lines.length).toBeLessThanOrEqual(largestQr.rows);
      expect(Math.max(...lines.map((line) => line.replace(/\x1b\[[0-9;]*m/g, '').length))).toBeLessThanOrEqual(
        largestQr.columns,
      );
      const { pixels, width, height } = bitmap(lines);
      expect(jsQR(pixels, width, height)?.data).toBe(uri);
    },
  );

  test('has white glyphs on black in every line, whatever the theme', () => {
    for (const line of qrLines('x')) expect(line).toMatch(/^\x1b\[38;2;255;255;255;48;2;0;0;0m[█▀▄ ]+\x1b\[0m$/u);
  });
});
