/** Chance that can be told again: the same seed deals out the same values, on every machine. */
export interface Random {
  /** 0 ≤ value < 1. */
  unit(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<List extends readonly [unknown, ...unknown[]]>(from: List): List[number];
  hex(digits: number): string;
  digits(count: number): string;
  bytes(count: number): Uint8Array;
}

const WORD = 2 ** 32;
const HEX_PER_WORD = 8;

/** mulberry32; enough for fiction, never for secrets of real people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const unit = () => word() / WORD;
  const between = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    between,
    chance: (probability) => unit() < probability,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    hex(digits) {
      let text = '';
      while (text.length < digits) text += word().toString(16).padStart(HEX_PER_WORD, '0');
      return text.slice(0, digits).toUpperCase();
    },
    digits(count) {
      let text = '';
      for (let index = 0; index < count; index++) text += between(0, 9);
      return text;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => word() & 0xff),
  };
}

/** A seed for one of many, far from those of its neighbours; none depends on how many there are. */
export function seedOf(seed: number, number: number): number {
  return Math.imul(seed ^ Math.imul(number, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
