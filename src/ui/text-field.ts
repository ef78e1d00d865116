import { cleanText, safeText } from '../domain/clean-text.ts';
import { widthOf } from '../text/width.ts';
import { type Cell, cell, line } from './cells.ts';
import type { FieldFocus } from './offers.ts';

/** A line of text being typed, and where the next letter goes. */
export interface FieldState {
  readonly text: string;
  readonly cursor: number;
}

/** The sign that something stands before, the cursor, and the sign that something stands behind. */
const MARGIN = 3;

export const emptyField: FieldState = { text: '', cursor: 0 };

/** Typed or pasted text, cleaned, goes in at the cursor. */
export function typeText({ text, cursor }: FieldState, typed: string, most = 200): FieldState {
  const letters = [...text];
  const added = [...safeText(typed)].slice(0, Math.max(0, most - letters.length));
  return { text: letters.toSpliced(cursor, 0, ...added).join(''), cursor: cursor + added.length };
}

/** The field after an editing key; null when the key is none. */
export function editField(state: FieldState, key: string): FieldState | null {
  const letters = [...state.text];
  const { cursor } = state;
  switch (key) {
    case 'left':
      return { ...state, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { ...state, cursor: Math.min(letters.length, cursor + 1) };
    case 'home':
    case 'ctrl+a':
      return { ...state, cursor: 0 };
    case 'end':
    case 'ctrl+e':
      return { ...state, cursor: letters.length };
    case 'backspace':
      return cursor === 0 ? state : cut(letters, cursor - 1, cursor);
    case 'delete':
      return cut(letters, cursor, cursor + 1);
    case 'ctrl+u':
      return cut(letters, 0, cursor);
    case 'ctrl+w':
      return cut(letters, wordStart(letters, cursor), cursor);
    default:
      return null;
  }
}

/** A field over a list: it takes what is typed, Home and End stay with the list; `onChange` when the text is another. */
export function fieldFocus(
  field: FieldState,
  set: (change: (state: FieldState) => FieldState) => void,
  onChange: () => void,
): FieldFocus {
  return {
    type: (text) => {
      set((state) => typeText(state, text));
      onChange();
    },
    edit: (key) => {
      const edited = ['home', 'end'].includes(key) ? null : editField(field, key);
      if (edited) {
        set((state) => editField(state, key) ?? state);
        if (edited.text !== field.text) onChange();
      }
      return edited !== null;
    },
  };
}

/** The text as it is used: trimmed, blanks collapsed. */
export function fieldValue({ text }: FieldState): string {
  return cleanText(text);
}

/** The field with a cursor that is seen without colour too; masked, each letter is a dot. */
export function fieldCells({ text, cursor }: FieldState, focused: boolean, masked = false): readonly Cell[] {
  const letters = masked ? [...text].map(() => '•') : [...text];
  const shown = letters.join('');
  if (!focused) return [cell(shown)];
  return [cell(letters.slice(0, cursor).join('')), cell('▏', 'accent'), cell(letters.slice(cursor).join(''))];
}

/** A line with a field after its label. Of a text that is longer than the line the beginning gives way: the cursor stays in view. */
export function fieldLine(
  label: readonly Cell[],
  { field, focused }: { readonly field: FieldState; readonly focused: boolean },
  after: readonly Cell[],
  width: number,
): string {
  const room = width - label.reduce((sum, { text }) => sum + widthOf(text), 0);
  return line([...label, ...fieldCells(focused ? withinReach(field, room) : field, focused), ...after], width);
}

/** The field from so far on that its cursor fits into the room. */
function withinReach({ text, cursor }: FieldState, room: number): FieldState {
  const letters = [...text];
  const before = letters.slice(0, cursor);
  if (widthOf(before.join('')) < room) return { text, cursor };
  const kept: string[] = [];
  for (const letter of before.toReversed()) {
    if (widthOf(kept.join('')) + widthOf(letter) > room - MARGIN) break;
    kept.unshift(letter);
  }
  return { text: ['…', ...kept, ...letters.slice(cursor)].join(''), cursor: kept.length + 1 };
}

function cut(letters: readonly string[], from: number, to: number): FieldState {
  return { text: letters.toSpliced(from, to - from).join(''), cursor: from };
}

function wordStart(letters: readonly string[], cursor: number): number {
  const before = letters.slice(0, cursor).join('');
  return [...before.replace(/\S+\s*$/, '')].length;
}
