import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/cli/document.ts';
import { parseDuration } from '../../src/domain/duration.ts';
import { shippedScenarios } from '../../src/sim/scenario-files.ts';
import { cutTo, padTo, widthOf } from '../../src/text/width.ts';

describe('durations', () => {
  test.each([
    ['6m', 360_000],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['2d', 172_800_000],
    ['250ms', 250],
    ['+4m', 240_000],
    ['-90s', -90_000],
    ['6m12s', 372_000],
    ['0s', 0],
  ])('%s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  test.each(['', '6', 'm', '6 m', '6M', '1e3s', '６m', '1.5h', '6m ', '--6m', '9999999s'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('widths', () => {
  test.each([
    ['Łukasz', 6],
    ['李雷', 4],
    ['🙂', 2],
    ['Z\u0307aneta', 6],
    ['', 0],
  ])('%s', (text, width) => expect(widthOf(text)).toBe(width));

  test('wide text is cut between characters', () => {
    expect(cutTo('李雷 Laskowski', 6)).toBe('李雷 …');
    expect(cutTo('abc', 3)).toBe('abc');
    expect(widthOf(padTo('李', 5))).toBe(5);
  });
});

describe('documents', () => {
  test('have instants in ISO 8601 by the name of their field', () => {
    const document = {
      at: 0,
      requestedAt: 1,
      notAfter: 2,
      validUntil: 3,
      usableFrom: 4,
      count: 5,
      format: 6,
      since: null,
    };
    expect(JSON.parse(toJson(document))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      requestedAt: '1970-01-01T00:00:00.001Z',
      notAfter: '1970-01-01T00:00:00.002Z',
      validUntil: '1970-01-01T00:00:00.003Z',
      usableFrom: '1970-01-01T00:00:00.004Z',
      count: 5,
      format: 6,
      since: null,
    });
  });

  test('show no length of time as a moment: a scenario knows none', async () => {
    const all = await shippedScenarios();
    expect(all.length).toBeGreaterThan(0);
    expect(toJson(all)).not.toMatch(/"\d{4}-\d\d-\d\dT/);
  });

  test('write what a terminal acts on as escapes, and lose nothing', () => {
    const text = 'a\x1b[31m\x9b\u202e\u200b\u2028\u00ad\u{1f642}ż';
    const json = toJson({ text });
    expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\u00ad]/);
    expect(JSON.parse(json)).toEqual({ text });
  });
});
