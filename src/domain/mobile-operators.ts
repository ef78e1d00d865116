import { SECOND } from './ids.ts';

/** A Polish mobile operator as the training world knows it. Delays and losses are invented, not measured. */
interface MobileOperator {
  readonly name: string;
  /** Of a hundred numbers so many are its own. */
  readonly share: number;
  /** How long an undisturbed SMS takes, milliseconds; most are nearer to the fastest. */
  readonly fastest: number;
  readonly slowest: number;
  /** How many in a thousand get lost when the network is busy; none do otherwise. */
  readonly lostWhenBusy: number;
}

/** The four with networks of their own, and an invented one that rents. */
const table = [
  { name: 'Orange', share: 28, fastest: 2 * SECOND, slowest: 5 * SECOND, lostWhenBusy: 10 },
  { name: 'Play', share: 26, fastest: 2 * SECOND, slowest: 7 * SECOND, lostWhenBusy: 30 },
  { name: 'Plus', share: 20, fastest: 3 * SECOND, slowest: 6 * SECOND, lostWhenBusy: 20 },
  { name: 'T-Mobile', share: 20, fastest: 2 * SECOND, slowest: 4 * SECOND, lostWhenBusy: 10 },
  { name: 'Wirtualna', share: 6, fastest: 4 * SECOND, slowest: 8 * SECOND, lostWhenBusy: 80 },
] as const satisfies readonly MobileOperator[];

export type OperatorName = (typeof table)[number]['name'];
export const operators: readonly OperatorName[] = table.map(({ name }) => name);

/** Numbers move between operators, so a number's beginning says nothing: chance dealt them out, for good. */
export function operatorOf(phone: string): OperatorName {
  return dealt(phone).name;
}

/** How long an undisturbed SMS to this number takes; the same for the same message on every machine. */
export function delayOf(phone: string, messageId: number): number {
  const { fastest, slowest } = dealt(phone);
  return fastest + Math.floor((slowest - fastest + 1) * chanceOf(phone, messageId) ** 2);
}

/** Does this message get lost among too many? */
export function isLostWhenBusy(phone: string, messageId: number): boolean {
  return hash(`lost ${messageId} ${phone}`) % 1000 < dealt(phone).lostWhenBusy;
}

/** From 0 to less than 1, by message and number. */
function chanceOf(phone: string, messageId: number): number {
  return hash(`${messageId} ${phone}`) / 2 ** 32;
}

function dealt(phone: string): (typeof table)[number] {
  let lot = hash(phone) % 100;
  for (const operator of table) {
    lot -= operator.share;
    if (lot < 0) return operator;
  }
  return table[0];
}

/** FNV-1a with a last mixing step (murmur3's), 32 bits: spreads well enough, the same way on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
