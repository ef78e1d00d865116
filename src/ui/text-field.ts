import { cleanText, safeText } from '../domain/clean-text.ts';
import { type Cell, cell } from './cells.ts';
import type { FieldFocus } from './offers.ts';

/** A line of text being typed, and where the next letter goes. */
export interface FieldState {
  readonly text: string;
  readonly cursor: number;
}

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

function cut(letters: readonly string[], from: number, to: number): FieldState {
  return { text: letters.toSpliced(from, to - from).join(''), cursor: from };
}

function wordStart(letters: readonly string[], cursor: number): number {
  const before = letters.slice(0, cursor).join('');
  return [...before.replace(/\S+\s*$/, '')].length;
}
