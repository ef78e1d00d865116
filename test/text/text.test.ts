import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { textFor } from '../../src/text/index.ts';
import { languageFrom } from '../../src/text/language.ts';
import { momentsIn } from '../../src/text/moments.ts';
import { counted } from '../../src/text/plural.ts';
import { tellRefusal } from '../../src/text/tell.ts';
import { NOON } from '../support/records.ts';
import { oneOfEach } from '../support/refusals.ts';

const en = textFor('en');
const pl = textFor('pl');
const sentence = /^[\p{Lu}„“*0-9].*[.:?!)}]$|ecsc|Lock|: /su;

describe('refusals', () => {
  test.each(Object.values(oneOfEach))('$code says what and what next, in both languages', (refusal) => {
    const english = tellRefusal(en.words.refusals, refusal);
    const polish = tellRefusal(pl.words.refusals, refusal);
    for (const { what, next } of [english, polish]) {
      expect(what).toMatch(sentence);
      expect(next).toMatch(sentence);
      expect(`${what} ${next}`).not.toMatch(/undefined|NaN|Invalid|\[object/);
    }
    expect(polish.what).not.toBe(english.what);
    expect(polish.next).not.toBe(english.next);
  });

  test('say what the policy of this installation says, not what it says elsewhere', () => {
    const said = (refusal: Refusal) =>
      [en, pl].map(({ words }) => Object.values(tellRefusal(words.refusals, refusal)).join(' '));
    const [english = '', polish = ''] = said({ code: 'password-wrong', limit: 3 });
    expect(english).toContain('after 3 wrong passwords');
    expect(polish).toContain('po 3 błędnych hasłach');
    const codes = said({ code: 'too-many-codes', limit: 4, window: 6 * HOUR, retryAt: NOON });
    expect(codes[0]).toContain('4 codes were sent to this number within 6 hours');
    expect(codes[1]).toContain('4 kody w ciągu 6 godzin');
    const unlocks = said({ code: 'approval-needed', limit: 1, window: 7 * DAY, freeAgainAt: NOON });
    expect(unlocks[0]).toContain('unlocked 1 time within 7 days already');
    expect(unlocks[1]).toContain('1 raz w ciągu 7 dni; kolejny raz wymaga zgody');
    const never = said({ code: 'approval-needed', limit: 0, window: DAY, freeAgainAt: null });
    expect(never[0]).toBe('Every unlock needs an approval here. Ask a supervisor for approval.');
    expect(never[1]).toBe('Tutaj każde odblokowanie wymaga zgody. Poproś kierownika o zgodę.');
  });

  test('say numbers and moments in the language', () => {
    expect(tellRefusal(en.words.refusals, { code: 'wrong-code', entriesLeft: 1 }).what).toContain('1 try left');
    expect(tellRefusal(pl.words.refusals, { code: 'wrong-code', entriesLeft: 1 }).what).toContain('1 próba');
    expect(tellRefusal(pl.words.refusals, { code: 'wrong-code', entriesLeft: 2 }).what).toContain('2 próby');
    expect(tellRefusal(en.words.refusals, oneOfEach['otp-clock-off']).what).toContain('4 min fast');
    expect(tellRefusal(pl.words.refusals, oneOfEach['otp-clock-off']).what).toContain('spieszy się o 4 min');
    expect(tellRefusal(en.words.refusals, oneOfEach['account-blocked']).what).toContain('23 Nov 2026, 12:00');
    expect(tellRefusal(pl.words.refusals, oneOfEach['account-blocked']).what).toContain('23 lis 2026, 12:00');
  });
});

/** Every text in a table, with its path; functions are left out, because only their callers know what to give them. */
function strings(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

describe('tables', () => {
  const same = new Set(strings({ words: en.words, cli: en.cli, console: en.console }).map(([path]) => path));

  test('have the same keys in both languages', () => {
    const polish = strings({ words: pl.words, cli: pl.cli, console: pl.console }).map(([path]) => path);
    expect(new Set(polish)).toEqual(same);
  });

  test('have no empty text, and no text with blanks at its ends but prompts', () => {
    for (const texts of [en, pl]) {
      for (const [path, text] of strings({ words: texts.words, cli: texts.cli })) {
        expect(text.trim(), path).not.toBe('');
        expect(text.replace(/: $/, ''), path).toBe(text.replace(/: $/, '').trim());
      }
    }
  });

  test('have Polish letters in composed form only', () => {
    for (const [path, text] of strings(pl)) expect(text, path).toBe(text.normalize('NFC'));
  });
});

describe('language', () => {
  test.each([
    [{ flag: 'pl', env: { LANG: 'en_GB.UTF-8' } }, 'pl'],
    [{ flag: 'en', env: { LANG: 'pl_PL.UTF-8' } }, 'en'],
    [{ env: { LANG: 'pl_PL.UTF-8' } }, 'pl'],
    [{ env: { LC_ALL: 'pl_PL', LANG: 'en_GB' } }, 'pl'],
    [{ env: { LC_ALL: 'C', LANG: 'pl_PL' } }, 'en'],
    [{ env: { LC_ALL: '', LC_MESSAGES: 'pl_PL.utf8', LANG: 'de_DE' } }, 'pl'],
    [{ flag: 'de', env: {} }, 'en'],
    [{ env: {} }, 'en'],
  ] as const)('of %j is %s', (given, language) => {
    expect(languageFrom(given)).toBe(language);
  });

  test.each([
    [0, '0 prób'],
    [1, '1 próba'],
    [2, '2 próby'],
    [4, '4 próby'],
    [5, '5 prób'],
    [12, '12 prób'],
    [21, '21 prób'],
    [22, '22 próby'],
    [25, '25 prób'],
  ])('counts %i in Polish as %s', (count, said) => {
    expect(counted('pl', count, { one: 'próba', few: 'próby', many: 'prób', other: 'próby' })).toBe(said);
  });
});

describe('moments', () => {
  const english = momentsIn('en');
  const polish = momentsIn('pl');

  test('a date is never wider than eleven cells, in any month', () => {
    for (let month = 0; month < 12; month++) {
      const at = Date.UTC(2027, month, 27, 12);
      for (const moments of [english, polish]) expect(moments.date(at).length).toBeLessThanOrEqual(11);
    }
  });

  test('are in Polish local time, in winter and in summer', () => {
    expect(english.time(NOON)).toBe('12:00');
    expect(english.stamp(NOON)).toBe('2026-11-23 12:00:00');
    expect(polish.time(Date.parse('2026-07-01T11:00:00Z'))).toBe('13:00');
    expect(english.date(Date.parse('2026-12-31T23:30:00Z'))).toBe('1 Jan 2027');
  });

  test.each([
    [0, '0 s'],
    [999, '1 s'],
    [-5, '0 s'],
    [42 * SECOND, '42 s'],
    [372 * SECOND, '6 min 12 s'],
    [5 * MINUTE, '5 min'],
    [2 * HOUR + 5 * MINUTE + 3 * SECOND, '2 h 5 min'],
    [24 * HOUR, '1 day'],
    [76 * HOUR, '3 days 4 h'],
  ])('%i ms last %s', (milliseconds, said) => {
    expect(english.duration(milliseconds)).toBe(said);
  });

  test('days are counted in Polish', () => {
    expect(polish.duration(24 * HOUR)).toBe('1 dzień');
    expect(polish.duration(5 * 24 * HOUR)).toBe('5 dni');
  });

  test.each([
    [HOUR, '1 hour', '1 godziny'],
    [2 * HOUR, '2 hours', '2 godzin'],
    [DAY, '24 hours', '24 godzin'],
    [90 * MINUTE, '1 h 30 min', '1 h 30 min'],
    [2 * DAY, '2 days', '2 dni'],
    [30 * DAY, '30 days', '30 dni'],
  ])(
    'something happens within %i ms, and less than two days are told in hours',
    (milliseconds, inEnglish, inPolish) => {
      expect(english.within(milliseconds)).toBe(inEnglish);
      expect(polish.within(milliseconds)).toBe(inPolish);
    },
  );

  test('a countdown never shows 0:00 before it is over', () => {
    expect(english.countdown(5 * MINUTE)).toBe('5:00');
    expect(english.countdown(1)).toBe('0:01');
    expect(english.countdown(HOUR - 1)).toBe('1:00:00');
    expect(english.countdown(6 * HOUR + 5 * SECOND)).toBe('6:00:05');
    expect(english.countdown(0)).toBe('0:00');
    expect(english.countdown(-1)).toBe('0:00');
  });
});
