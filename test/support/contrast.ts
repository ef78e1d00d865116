type Rgb = readonly [number, number, number];

/** xterm's own sixteen colours, and those of its 256 that the theme may use. */
const sixteen: readonly string[] = [
  ...['000000', 'cd0000', '00cd00', 'cdcd00', '0000ee', 'cd00cd', '00cdcd', 'e5e5e5'],
  ...['7f7f7f', 'ff0000', '00ff00', 'ffff00', '5c5cff', 'ff00ff', '00ffff', 'ffffff'],
];
const LEVELS = [0, 95, 135, 175, 215, 255];

export const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The colour that SGR parameters put on text, or behind it; null where they leave the terminal's own. */
export function colourIn(sgr: string, layer: 'text' | 'ground'): Rgb | null {
  const codes = sgr.split(';').map(Number);
  const [base, bright, more] = layer === 'text' ? [30, 90, 38] : [40, 100, 48];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const long = codes[at + 1] === 2;
      const [first = 0, second = 0, third = 0] = codes.slice(at + 2);
      if (code === more) return long ? [first, second, third] : paletteColour(first);
      at += long ? 4 : 2;
    } else if (code >= base && code < base + 8) return rgb(sixteen[code - base] ?? '');
    else if (code >= bright && code < bright + 8) return rgb(sixteen[code - bright + 8] ?? '');
  }
  return null;
}

function paletteColour(place: number): Rgb {
  if (place < 16) return rgb(sixteen[place] ?? '');
  if (place >= 232) return [8 + 10 * (place - 232), 8 + 10 * (place - 232), 8 + 10 * (place - 232)];
  const at = place - 16;
  return [LEVELS[Math.floor(at / 36)] ?? 0, LEVELS[Math.floor(at / 6) % 6] ?? 0, LEVELS[at % 6] ?? 0];
}

/** WCAG 2.2: from 1 (the same) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
