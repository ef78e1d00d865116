import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { keyEvents } from '../../src/ui/key-event.ts';

/** What Ink says of a key that is none of the special ones. */
const plainKey = {} as Key;
const text = (letters: string) => ({ kind: 'text', text: letters });
const named = (name: string) => ({ kind: 'key', name });

describe('keys by name', () => {
  test.each([
    [{ upArrow: true }, 'up'],
    [{ downArrow: true }, 'down'],
    [{ pageUp: true }, 'pageup'],
    [{ return: true }, 'enter'],
    [{ escape: true }, 'escape'],
    [{ backspace: true }, 'backspace'],
    [{ tab: true }, 'tab'],
    [{ tab: true, shift: true }, 'shift+tab'],
  ])('%o is %s', (key, name) => {
    expect(keyEvents('', key as Key)).toEqual([named(name)]);
  });

  test('Ctrl with a letter, and nothing for Ctrl with anything else', () => {
    expect(keyEvents('c', { ctrl: true } as Key)).toEqual([named('ctrl+c')]);
    expect(keyEvents('4', { ctrl: true } as Key)).toEqual([]);
  });

  test('letters are letters, with Polish ones and pairs of surrogates', () => {
    expect(keyEvents('ż', plainKey)).toEqual([text('ż')]);
    expect(keyEvents('😀', plainKey)).toEqual([text('😀')]);
  });
});

describe('several keys in one chunk', () => {
  test('text and Enter that came together are two events', () => {
    expect(keyEvents('abc\r', plainKey)).toEqual([text('abc'), named('enter')]);
    expect(keyEvents('a\r\nb\n', plainKey)).toEqual([text('a'), named('enter'), text('b'), named('enter')]);
  });

  test('Tab and Backspace in between too', () => {
    expect(keyEvents('a\tb\u007f', plainKey)).toEqual([text('a'), named('tab'), text('b'), named('backspace')]);
  });

  test('control characters never become text', () => {
    expect(keyEvents('a\u0000b\u009bc', plainKey)).toEqual([text('abc')]);
    expect(keyEvents('\u0000', plainKey)).toEqual([]);
  });

  test('a sequence that Ink does not know is not typed', () => {
    expect(keyEvents('[25~', plainKey)).toEqual([]);
    expect(keyEvents('x', { meta: true } as Key)).toEqual([]);
    expect(keyEvents('[', plainKey)).toEqual([text('[')]);
  });
});
