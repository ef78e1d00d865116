import { describe, expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { languages } from '../../src/text/language.ts';
import { actionIds, actionOf, keyLabel } from '../../src/ui/keymap.ts';
import { renderKeysDoc } from '../../src/ui/keys-doc.ts';

const named = [
  'up', 'down', 'left', 'right', 'pageup', 'pagedown', 'home', 'end', 'enter', 'escape', 'tab', 'shift+tab', 'space',
]; // biome-ignore format: one list of names

describe('the table of keys', () => {
  test('every key is one that a terminal sends: a letter, a named key, or Ctrl with a letter', () => {
    for (const id of actionIds) {
      for (const key of actionOf(id).keys) {
        const known = named.includes(key) || /^ctrl\+[a-z]$/.test(key) || [...key].length === 1;
        expect(known, `${id}: ${key}`).toBe(true);
      }
    }
  });

  test('no action has a key twice, and each has at least one', () => {
    for (const id of actionIds) {
      const { keys } = actionOf(id);
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('keys that terminals cannot tell from Enter, Tab or Backspace are not bound', () => {
    const bound = actionIds.flatMap((id) => [...actionOf(id).keys]);
    for (const key of ['ctrl+m', 'ctrl+j', 'ctrl+i', 'ctrl+h', 'ctrl+s', 'ctrl+q']) expect(bound).not.toContain(key);
  });

  test('what changes something for a subscriber is marked as dangerous, and whether a confirmation comes first', () => {
    const marked = (danger: 'asks' | 'acts') => actionIds.filter((id) => actionOf(id).danger === danger);
    expect(marked('asks')).toEqual([
      'unlock-activation',
      'ask-reset',
      'ask-phone',
      'freeze-activation',
      'abort-call',
      'recognise-outage',
      'end-outage',
      'ask-bulk-unlock',
    ]);
    expect(marked('acts')).toEqual([
      'approve-request',
      'approve-at-once',
      'reject-request',
      'resume-bulk-unlock',
      'record-failure',
      'confirm-change',
    ]);
    expect(renderKeysDoc()).toContain('| `f` | Verification failed | Weryfikacja nieudana | acts at once |');
  });

  test.each(languages)('every action has its name in %s, short enough for the footer', (language) => {
    const { labels, names } = textFor(language).keys;
    for (const id of actionIds) expect(labels[id].length).toBeGreaterThan(0);
    for (const id of actionIds) expect(labels[id].length).toBeLessThanOrEqual(30);
    expect(keyLabel('ctrl+l', names)).toBe('Ctrl+L');
    expect(keyLabel('u', names)).toBe('u');
    expect(keyLabel('up', names)).toBe('↑');
  });
});
