import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../domain/ids.ts';
import type { Language } from './language.ts';
import { counted, type Forms, plural } from './plural.ts';

/** Instants and durations in words. Everything the program says is in Polish local time, wherever the machine stands. */
export interface Moments {
  /** `23 Nov 2026` */
  date(at: Instant): string;
  /** `10:42` */
  time(at: Instant): string;
  /** `10:42:07` */
  timeExact(at: Instant): string;
  /** `23 Nov 2026, 10:42` */
  moment(at: Instant): string;
  /** `23 Nov 2026, 10:42:07` */
  momentExact(at: Instant): string;
  /** `2026-11-23 10:42:07`, the same width every time: for tables. */
  stamp(at: Instant): string;
  /** Milliseconds as `6 min 12 s`, `2 h 5 min`, `3 days 4 h`; the two largest units, never negative. */
  duration(milliseconds: number): string;
  /** Milliseconds as they stand behind “within” and „w ciągu”: `24 hours`, `24 godzin`, else like a duration. */
  within(milliseconds: number): string;
  /** Milliseconds left as `4:59`; a part of a second counts as a whole one. */
  countdown(milliseconds: number): string;
}

const ZONE = 'Europe/Warsaw';
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', pl: 'pl-PL' };
const days: Readonly<Record<Language, Forms>> = {
  en: { one: 'day', other: 'days' },
  pl: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
};

const hours: Readonly<Record<Language, Forms>> = {
  en: { one: 'hour', other: 'hours' },
  pl: { one: 'godziny', few: 'godzin', many: 'godzin', other: 'godziny' },
};

const built = new Map<Language, Moments>();

export function momentsIn(language: Language): Moments {
  const known = built.get(language);
  if (known) return known;
  const made = makeMoments(language);
  built.set(language, made);
  return made;
}

function makeMoments(language: Language): Moments {
  const locale = locales[language];
  const medium = lazyFormat(locale, { dateStyle: 'medium' });
  // British English alone has a month of four letters, which is one too many for a column.
  const date = (at: Instant) => medium(at).replace('Sept', 'Sep');
  const time = lazyFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const exact = lazyFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  // Swedish writes dates as ISO 8601 does.
  const stamp = lazyFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });
  return {
    date,
    time,
    timeExact: exact,
    moment: (at) => `${date(at)}, ${time(at)}`,
    momentExact: (at) => `${date(at)}, ${exact(at)}`,
    stamp,
    duration: (milliseconds) => durationIn(language, milliseconds),
    within: (milliseconds) => withinIn(language, milliseconds),
    countdown,
  };
}

/** Making an Intl formatter costs milliseconds, so each is made when first needed, and once. */
function lazyFormat(locale: string, options: Intl.DateTimeFormatOptions): (at: Instant) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (at) => {
    format ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
    return format.format(at);
  };
}

function durationIn(language: Language, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / SECOND));
  const units: readonly (readonly [number, string])[] = [
    [Math.floor((seconds * SECOND) / DAY), plural(language, Math.floor((seconds * SECOND) / DAY), days[language])],
    [Math.floor(((seconds * SECOND) % DAY) / HOUR), 'h'],
    [Math.floor(((seconds * SECOND) % HOUR) / MINUTE), 'min'],
    [seconds % 60, 's'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  if (first < 0) return '0 s';
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** Less than two days are told in hours: a day could be today, and „dzień” would have to change its case. */
function withinIn(language: Language, milliseconds: number): string {
  const inHours = milliseconds % HOUR === 0 && milliseconds < 2 * DAY;
  return inHours ? counted(language, milliseconds / HOUR, hours[language]) : durationIn(language, milliseconds);
}

function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (count: number) => String(count).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
