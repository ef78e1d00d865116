import { useState } from 'react';
import type { FieldFocus, Offer } from '../../ui/offers.ts';
import { emptyField, type FieldState, fieldFocus, fieldValue } from '../../ui/text-field.ts';

/** What a list is filtered by, and the keys for it. */
export interface ListFilter {
  readonly text: string;
  readonly field: FieldState;
  readonly typing: boolean;
  readonly focus: FieldFocus | null;
  /** The list of saved filters stands in the screen's place. */
  readonly listed: boolean;
  /** While it is typed these are all, beside the movements. */
  readonly offers: readonly Offer[];
  /** The way to the saved ones: behind what the screen itself is for. */
  readonly savedOffer: Offer;
  choose(text: string): void;
  closeList(): void;
}

/** `onChange` when another filter is set. */
export function useFilter(onChange: () => void): ListFilter {
  const [field, setField] = useState(emptyField);
  const [typing, setTyping] = useState(false);
  const [listed, setListed] = useState(false);
  const text = fieldValue(field);

  function set(next: FieldState): void {
    setField(next);
    onChange();
  }

  const typed = () => setTyping(false);
  return {
    text,
    field,
    typing,
    focus: typing ? fieldFocus(field, setField, onChange) : null,
    listed,
    offers: typing
      ? [
          { action: 'apply-filter', run: typed },
          { action: 'back', run: typed },
        ]
      : [
          { action: 'filter', run: () => setTyping(true) },
          ...(text === '' ? [] : [{ action: 'clear-filter' as const, run: () => set(emptyField) }]),
        ],
    savedOffer: { action: 'saved-filters', run: () => setListed(true) },
    choose(chosen) {
      set({ text: chosen, cursor: [...chosen].length });
      setListed(false);
    },
    closeList: () => setListed(false),
  };
}
