import { useState } from 'react';
import { atStart, type ListState, listMoves, moveList, settleList } from '../ui/list-state.ts';
import type { Offer } from '../ui/offers.ts';

/** A chosen item in a list of so many, in so many lines, and the keys that move it. */
export function useList(
  count: number,
  height: number,
): { readonly list: ListState; readonly offers: readonly Offer[]; reset(): void } {
  const [state, setState] = useState(atStart);
  const list = settleList(state, count, height);
  const offers = listMoves.map((move) => ({
    action: move,
    run: () => setState((current) => moveList(settleList(current, count, height), move, count, height)),
  }));
  return { list, offers, reset: () => setState(atStart) };
}
