import type { KeyEvent } from './key-event.ts';
import { type ActionId, actionOf } from './keymap.ts';

/** What a screen lets its user do now. A disabled offer stays visible and says why. */
export interface Offer {
  readonly action: ActionId;
  readonly run: () => void;
  /** The reason, as a sentence, why it is not possible now. */
  readonly disabled?: string | undefined;
  /** Possible nearly everywhere: help and palette name it, the footer does not. */
  readonly quiet?: true;
}

/** A focused text field: it takes printable keys before any action does. */
export interface FieldFocus {
  readonly type: (text: string) => void;
  /** Takes an editing key (`backspace`, `left`, `ctrl+u` …); false when it has no use for it. */
  readonly edit: (key: string) => boolean;
}

/** Everything the keys mean on the screen in front. */
export interface KeyLayer {
  readonly offers: readonly Offer[];
  readonly field: FieldFocus | null;
}

export type Dispatched =
  | { readonly outcome: 'ran' | 'typed' | 'nothing' }
  | { readonly outcome: 'disabled'; readonly reason: string };

/** Carries one key event to whom it belongs: field first, then the first offer with that key. */
export function dispatchKey({ offers, field }: KeyLayer, event: KeyEvent): Dispatched {
  if (field && event.kind === 'text') {
    field.type(event.text);
    return { outcome: 'typed' };
  }
  if (field && event.kind === 'key' && field.edit(event.name)) return { outcome: 'typed' };
  const pressed = event.kind === 'key' ? [event.name] : keysOf(event.text);
  const outcomes = pressed.map((key) => runOffer(offers, key));
  return outcomes.find(({ outcome }) => outcome !== 'nothing') ?? { outcome: 'nothing' };
}

function runOffer(offers: readonly Offer[], key: string): Dispatched {
  const offer = offers.find(({ action }) => actionOf(action).keys.includes(key));
  if (!offer) return { outcome: 'nothing' };
  if (offer.disabled !== undefined) return { outcome: 'disabled', reason: offer.disabled };
  offer.run();
  return { outcome: 'ran' };
}

/** Letters that arrived together are keys pressed one after the other. */
function keysOf(text: string): readonly string[] {
  return [...text].map((letter) => (letter === ' ' ? 'space' : letter));
}
