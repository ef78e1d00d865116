import { widthOf } from '../text/width.ts';
import { type Cell, cell, line } from './cells.ts';
import type { ActionId } from './keymap.ts';
import { actionOf, keyLabel } from './keymap.ts';
import type { Offer } from './offers.ts';

type Labels = Readonly<Record<ActionId, string>>;

/** Movements everyone knows; the help lists them, the footer leaves them out. */
const understood: readonly ActionId[] = [
  'up',
  'down',
  'page-up',
  'page-down',
  'first',
  'last',
  'redraw',
  'suspend',
  'previous-panel',
];

/** The next sensible keys on one line, in the order of the offers; the last ones give way first, help never. */
export function footer(offers: readonly Offer[], labels: Labels, width: number, typing = false): string {
  const all = offers.filter(({ action }) => !understood.includes(action) && keyFor(action, typing) !== undefined);
  const help = all.filter(({ action }) => action === 'help');
  const others = all.filter(({ action }) => action !== 'help');
  for (let shown = others.length; shown >= 0; shown--) {
    const cells = [...others.slice(0, shown), ...help].flatMap((offer) => offerCells(offer, labels, typing));
    if (cells.reduce((sum, { text }) => sum + widthOf(text), 1) <= width) return line([cell(' '), ...cells], width);
  }
  return '';
}

/** While text is being typed only keys that are no letters are free. */
function keyFor(action: ActionId, typing: boolean): string | undefined {
  return actionOf(action).keys.find((key) => !typing || key.length > 1);
}

function offerCells({ action, disabled }: Offer, labels: Labels, typing: boolean): readonly Cell[] {
  const key = keyLabel(keyFor(action, typing) ?? '');
  return disabled === undefined
    ? [cell(key, 'accent'), cell(` ${labels[action]}   `)]
    : [cell(`${key} ${labels[action]} ✕   `, 'muted')];
}
