const INSTANT = /(?:At|From|Until|Before|After)$|^(?:at|since|deadline|now|until|from)$/;
/** What terminals act on or hide, and JSON lets through: written as escapes. */
const UNSAFE =
  /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;

/** A code of ours, where what is counted or answered is told by code. */
const CODE = /^[a-z]+(?:-[a-z]+)+$/;

/**
 * One JSON document: camelCase; instants (by the name of their field) in ISO 8601, UTC; nothing in it that a terminal
 * acts on.
 */
export function toJson(document: unknown): string {
  const shown = (key: string, value: unknown) => (isInstant(key, value) ? iso(value) : inCamelCase(value));
  return JSON.stringify(document, shown, 2).replace(UNSAFE, escaped);
}

function inCamelCase(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([key]) => CODE.test(key))) return value;
  const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(entries.map(([key, one]) => [CODE.test(key) ? camel(key) : key, one]));
}

/** JSON escapes UTF-16 units, so a character beyond the first plane takes two. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, place) => character.charCodeAt(place));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function isInstant(key: string, value: unknown): value is number {
  return typeof value === 'number' && INSTANT.test(key);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
