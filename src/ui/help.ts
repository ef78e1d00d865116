import { cell, fixed, line, wrap } from './cells.ts';
import { type ActionId, actionOf, type Category, categories, type KeyNames, keyLabel } from './keymap.ts';
import type { Offer } from './offers.ts';

export interface HelpTexts {
  readonly title: string;
  readonly close: string;
  readonly names: KeyNames;
  readonly categories: Readonly<Record<Category, string>>;
  readonly labels: Readonly<Record<ActionId, string>>;
}

const KEYS = 16;
const NAME = 26;

/** All offers by category, with the reason where one is not possible now. */
export function helpLines(offers: readonly Offer[], texts: HelpTexts, width: number): readonly string[] {
  const sections = categories.flatMap((category) => {
    const own = offers.filter(({ action }) => actionOf(action).category === category);
    if (own.length === 0) return [];
    return [
      '',
      line([cell(` ${texts.categories[category]}`, 'strong')]),
      ...own.flatMap((offer) => entry(offer, texts, width)),
    ];
  });
  return [line([cell(` ${texts.title}`, 'accent'), cell(`   ${texts.close}`, 'muted')]), ...sections];
}

function entry({ action, disabled }: Offer, { labels, names }: HelpTexts, width: number): readonly string[] {
  const keys = actionOf(action)
    .keys.map((key) => keyLabel(key, names))
    .join(' ');
  const head = [cell('   '), fixed(keys, KEYS, 'accent'), fixed(labels[action], NAME, disabled ? 'muted' : 'plain')];
  const [first = '', ...more] = disabled === undefined ? [''] : wrap(disabled, Math.max(20, width - KEYS - NAME - 6));
  const hang = ' '.repeat(KEYS + NAME + 3);
  return [
    line([...head, cell(first, 'muted')], width),
    ...more.map((one) => line([cell(hang), cell(one, 'muted')], width)),
  ];
}
