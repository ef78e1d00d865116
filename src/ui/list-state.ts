/** A window on a list: which item is chosen, and which is at the top. */
export interface ListState {
  readonly selected: number;
  readonly top: number;
}

export const atStart: ListState = { selected: 0, top: 0 };

export type ListMove = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** The list after a move; it never leaves `count` items, and the chosen one stays within `height` lines. */
export function moveList(state: ListState, move: ListMove, count: number, height: number): ListState {
  const page = Math.max(1, height - 1);
  const steps: Readonly<Record<ListMove, number>> = {
    up: -1,
    down: 1,
    'page-up': -page,
    'page-down': page,
    first: -count,
    last: count,
  };
  return settleList({ ...state, selected: state.selected + steps[move] }, count, height);
}

/** The list when the number of items or lines has changed. */
export function settleList({ selected, top }: ListState, count: number, height: number): ListState {
  const chosen = Math.max(0, Math.min(selected, count - 1));
  const lowest = Math.max(0, chosen - height + 1);
  const highest = Math.min(chosen, Math.max(0, count - height));
  return { selected: chosen, top: Math.max(lowest, Math.min(top, Math.max(lowest, highest))) };
}

export const listMoves: readonly ListMove[] = ['up', 'down', 'page-up', 'page-down', 'first', 'last'];
