import { describe, expect, test } from 'vitest';
import { atStart, type ListMove, listMoves, moveList, settleList } from '../../src/ui/list-state.ts';

function moved(moves: readonly ListMove[], count: number, height: number) {
  return moves.reduce((state, move) => moveList(state, move, count, height), atStart);
}

describe('a list', () => {
  test('stops at both ends', () => {
    expect(moved(['up'], 5, 3)).toEqual({ selected: 0, top: 0 });
    expect(moved(['last', 'down'], 5, 3)).toEqual({ selected: 4, top: 2 });
  });

  test('scrolls only as far as it must', () => {
    expect(moved(['down', 'down'], 10, 3)).toEqual({ selected: 2, top: 0 });
    expect(moved(['down', 'down', 'down'], 10, 3)).toEqual({ selected: 3, top: 1 });
    expect(moved(['down', 'down', 'down', 'up', 'up'], 10, 3)).toEqual({ selected: 1, top: 1 });
  });

  test('a page leaves one line of the old one', () => {
    expect(moved(['page-down'], 100, 10).selected).toBe(9);
    expect(moved(['page-down', 'page-up'], 100, 10).selected).toBe(0);
  });

  test('an empty list stays empty, and a shorter one brings the chosen item along', () => {
    expect(moved(['down', 'last'], 0, 5)).toEqual({ selected: 0, top: 0 });
    expect(settleList({ selected: 9, top: 5 }, 3, 5)).toEqual({ selected: 2, top: 0 });
  });

  test('whatever the moves, the chosen item is in the window and in the list', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let state = atStart;
    for (let step = 0; step < 5_000; step++) {
      const [count, height] = [random(40), 1 + random(20)];
      state = moveList(state, listMoves[random(listMoves.length)] ?? 'up', count, height);
      expect(state.selected).toBeGreaterThanOrEqual(0);
      expect(state.selected).toBeLessThanOrEqual(Math.max(0, count - 1));
      expect(state.top).toBeGreaterThanOrEqual(0);
      expect(state.selected - state.top).toBeGreaterThanOrEqual(0);
      expect(state.selected - state.top).toBeLessThan(height);
    }
  });
});
