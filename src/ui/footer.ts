import { widthOf } from '../text/width.ts';
import { type Cell, cell, line } from './cells.ts';
import { type ActionId, actionOf, type KeyNames, keyLabel, understood } from './keymap.ts';
import type { Offer } from './offers.ts';

export interface FooterTexts {
  readonly names: KeyNames;
  readonly labels: Readonly<Record<ActionId, string>>;
}

const GAP = '  ';

/** What is in view whatever gives way: the help, and the way out for whoever is under pressure. */
const lasting: readonly ActionId[] = ['abort-call', 'help'];

/** The next sensible keys on one line, in the order of the offers, help at the end; the last ones give way first. */
export function footer(offers: readonly Offer[], texts: FooterTexts, width: number, typing = false): string {
  const all = offers.filter(
    ({ action, quiet }) => !quiet && !understood.includes(action) && keyFor(action, typing) !== undefined,
  );
  let shown = [...all.filter(({ action }) => action !== 'help'), ...all.filter(({ action }) => action === 'help')];
  while (shown.length > 0) {
    const cells = shown.flatMap((offer, at) => [cell(at === 0 ? ' ' : GAP), ...offerCells(offer, texts, typing)]);
    if (cells.reduce((sum, { text }) => sum + widthOf(text), 0) < width) return line(cells, width);
    const least = shown.findLastIndex(({ action }) => !lasting.includes(action));
    shown = shown.toSpliced(Math.max(0, least), 1);
  }
  return '';
}

/** While text is being typed only keys that are no letters are free: a call is aborted by none that a sentence may hold. */
function keyFor(action: ActionId, typing: boolean): string | undefined {
  return actionOf(action).keys.find((key) => !typing || key.length > 1);
}

/** A confirmation shows every key that means yes: they are the first letters of the word in different languages. */
function keysShown(action: ActionId, typing: boolean): readonly string[] {
  if (action === 'confirm-change') return actionOf(action).keys;
  return [keyFor(action, typing) ?? ''];
}

function offerCells({ action, disabled }: Offer, { labels, names }: FooterTexts, typing: boolean): readonly Cell[] {
  const key = keysShown(action, typing)
    .map((one) => keyLabel(one, names))
    .join('/');
  return disabled === undefined
    ? [cell(key, 'accent'), cell(` ${labels[action]}`)]
    : [cell(`${key} ${labels[action]} ✕`, 'muted')];
}
