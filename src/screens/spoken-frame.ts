import type { Texts } from '../text/en.ts';
import { actionOf, understood } from '../ui/keymap.ts';
import type { Offer } from '../ui/offers.ts';
import { readable } from '../ui/reading.ts';
import type { Console } from './console-context.ts';
import type { Framed } from './frame-lines.ts';

/** A whole screen in the order in which it is read aloud: where one is, what just happened, what there is, what can be done. */
export function spokenFrame(console: Console, { title, body, offers, typing }: Framed): readonly string[] {
  const { texts, strip } = console;
  const shown = offers.filter(({ action, quiet }) => !quiet && !understood.includes(action));
  return [
    ...spokenHead(console, title),
    ...readable([...(strip === null ? [] : [strip]), ...body], texts.reading),
    `${texts.reading.keys}:`,
    ...shown.flatMap((offer) => spokenOffer(offer, texts, typing)),
  ];
}

/** Every key of a screen, movements too. */
export function spokenKeys(console: Console, title: string, offers: readonly Offer[]): readonly string[] {
  const { texts } = console;
  return [
    ...spokenHead(console, title),
    `${texts.reading.allKeys}. ${texts.keys.close}:`,
    ...offers.flatMap((offer) => spokenOffer(offer, texts, false)),
  ];
}

function spokenHead({ app, texts, session, notice }: Console, title: string): readonly string[] {
  const { words, reading } = texts;
  const who = session ? `${session.name}, ${words.role[session.role]}` : texts.console.realmHint[app.realm];
  return [
    `${title === '' ? '' : `${title}. `}${words.realm[app.realm]}, ${texts.console.product}. ${who}.`,
    ...(notice ? [`${reading.notice[notice.tone]}: ${notice.text}`] : []),
  ];
}

function spokenOffer({ action, disabled }: Offer, { keys, reading }: Texts, typing: boolean): readonly string[] {
  const free = actionOf(action).keys.filter((key) => !typing || key.length > 1);
  const told = action === 'confirm-change' ? free : free.slice(0, 1);
  if (told.length === 0) return [];
  const why = disabled === undefined ? '' : `. ${reading.notPossible}: ${disabled}`;
  return [`${told.map((key) => spokenKey(key, reading)).join(', ')}: ${keys.labels[action]}${why}`];
}

function spokenKey(key: string, { keyNames, control, capital }: Texts['reading']): string {
  const named = (keyNames as Readonly<Record<string, string>>)[key];
  if (named !== undefined) return named;
  if (key.startsWith('ctrl+')) return `${control} ${key.slice(-1).toUpperCase()}`;
  return key === key.toLowerCase() ? key : `${capital} ${key}`;
}
