import { type Cell, cell, fill, fixed, line, wrap } from './cells.ts';
import { type ActionId, actionOf, type Category, categories, type KeyNames, keyLabel } from './keymap.ts';
import type { Offer } from './offers.ts';

export interface HelpTexts {
  readonly title: string;
  readonly close: string;
  readonly names: KeyNames;
  readonly categories: Readonly<Record<Category, string>>;
  readonly labels: Readonly<Record<ActionId, string>>;
}

const KEYS = 12;

/** All offers by category, in two columns so that it fits the smallest screen; below them why something is not possible now. */
export function helpLines(offers: readonly Offer[], texts: HelpTexts, width: number): readonly string[] {
  const half = Math.floor(width / 2);
  const sections = categories.map((category) => section(category, offers, texts, half - 1));
  const [left, right] = balanced(sections);
  const rows = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, row) => `${fill(left[row] ?? '', half)}${right[row] ?? ''}`,
  );
  const title = line([cell(` ${texts.title}`, 'accent'), cell(`   ${texts.close}`, 'muted')], width);
  return [title, ...rows, ...reasons(offers, texts, width)];
}

/** Sections in two columns, in order, split where the longer column is shortest. */
function balanced(sections: readonly (readonly string[])[]): readonly [readonly string[], readonly string[]] {
  const splits = sections.map(
    (_, place) => [sections.slice(0, place + 1).flat(), sections.slice(place + 1).flat()] as const,
  );
  const heights = splits.map(([left, right]) => Math.max(left.length, right.length));
  return splits[heights.indexOf(Math.min(...heights))] ?? [[], []];
}

function section(category: Category, offers: readonly Offer[], texts: HelpTexts, width: number): readonly string[] {
  const own = offers.filter(({ action }) => actionOf(action).category === category);
  if (own.length === 0) return [];
  return [
    '',
    line([cell(` ${texts.categories[category]}`, 'strong')], width),
    ...own.map((one) => entry(one, texts, width)),
  ];
}

function entry({ action, disabled }: Offer, { labels, names }: HelpTexts, width: number): string {
  const keys = actionOf(action).keys.map((key) => keyLabel(key, names));
  const name: readonly Cell[] =
    disabled === undefined ? [cell(labels[action])] : [cell(`${labels[action]} ✕`, 'muted')];
  return line([cell('   '), fixed(keys.join(' '), KEYS, 'accent'), cell(' '), ...name], width);
}

function reasons(offers: readonly Offer[], { labels }: HelpTexts, width: number): readonly string[] {
  return offers.flatMap(({ action, disabled }) =>
    disabled === undefined
      ? []
      : [
          '',
          ...wrap(`✕ ${labels[action]}: ${disabled}`, width - 2).map((part) =>
            line([cell(` ${part}`, 'muted')], width),
          ),
        ],
  );
}
