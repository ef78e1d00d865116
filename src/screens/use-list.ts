import { useLayoutEffect, useRef, useState } from 'react';
import { atStart, type ListState, listMoves, moveList, settleList } from '../ui/list-state.ts';
import type { Offer } from '../ui/offers.ts';

/**
 * A chosen item in a list of so many lines, and the keys that move it. When others come or go, the same item stays
 * chosen: whoever presses Enter gets the one they read.
 */
export function useList<Item>(
  items: readonly Item[],
  height: number,
  keyOf: (item: Item) => string | number,
  {
    follow = false,
    beginAt,
  }: {
    /** A list that is followed shows what is new while its first item is chosen. */
    readonly follow?: boolean;
    /** The item that is chosen at first; the first one when there is no such item. */
    readonly beginAt?: (item: Item) => boolean;
  } = {},
): { readonly list: ListState; readonly offers: readonly Offer[]; reset(): void } {
  const [state, setState] = useState(atStart);
  const chosenKey = useRef<string | number | null>(null);
  const begun = useRef(false);
  const list = settleList(followed(state), items.length, height);
  const latest = useRef(list);
  latest.current = list;
  const chosen = items[list.selected];
  useLayoutEffect(() => {
    chosenKey.current = chosen ? keyOf(chosen) : null;
    begun.current ||= chosen !== undefined;
  });

  function followed(before: ListState): ListState {
    if (!begun.current && beginAt) return { selected: Math.max(0, items.findIndex(beginAt)), top: 0 };
    const key = chosenKey.current;
    const there = items[before.selected];
    if (key === null || (follow && before.selected === 0) || (there && keyOf(there) === key)) return before;
    const place = items.findIndex((item) => keyOf(item) === key);
    return place < 0 ? before : { selected: place, top: before.top + place - before.selected };
  }

  function choose(next: ListState): void {
    chosenKey.current = null;
    latest.current = next;
    // A new object: going to where the list began is a move too, when another item has been followed since.
    setState({ ...next });
  }

  const offers = listMoves.map((move) => ({
    action: move,
    run: () => choose(moveList(latest.current, move, items.length, height)),
  }));
  return { list, offers, reset: () => choose(atStart) };
}
