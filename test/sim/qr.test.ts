import { describe, expect, test } from 'vitest';
import { otpauthUri } from '../../src/sim/otpauth.ts';
import { largestQr, qrLines } from '../../src/sim/qr.ts';
import { readDrawnQr } from '../../src/sim/qr-reader.ts';

const SERIAL = '5F932ACFD7184B41870D49BBED79CC77';
const secret = Uint8Array.from({ length: 20 }, (_, place) => place * 11);

describe('secret QR', () => {
  test.each(['a@b.pl', 'l.zakrzewski0@example.org', 'w.kucharska-kozlowska2@kancelaria-notarialna.example.com'])(
    'of %s can be read and fits 80x24',
    async (email) => {
      const uri = otpauthUri(email, SERIAL, secret);
      const lines = qrLines(uri);
      expect(lines.length).toBeLessThanOrEqual(largestQr.rows);
      expect(Math.max(...lines.map((line) => line.replace(/\x1b\[[0-9;]*m/g, '').length))).toBeLessThanOrEqual(
        largestQr.columns,
      );
      expect(await readDrawnQr(lines)).toBe(uri);
    },
  );

  test('stays readable with a few modules wrong, and is not guessed when half of it is missing', async () => {
    const lines = qrLines('otpauth://totp/a');
    const toggled = (_: string, before: string, glyph: string) => before + (glyph === '█' ? ' ' : '█');
    const spoilt = lines.map((line, row) => (row === 8 ? line.replace(/(m[█▀▄ ]{8})(.)/u, toggled) : line));
    expect(spoilt).not.toEqual(lines);
    expect(await readDrawnQr(spoilt)).toBe('otpauth://totp/a');
    expect(await readDrawnQr(lines.slice(0, lines.length / 2))).toBeNull();
    expect(await readDrawnQr([])).toBeNull();
    expect(await readDrawnQr(['no QR here', ''])).toBeNull();
  });

  test('has white glyphs on black in every line, whatever the theme', () => {
    for (const line of qrLines('x')) expect(line).toMatch(/^\x1b\[38;2;255;255;255;48;2;0;0;0m[█▀▄ ]+\x1b\[0m$/u);
  });
});
