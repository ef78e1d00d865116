/** Invented mobile operators; every number belongs to one of them for good. */
export const operators = ['Alfa Mobile', 'Beta Mobile', 'Gamma Mobile', 'Delta Mobile'] as const;
export type OperatorName = (typeof operators)[number];

export function operatorOf(phone: string): OperatorName {
  return operators[hash(phone) % operators.length] ?? operators[0];
}

/** FNV-1a, 32 bits: spreads well enough to deal out operators and delays, the same way on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
