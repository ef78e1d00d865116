import { describe, expect, test } from 'vitest';
import { isDue, paceOf, ready, type Speed, type Transport, transported } from '../../../src/screens/stage/transport.ts';

const next = { at: 400_000 };
const at = (over: Partial<Transport> = {}): Transport => ({ ...ready, looks: 99, ...over });

describe('the stage’s transport', () => {
  test('begins paused: the clock stands still and nothing is made', () => {
    expect(paceOf(ready, next)).toEqual({ speed: 0, until: null });
    expect(isDue(at(), next, 999_999)).toBe(false);
  });

  test('plays: the clock runs to the next step and not past it, and there the step is made', () => {
    const playing = transported(at({ speed: 60 }), 'play-or-pause');
    expect(paceOf(playing, next)).toEqual({ speed: 60, until: 400_000 });
    expect(isDue(playing, next, 399_999)).toBe(false);
    expect(isDue(playing, next, 400_000)).toBe(true);
  });

  test('leaves time to read what has happened, however fast the clock runs', () => {
    const looksNeeded = (speed: Speed): number => {
      let state = transported(at({ playing: true, speed }), 'done');
      while (!isDue(state, next, next.at)) state = transported(state, 'looked');
      return state.looks;
    };
    expect([looksNeeded(1), looksNeeded(10), looksNeeded(60)]).toEqual([15, 10, 5]);
  });

  test('looking on for hours changes nothing', () => {
    const looked = Array.from({ length: 50 }).reduce<Transport>((state) => transported(state, 'looked'), ready);
    expect(transported(looked, 'looked')).toBe(looked);
  });

  test('without a next step the clock runs at the chosen speed, without end', () => {
    const free = at({ playing: true, speed: 10 });
    expect(paceOf(free, null)).toEqual({ speed: 10, until: null });
    expect(isDue(free, null, 999_999)).toBe(false);
  });

  test('×1, ×10, ×60 and round again', () => {
    const states = [0, 1, 2].reduce<Transport[]>(
      (all) => [...all, transported(all.at(-1) ?? ready, 'next-speed')],
      [ready],
    );
    expect(states.map(({ speed }) => speed)).toEqual([1, 10, 60, 1]);
  });

  test('one step at a time: while it is made nothing is due and the clock waits for it', () => {
    const busy = transported(at({ playing: true }), 'began');
    expect(isDue(busy, next, 999_999)).toBe(false);
    expect(paceOf(busy, next)).toEqual({ speed: 0, until: null });
    expect(transported(busy, 'done')).toEqual(at({ playing: true, looks: 0 }));
  });

  test('a step by hand pauses', () => {
    expect(transported(at({ playing: true }), 'pause')).toEqual(at());
  });
});
