import * as v from 'valibot';
import { cleanText } from '../domain/clean-text.ts';
import { parseDuration } from '../domain/duration.ts';
import { DAY } from '../domain/ids.ts';
import type { Said } from './scenario.ts';

/** The longest sentence, in characters: about ten lines of a pane. */
const LONGEST_TEXT = 600;
export const MOST_MOVES = 60;
const LONGEST_WAIT = 30 * DAY;

/** Messages of checks of our own; `scenario-faults.ts` turns them into problems. */
export const NOT_A_DURATION = 'not-a-duration';
export const NEGATIVE_DURATION = 'negative-duration';
export const UNKNOWN_KEY = 'unknown-key';
export const MISSING_KEY = 'missing-key';
export const UNKNOWN_MOVE = 'unknown-move';
export const NOT_A_TICKET = 'not-a-ticket';
export const NEEDS_CALL = 'needs-call';
export const OUT_OF_RANGE = 'out-of-range';
export const NO_MAPPING = 'no-mapping';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** A mapping with these keys and no other; every unknown one is told, not only the first. */
export function record<const E extends Entries>(entries: E) {
  return v.pipe(
    v.custom<object>((given) => typeof given === 'object' && given !== null && !Array.isArray(given), NO_MAPPING),
    noneUnknown<object>(entries, (key) => DROPPED.includes(key)),
    v.looseObject(entries),
    noneUnknown(entries, () => true),
  );
}

/** Keys that JavaScript gives a meaning of its own: the library drops them without a word, so they are looked for before it. */
const DROPPED = ['__proto__', 'prototype', 'constructor'];

/** Every unknown key among these is an issue. */
function noneUnknown<const Given>(entries: Entries, isAmong: (key: string) => boolean) {
  return v.rawCheck<Given>(({ dataset, addIssue }) => {
    const given: unknown = dataset.value;
    if (typeof given !== 'object' || given === null) return;
    for (const key of Object.keys(given)) {
      if (Object.hasOwn(entries, key) || !isAmong(key)) continue;
      addIssue({
        message: UNKNOWN_KEY,
        expected: Object.keys(entries).join(' '),
        path: [{ type: 'object', origin: 'key', input: given as Record<string, unknown>, key, value: key }],
      });
    }
  });
}

export const text = v.pipe(
  v.string(),
  v.transform(cleanText),
  v.minLength(1),
  v.maxLength(LONGEST_TEXT),
  v.description(`a text of at most ${LONGEST_TEXT} characters`),
);

/** The same in English and in Polish. */
export const said = v.pipe(
  record({ en: text, pl: text }),
  v.transform(({ en, pl }): Said => ({ en, pl })),
  v.description('`en` and `pl`: the same text in both languages'),
);

/** May be negative: how far a clock is behind. */
export const signedDuration = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const milliseconds = typeof dataset.value === 'string' ? parseDuration(dataset.value) : null;
    if (milliseconds !== null && Math.abs(milliseconds) <= LONGEST_WAIT) return milliseconds;
    addIssue({ message: NOT_A_DURATION });
    return NEVER;
  }),
  v.description('a duration of at most 30 days, also a negative one: `90s`, `6m12s`, `-90s`'),
);

/** How long something takes or has taken: time goes forward. */
export const duration = v.pipe(
  signedDuration,
  v.check((milliseconds) => milliseconds >= 0, NEGATIVE_DURATION),
  v.description('a duration of at most 30 days: `90s`, `6m12s`, `1h30m`, `2d`'),
);

/** A whole number from 0. */
export function count(most: number) {
  return v.pipe(
    v.number(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const fits = Number.isInteger(dataset.value) && dataset.value >= 0 && dataset.value <= most;
      if (!fits) addIssue({ message: OUT_OF_RANGE, expected: String(most) });
    }),
    v.description(`a whole number from 0 to ${most}`),
  );
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words);
}

export function listOf<const S extends v.GenericSchema>(one: S, most: number) {
  return v.pipe(v.array(one), v.maxLength(most));
}
