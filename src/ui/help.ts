import { widthOf } from '../text/width.ts';
import { type Cell, cell, fill, fixed, line, wrap } from './cells.ts';
import { type ActionId, actionOf, type Category, categories, type KeyNames, keyLabel, wayBack } from './keymap.ts';
import type { Offer } from './offers.ts';

export interface HelpTexts {
  readonly title: string;
  readonly close: string;
  readonly goTo: string;
  readonly names: KeyNames;
  readonly categories: Readonly<Record<Category, string>>;
  readonly labels: Readonly<Record<ActionId, string>>;
}

const KEYS = 12;

/** All offers by category, in two columns so that it fits the smallest screen; below them why something is not possible now. */
export function helpLines(offers: readonly Offer[], texts: HelpTexts, width: number): readonly string[] {
  const half = Math.floor(width / 2);
  const own = offers.filter(({ quiet }) => !quiet);
  const sections = categories.map((category) => section(category, own, texts, half - 1));
  const [left, right] = balanced(sections);
  const rows = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, row) => `${fill(left[row] ?? '', half)}${right[row] ?? ''}`,
  );
  const title = line([cell(` ${texts.title}`, 'accent'), cell(`   ${texts.close}`, 'muted')], width);
  return [title, ...rows.slice(1), ...elsewhere(offers, texts, width), ...reasons(offers, texts, width)];
}

/** Where one can go from nearly everywhere, as running text. */
function elsewhere(offers: readonly Offer[], { labels, names, goTo }: HelpTexts, width: number): readonly string[] {
  const quiet = offers.filter((offer) => offer.quiet);
  if (quiet.length === 0) return [];
  const indent = ' '.repeat(widthOf(goTo) + 3);
  const lines: Cell[][] = [[cell(` ${goTo}`, 'strong'), cell('  ')]];
  for (const { action, disabled } of quiet) {
    const key = keyLabel(actionOf(action).keys[0] ?? '', names);
    const entry =
      disabled === undefined
        ? [cell(key, 'accent'), cell(` ${labels[action]}   `)]
        : [cell(`${key} ${labels[action]} ✕   `, 'muted')];
    const current = lines.at(-1) ?? [];
    if (cellsWidth([...current, ...entry]) <= width + 2) current.push(...entry);
    else lines.push([cell(indent), ...entry]);
  }
  return ['', ...lines.map((cells) => line(cells, width))];
}

function cellsWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, { text }) => sum + widthOf(text), 0);
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
  const partners = own.map(({ action }) => own.find((other) => other.action === wayBack[action]));
  const entries = own.flatMap((offer, place) =>
    partners.includes(offer)
      ? []
      : [
          entry(
            [offer, partners[place]].filter((one) => one !== undefined),
            texts,
            width,
          ),
        ],
  );
  return ['', line([cell(` ${texts.categories[category]}`, 'strong')], width), ...entries];
}

/** One action, or a way there and back, on one line. */
function entry(offers: readonly Offer[], { labels, names }: HelpTexts, width: number): string {
  const keys = offers.flatMap(({ action }) => actionOf(action).keys.map((key) => keyLabel(key, names)));
  const name = offers
    .map(({ action, disabled }) => `${labels[action]}${disabled === undefined ? '' : ' ✕'}`)
    .join(', ');
  const possible = offers.every(({ disabled }) => disabled === undefined);
  return line(
    [cell('   '), fixed(keys.join(' '), KEYS, 'accent'), cell(' '), cell(name, possible ? 'plain' : 'muted')],
    width,
  );
}

function reasons(offers: readonly Offer[], { labels }: HelpTexts, width: number): readonly string[] {
  const reasoned = Map.groupBy(offers, ({ disabled }) => disabled);
  return [...reasoned].flatMap(([reason, alike]) => {
    if (reason === undefined) return [];
    const named = alike.map(({ action }) => labels[action]).join(', ');
    return ['', ...wrap(`✕ ${named}: ${reason}`, width - 2).map((part) => line([cell(` ${part}`, 'muted')], width))];
  });
}
