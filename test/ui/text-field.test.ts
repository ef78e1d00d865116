import { describe, expect, test } from 'vitest';
import { cell } from '../../src/ui/cells.ts';
import {
  editField,
  emptyField,
  type FieldState,
  fieldCells,
  fieldLine,
  fieldValue,
  typeText,
} from '../../src/ui/text-field.ts';

const fieldWith = (text: string) => typeText(emptyField, text);
const shown = (state: Parameters<typeof fieldCells>[0], masked = false) =>
  fieldCells(state, true, masked)
    .map(({ text }) => text)
    .join('');

describe('a text field', () => {
  test('types at the cursor', () => {
    const state = editField(fieldWith('Kowlska'), 'home');
    const moved = ['right', 'right', 'right'].reduce((one, key) => editField(one, key) ?? one, state ?? emptyField);
    expect(typeText(moved, 'a').text).toBe('Kowalska');
    expect(shown(moved)).toBe('Kow▏lska');
  });

  test('erases letters, words and everything before the cursor', () => {
    expect(editField(fieldWith('ażź'), 'backspace')?.text).toBe('aż');
    expect(editField(fieldWith('anna nowak '), 'ctrl+w')?.text).toBe('anna ');
    expect(editField(fieldWith('anna nowak'), 'ctrl+u')?.text).toBe('');
    expect(editField({ text: 'abc', cursor: 1 }, 'delete')?.text).toBe('ac');
    expect(editField(emptyField, 'backspace')).toEqual(emptyField);
  });

  test('a letter of two code units counts as one', () => {
    expect(editField(fieldWith('a😀'), 'backspace')?.text).toBe('a');
    expect(fieldWith('a😀').cursor).toBe(2);
  });

  test('what is pasted is cleaned, and no longer than allowed', () => {
    expect(typeText(emptyField, 'a\u001b[2Jb\u202ec').text).toBe('abc');
    expect(typeText(emptyField, 'x'.repeat(500)).text).toHaveLength(200);
    expect(typeText(fieldWith('x'.repeat(200)), 'y').text).toBe('x'.repeat(200));
  });

  test('of a text longer than its line the beginning gives way, so that the cursor is seen', () => {
    const label = [cell('Note: ')];
    const drawn = (field: FieldState, focused = true) => fieldLine(label, { field, focused }, [cell(' 7')], 20);
    expect(drawn(fieldWith('dzwoni znów'))).toContain('Note: dzwoni znów');
    const long = fieldWith('dzwoni już czwarty raz');
    expect(drawn(long).replace(/\u001b\[[0-9;]*m/g, '')).toBe('Note: …czwarty raz▏…');
    expect(drawn({ ...long, cursor: 2 })).toContain('Note: dz');
    expect(drawn(long, false)).toBe('Note: dzwoni już cz…');
    expect(drawn(fieldWith('漢'.repeat(30))).replace(/\u001b\[[0-9;]*m/g, '')).toBe('Note: …漢漢漢漢漢▏ 7');
  });

  test('keys it has no use for are left to others', () => {
    for (const key of ['enter', 'escape', 'tab', 'up', 'ctrl+c']) expect(editField(fieldWith('a'), key)).toBeNull();
  });

  test('masked, it shows how many letters there are and none of them', () => {
    expect(shown(fieldWith('hasło'), true)).toBe('•••••▏');
  });

  test('its value has no blanks around it', () => {
    expect(fieldValue(fieldWith('  INC-1  '))).toBe('INC-1');
  });
});
