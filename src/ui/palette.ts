import { foldText } from '../domain/clean-text.ts';
import type { HelpTexts } from './help.ts';
import { type ActionId, actionOf, keyLabel, understood } from './keymap.ts';
import type { Offer } from './offers.ts';
import { type Column, SENTENCE_CELLS } from './table.ts';

/** They change something at once, on a screen that names the subscriber: there they are answered, and nowhere else. */
const answeredOnScreen: readonly ActionId[] = ['confirm-change', 'approve-request', 'reject-request', 'record-failure'];

export interface PaletteTexts {
  readonly key: string;
  readonly action: string;
  readonly why: string;
  readonly answerOnScreen: string;
}

/** What the palette lists: every offer but itself, movements last; what must be answered on its screen says so. */
export function paletteOffers(offers: readonly Offer[], { answerOnScreen }: PaletteTexts): readonly Offer[] {
  const others = offers.filter(({ action }) => action !== 'palette');
  const moves = others.filter(({ action }) => understood.includes(action));
  return [...others.filter(({ action }) => !understood.includes(action)), ...moves].map((offer) =>
    answeredOnScreen.includes(offer.action) ? { ...offer, disabled: offer.disabled ?? answerOnScreen } : offer,
  );
}

/** The offers whose name holds every word typed; those that begin with it first. Accents and case do not matter. */
export function matching(
  offers: readonly Offer[],
  query: string,
  labels: HelpTexts['labels'],
  categories: HelpTexts['categories'],
): readonly Offer[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '');
  const found = offers
    .map((offer) => ({ offer, name: foldText(labels[offer.action]) }))
    .filter(({ offer, name }) => {
      const searched = `${name} ${foldText(categories[actionOf(offer.action).category])}`;
      return words.every((word) => searched.includes(word));
    });
  const [first = ''] = words;
  const rank = (name: string) => (name.startsWith(first) ? 0 : name.includes(first) ? 1 : 2);
  return found.toSorted((one, other) => rank(one.name) - rank(other.name)).map(({ offer }) => offer);
}

/** Key, name, where it belongs, and why it is not possible now. */
export function paletteColumns(
  { names, labels, categories }: HelpTexts,
  palette: PaletteTexts,
): readonly Column<Offer>[] {
  const tone = ({ disabled }: Offer) => (disabled === undefined ? 'plain' : 'muted');
  const keys = ({ action }: Offer) =>
    actionOf(action)
      .keys.map((key) => keyLabel(key, names))
      .join(' ');
  return [
    { title: palette.key, width: 14, text: keys, tone: (offer) => (offer.disabled === undefined ? 'accent' : 'muted') },
    {
      title: palette.action,
      width: 30,
      text: ({ action, disabled }) => `${labels[action]}${disabled === undefined ? '' : ' ✕'}`,
      tone,
    },
    {
      title: palette.why,
      width: 20,
      grows: SENTENCE_CELLS,
      text: (offer) => offer.disabled ?? belongs(offer),
      tone: () => 'muted',
    },
  ];

  function belongs({ action }: Offer): string {
    return categories[actionOf(action).category];
  }
}
