const INSTANT = /(?:At|From|Until|Before|After)$|^(?:at|since|deadline|now|until|from)$/;
/** What terminals act on or hide, and JSON lets through: written as escapes. */
const UNSAFE =
  /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;

/** One JSON document: instants (by the name of their field) in ISO 8601, UTC; nothing in it that a terminal acts on. */
export function toJson(document: unknown): string {
  const text = JSON.stringify(document, (key, value: unknown) => (isInstant(key, value) ? iso(value) : value), 2);
  return text.replace(UNSAFE, escaped);
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
