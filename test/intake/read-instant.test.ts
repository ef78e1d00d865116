import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant, readMoment } from '../../src/intake/read-instant.ts';
import { fromWarsawTime } from '../../src/intake/warsaw-time.ts';

const read = (text: string, edge: 'start' | 'end' = 'start') => {
  const instant = readInstant(text, edge);
  return typeof instant === 'number' ? new Date(instant).toISOString().replace('.000Z', 'Z') : instant.code;
};

describe('dates as they are written', () => {
  test.each([
    ['2024-01-17T03:13:00Z', '2024-01-17T03:13:00Z'],
    ['2024-01-17t03:13:00z', '2024-01-17T03:13:00Z'],
    ['2024-01-17T03:13:00.5Z', '2024-01-17T03:13:00.500Z'],
    ['2024-01-17T03:13:00,123456+01:00', '2024-01-17T02:13:00.123Z'],
    ['2024-01-17 03:13 -0530', '2024-01-17T08:43:00Z'],
    ['2024-01-17T03:13:00+02', '2024-01-17T01:13:00Z'],
    ['2024-01-17T03:13', '2024-01-17T02:13:00Z'],
    ['2024-07-17 03:13:05', '2024-07-17T01:13:05Z'],
    ['18.04.2024 17:34', '2024-04-18T15:34:00Z'],
    ['18.04.2024 17:34:05', '2024-04-18T15:34:05Z'],
    ['18.04.2024, 17:34', '2024-04-18T15:34:00Z'],
    ['8.4.2024 7:34', '2024-04-08T05:34:00Z'],
    ['18-04-2024', '2024-04-17T22:00:00Z'],
    ['18/12/2024', '2024-12-17T23:00:00Z'],
    ['04/05/2024', '2024-05-03T22:00:00Z'],
    ['29.02.2024', '2024-02-28T23:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['2038-01-19T03:14:08Z', '2038-01-19T03:14:08Z'],
  ])('%s is %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  test('a day alone ends with its last second', () => {
    expect(read('18.04.2026', 'end')).toBe('2026-04-18T21:59:59Z');
    expect(read('2026-12-31', 'end')).toBe('2026-12-31T22:59:59Z');
    expect(read('25.10.2026', 'end')).toBe('2026-10-25T22:59:59Z');
    expect(read('18.04.2026 00:00', 'end')).toBe('2026-04-17T22:00:00Z');
  });

  test.each([
    '2027-02-30T00:00:00Z',
    '2023-02-29',
    '2100-02-29',
    '31.04.2024',
    '00.04.2024',
    '04/18/2024',
    '2024-00-10',
    '2024-13-10',
    '2024-01-10T24:00',
    '2024-01-10T23:60',
    '2024-01-10T23:59:60Z',
    '2024-01-10T23:59:59+15:00',
    '1949-12-31',
    '0000-01-01',
  ])('%s is no such day', (text) => {
    expect(read(text)).toBe('no-such-day');
  });

  test.each([
    'tomorrow',
    '2024',
    '18.04-2024',
    '18.04.24',
    '20240418',
    '1713454440',
    '2024-4-8',
    '2024-01-17T03',
    '45400,5',
    '2024-01-17T03:13:00Z x',
  ])('%s is no date', (text) => {
    expect(read(text)).toBe('not-a-date');
  });
});

describe('a moment as an agent types it', () => {
  const now = Date.UTC(2026, 10, 27, 22, 30); // 23:30 in Poland
  test.each([
    ['26.11 13:00', Date.UTC(2026, 10, 26, 12)],
    ['26.11. 9:05:10', Date.UTC(2026, 10, 26, 8, 5, 10)],
    ['28.11 13:00', Date.UTC(2025, 10, 28, 12)],
    ['1.7', Date.UTC(2026, 6, 1, 21, 59, 59)],
    ['13:00', Date.UTC(2026, 10, 27, 12)],
    ['23:31', Date.UTC(2026, 10, 26, 22, 31)],
    ['27.11.2027 10:00', Date.UTC(2027, 10, 27, 9)],
  ])('%s is the last one there was, unless its year is said', (text, at) => {
    expect(readMoment(text, now)).toBe(at);
  });

  test.each(['31.2 10:00', '24:00', '26.11 25:00', 'yesteryear', ''])('%s is none', (text) => {
    expect(readMoment(text, now)).toBeNull();
  });
});

describe('the nights when clocks change in Poland', () => {
  test.each([
    ['spring, a second before', '29.03.2026 01:59:59', '2026-03-29T00:59:59Z'],
    ['spring, an hour that is skipped', '29.03.2026 02:30', '2026-03-29T01:30:00Z'],
    ['spring, right after', '29.03.2026 03:00', '2026-03-29T01:00:00Z'],
    ['autumn, before', '25.10.2026 01:59:59', '2026-10-24T23:59:59Z'],
    ['autumn, an hour that comes twice: the first', '25.10.2026 02:30', '2026-10-25T00:30:00Z'],
    ['autumn, right after', '25.10.2026 03:00', '2026-10-25T02:00:00Z'],
    ['a year in which the change was on another day', '31.03.2024 02:30', '2024-03-31T01:30:00Z'],
    ['the last moment of a year', '31.12.2026 23:59:59', '2026-12-31T22:59:59Z'],
    ['the first of one', '01.01.2027 00:00', '2026-12-31T23:00:00Z'],
  ])('%s', (_, text, instant) => {
    expect(read(text)).toBe(instant);
  });

  test('any instant comes back from its local time, but for the hour that comes twice', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Warsaw',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const seconds = fc.integer({ min: Date.UTC(1960, 0, 1) / 1_000, max: Date.UTC(2060, 0, 1) / 1_000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const local = format.format(second * 1_000);
        const back = fromWarsawTime(Date.parse(`${local.replace(' ', 'T')}Z`));
        expect(format.format(back)).toBe(local);
        expect(back).toBeLessThanOrEqual(second * 1_000);
        expect(second * 1_000 - back).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });
});
