const INSTANT = /(?:At|From|Until|Before|After)$|^(?:at|since|deadline|now|until|from)$/;
/** What terminals act on or hide, and JSON lets through: written as escapes. */
const UNSAFE = /[\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/g;

/** One JSON document: instants (by the name of their field) in ISO 8601, UTC; nothing in it that a terminal acts on. */
export function toJson(document: unknown): string {
  const text = JSON.stringify(document, (key, value: unknown) => (isInstant(key, value) ? iso(value) : value), 2);
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isInstant(key: string, value: unknown): value is number {
  return typeof value === 'number' && INSTANT.test(key);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
