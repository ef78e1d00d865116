import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, foldText, hasUnsafe, safeText } from '../../src/domain/clean-text.ts';
import { sized } from '../support/soak.ts';

const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** Text made of what attackers use, and of everything else. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\x1b[31m',
        '\x1b]0;t\x07',
        '\x1b]52;c;QQ==\x1b\\',
        '\x1bP1$q\x9c',
        '\x9b2J',
        '\x9d0;x',
        '\x1b',
        '\x1bc',
      ),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\u{e0041}',
        '\ud800',
        '\udc9b',
        '\u2028',
        '\x85',
        '\u00ad',
      ),
      fc.constantFrom(' ', '  ', '\t', '\r\n', '\n', '\u00a0', '\u3000', '[', '31m', ']', ';', '\\'),
      fc.constantFrom('Ł', 'ż', 'Z\u0307', 'ß', 'İ', 'ﬁ', 'Ω', 'Σ', '🙂', '李', 'ŉ', '\u0301'),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('cleanText', () => {
  test.each([
    ['\x1b[31mAnna\x1b[0m', 'Anna'],
    ['\x1b]0;pwned\x07Nowak', 'Nowak'],
    ['\x1b]52;c;cm0gLXJm\x1b\\Lis', 'Lis'],
    ['\x1b]8;;http://x.example\x9cLis', 'Lis'],
    ['\x1bPq#0\x1b\\Lis', 'Lis'],
    ['Ewa\x9b2J', 'Ewa'],
    ['\x9d0;title\x07Ewa', 'Ewa'],
    ['\x1b]0;never ended', '0;never ended'],
    ['\x1bcEwa', 'Ewa'],
    ['Ew\x00a\x7f', 'Ewa'],
    ['Kow\u202elaks\u202c', 'Kowlaks'],
    ['No\u200bw\u200dak\ufeff', 'Nowak'],
    ['Jan\u{e0041}\u{e007f}', 'Jan'],
    ['Jan\ud800', 'Jan'],
    ['  Jan \r\n\t Maria\u00a0\u00a0III ', 'Jan Maria III'],
    ['Z\u0307aneta', 'Żaneta'],
    ['李雷 🙂', '李雷 🙂'],
    ["Robert'); DROP TABLE accounts;--", "Robert'); DROP TABLE accounts;--"],
    ['', ''],
  ])('%j is stored as %j', (raw, stored) => {
    expect(cleanText(raw)).toBe(stored);
  });

  test('lets nothing through that a terminal acts on, whatever comes', () => {
    fc.assert(
      fc.property(hostile, (raw) => !FORBIDDEN.test(cleanText(raw))),
      { numRuns: sized(5_000, 300_000) },
    );
  });

  test('changes nothing the second time, and is composed, trimmed and single-spaced', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const once = cleanText(raw);
        expect(cleanText(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s/);
      }),
      { numRuns: sized(5_000, 300_000) },
    );
  });

  // A pattern that looks back for each sign would take minutes, and the test would run out of time.
  test.each(['\x1b]', '\x9d', '\x9b0', '\x1b (', ' ', 'a ', '\u200b'])(
    '%j a hundred thousand times is soon clean',
    (part) => {
      const text = part.repeat(100_000);
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(safeText(safeText(text))).toBe(safeText(text));
      expect(foldText(once)).toBe(foldText(text));
    },
  );
});

describe('safeText', () => {
  test('keeps inner blanks and puts everything on one line', () => {
    expect(safeText(' a  b\r\nc\td\u2028e ')).toBe(' a  b c d e ');
  });

  test('lets nothing through that a terminal acts on, and changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const once = safeText(raw);
        expect(once).not.toMatch(FORBIDDEN);
        expect(safeText(once)).toBe(once);
        expect(cleanText(once)).toBe(cleanText(raw));
      }),
      { numRuns: sized(5_000, 300_000) },
    );
  });
});

describe('hasUnsafe', () => {
  test('sees what cannot be seen, and minds neither blanks nor accents', () => {
    expect(['a\x00b', 'a\u200bb', '\x1b[m', '\x9b', '\ud800'].map(hasUnsafe)).toEqual([true, true, true, true, true]);
    expect(['', ' a\tb\n', 'Łoś', 'Z\u0307', '🙂'].map(hasUnsafe)).toEqual([false, false, false, false, false]);
  });
});

describe('foldText', () => {
  test.each([
    ['Łukasz', 'lukasz'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['Z\u0307aneta', 'zaneta'],
    ['  Anna   Maria ', 'anna maria'],
    ['Straße', 'strasse'],
    ['Ærø Đorđe Þór', 'aero dorde thor'],
    ['İzmir ısı', 'izmir isi'],
    ['Ａｎｎａ', 'anna'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['No\u200bwak', 'nowak'],
  ])('%j is searched as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('does not tell composed from decomposed, nor upper from lower case', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aąbcćdeęlłnńoósśzźżAĄĆĘŁŃÓŚŹŻ -') });
    fc.assert(
      fc.property(letters, (name) => {
        expect(foldText(name.normalize('NFD'))).toBe(foldText(name));
        expect(foldText(name.toUpperCase())).toBe(foldText(name));
        expect(foldText(name)).toMatch(/^[a-z -]*$/);
      }),
      { numRuns: sized(2_000, 100_000) },
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (raw) => foldText(foldText(raw)) === foldText(raw)),
      { numRuns: sized(5_000, 300_000) },
    );
  });
});
