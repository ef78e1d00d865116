import { widthOf } from '../text/width.ts';
import { type Cell, cell, line } from './cells.ts';
import { type ActionId, actionOf, type KeyNames, keyLabel, understood } from './keymap.ts';
import type { Offer } from './offers.ts';

export interface FooterTexts {
  readonly names: KeyNames;
  readonly labels: Readonly<Record<ActionId, string>>;
}

const GAP = '  ';

/** The next sensible keys on one line, in the order of the offers; the last ones give way first, help never. */
export function footer(offers: readonly Offer[], texts: FooterTexts, width: number, typing = false): string {
  const all = offers.filter(
    ({ action, quiet }) => !quiet && !understood.includes(action) && keyFor(action, typing) !== undefined,
  );
  const help = all.filter(({ action }) => action === 'help');
  const others = all.filter(({ action }) => action !== 'help');
  for (let shown = others.length; shown >= 0; shown--) {
    const cells = [...others.slice(0, shown), ...help].flatMap((offer, at) => [
      cell(at === 0 ? ' ' : GAP),
      ...offerCells(offer, texts, typing),
    ]);
    if (cells.reduce((sum, { text }) => sum + widthOf(text), 0) < width) return line(cells, width);
  }
  return '';
}

/** While text is being typed only keys that are no letters are free, and those that must work always. */
function keyFor(action: ActionId, typing: boolean): string | undefined {
  const { keys, whileTyping } = actionOf(action);
  return keys.find((key) => !typing || whileTyping || key.length > 1);
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
