import { expect, test } from 'vitest';
import { SECOND } from '../../src/domain/ids.ts';
import { delayOf, isLostWhenBusy, operatorOf, operators } from '../../src/domain/mobile-operators.ts';

const numbers = Array.from({ length: 2_000 }, (_, place) => `+48601${String(place).padStart(6, '0')}`);
const of = (operator: string) => numbers.filter((number) => operatorOf(number) === operator);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('the four Polish operators and one that rents', () => {
  expect(operators).toEqual(['Orange', 'Play', 'Plus', 'T-Mobile', 'Wirtualna']);
});

test('numbers are dealt out to all of them by their shares', () => {
  const shares = operators.map((operator) => Math.round((of(operator).length / numbers.length) * 100));
  for (const [place, share] of [28, 26, 20, 20, 6].entries()) {
    expect(Math.abs((shares[place] ?? 0) - share)).toBeLessThanOrEqual(2);
  }
});

test('the same number, message and delay on every machine', () => {
  expect(
    ['+48601000001', '+48503405211', '+48790113355'].map((phone) => [operatorOf(phone), delayOf(phone, 7)]),
  ).toEqual([
    ['Plus', 3205],
    ['Orange', 4308],
    ['T-Mobile', 2181],
  ]);
});

test('each has delays of its own, and an undisturbed SMS never takes ten seconds', () => {
  const medians = operators.map((operator) => median(of(operator).map((number, id) => delayOf(number, id))));
  expect(new Set(medians).size).toBe(operators.length);
  const all = numbers.map((number, id) => delayOf(number, id));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(2 * SECOND);
  expect(Math.max(...all)).toBeLessThanOrEqual(8 * SECOND);
});

test('each loses its own share when the network is busy', () => {
  const lost = operators.map((operator) => {
    const own = of(operator);
    const tries = own.flatMap((number) => Array.from({ length: 20 }, (_, id) => isLostWhenBusy(number, id)));
    return tries.filter(Boolean).length / tries.length;
  });
  const [, play = 0, , tmobile = 0, renting = 0] = lost;
  expect(renting).toBeGreaterThan(play);
  expect(play).toBeGreaterThan(tmobile);
  expect(Math.min(...lost)).toBeGreaterThan(0);
  expect(Math.max(...lost)).toBeLessThan(0.15);
});
