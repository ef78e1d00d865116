/** The simulator's invented operators, dealt out the same way (`src/sim/operators.ts`; a test holds both together). */
const operators = ['Alfa Mobile', 'Beta Mobile', 'Gamma Mobile', 'Delta Mobile'] as const;

export function operatorOf(phone: string): string {
  return operators[fnv1a(phone) % operators.length] ?? operators[0];
}

function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
