import type { Key } from 'ink';

/** One press of a key by name (`up`, `enter`, `ctrl+l`), or printable text: a letter typed, or several that came at once. */
export type KeyEvent =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Pasted text is typed where text is typed, and nothing anywhere else: its letters are no keys. */
export interface Paste {
  readonly kind: 'paste';
  readonly text: string;
}

const named: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

const CONTROL = /[\x00-\x1f\x7f-\x9f]/g;

/** Letters that came together, when they are keys: the first of them, and the others for the next turn. */
export function oneAtATime(event: KeyEvent): readonly [KeyEvent, KeyEvent | null] {
  if (event.kind === 'key') return [event, null];
  const [first = '', ...others] = event.text;
  return [{ kind: 'text', text: first }, others.length > 0 ? { kind: 'text', text: others.join('') } : null];
}

/** What Ink reports, as key events. A chunk such as `abc\r` arrives whole: it is split at Enter, Tab and Backspace. */
export function keyEvents(input: string, key: Key): readonly KeyEvent[] {
  if (key.tab) return [{ kind: 'key', name: key.shift ? 'shift+tab' : 'tab' }];
  const special = named.find(([flag]) => key[flag]);
  if (special) return [{ kind: 'key', name: special[1] }];
  if (key.ctrl) return /^[a-z]$/i.test(input) ? [{ kind: 'key', name: `ctrl+${input.toLowerCase()}` }] : [];
  if (key.meta || input.startsWith('[')) return input === '[' ? [{ kind: 'text', text: input }] : [];
  return input
    .split(/(\r\n|[\r\n\t\x7f\b])/)
    .filter((piece) => piece !== '')
    .map(eventOf)
    .filter((event) => event.kind === 'key' || event.text !== '');
}

function eventOf(piece: string): KeyEvent {
  if (piece === '\r' || piece === '\n' || piece === '\r\n') return { kind: 'key', name: 'enter' };
  if (piece === '\t') return { kind: 'key', name: 'tab' };
  if (piece === '\x7f' || piece === '\b') return { kind: 'key', name: 'backspace' };
  return { kind: 'text', text: piece.replace(CONTROL, '') };
}
