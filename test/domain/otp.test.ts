import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { checkOtp, isOtp, otpAt, timeStepOf } from '../../src/domain/otp.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { NOON } from '../support/records.ts';
import { RFC_SECRET, rfc4226, rfc6238 } from './otp-vectors.ts';

const policy = defaultPolicy.otp;
const STEP = 30 * SECOND;
const check = (token: string, at: number, lastTimeStep: number | null = null) =>
  checkOtp(RFC_SECRET, token, at, lastTimeStep, policy);
const codeAt = (at: number) => otpAt(RFC_SECRET, at, policy);
const stepAt = (at: number) => timeStepOf(at, policy);

describe('the vectors of the RFCs', () => {
  test.each(rfc4226.map((hotp, counter) => ({ counter, hotp })))('RFC 4226: counter $counter gives $hotp', (vector) => {
    expect(codeAt(vector.counter * STEP)).toBe(vector.hotp);
  });

  test.each(rfc6238)('RFC 6238: $seconds s is step $step and gives $totp', ({ seconds, step, totp }) => {
    const at = seconds * SECOND;
    expect(stepAt(at)).toBe(step);
    expect(codeAt(at)).toBe(totp.slice(2));
    expect(check(totp.slice(2), at)).toEqual({ verdict: 'right', timeStep: step });
  });
});

describe('drift of the phone clock', () => {
  test.each([-1, 0, 1])('of %d steps is right, at the first and at the last millisecond of a step', (drift) => {
    const start = stepAt(NOON) * STEP;
    for (const at of [start, start + STEP - 1]) {
      expect(check(codeAt(start + drift * STEP), at)).toEqual({ verdict: 'right', timeStep: stepAt(NOON) + drift });
    }
  });

  test.each([-20, -2, 2, 8, 20])('of %d steps is refused, and named', (steps) => {
    const start = stepAt(NOON) * STEP;
    for (const at of [start, start + STEP - 1]) {
      expect(check(codeAt(start + steps * STEP), at)).toEqual({ verdict: 'clock-off', steps });
    }
  });

  test.each([-21, 21])('of %d steps is not looked up any more', (steps) => {
    expect(check(codeAt(NOON + steps * STEP), NOON)).toEqual({ verdict: 'wrong' });
  });
});

describe('a time step is good once', () => {
  test('the same step again is used', () => {
    expect(check(codeAt(NOON), NOON, stepAt(NOON))).toEqual({ verdict: 'used' });
  });

  test('minutes later it is still used, and no clock is off', () => {
    const used = stepAt(NOON - 4 * STEP);
    expect(check(codeAt(NOON - 4 * STEP), NOON, used)).toEqual({ verdict: 'used' });
    expect(check(codeAt(NOON - 5 * STEP), NOON, used)).toEqual({ verdict: 'clock-off', steps: -5 });
  });

  test('an older step inside the window is used too', () => {
    expect(check(codeAt(NOON - STEP), NOON, stepAt(NOON))).toEqual({ verdict: 'used' });
  });

  test('the step after the last one is right', () => {
    expect(check(codeAt(NOON), NOON, stepAt(NOON) - 1)).toEqual({ verdict: 'right', timeStep: stepAt(NOON) });
  });

  test('with the clock set back, what lies far behind the last step is used, and nothing is thrown', () => {
    const before = NOON - 10 * MINUTE;
    expect(check(codeAt(before), before, stepAt(NOON))).toEqual({ verdict: 'used' });
    expect(check('000000', before, stepAt(NOON))).toEqual({ verdict: 'wrong' });
  });
});

describe('moments that trip programs', () => {
  const moments = {
    'the end of 32-bit seconds (2038)': 2 ** 31 * SECOND,
    'the end of unsigned 32-bit seconds (2106)': 2 ** 32 * SECOND,
    'Warsaw, the hour that is skipped': Date.parse('2027-03-28T01:00:00Z'),
    'Warsaw, the hour that comes twice': Date.parse('2026-10-25T01:00:00Z'),
    'the turn of a year': Date.parse('2027-01-01T00:00:00Z'),
  };
  test.each(Object.entries(moments))('%s', (_name, at) => {
    for (const moment of [at - 1, at, at + 1, at + HOUR]) {
      expect(check(codeAt(moment), moment)).toEqual({ verdict: 'right', timeStep: Math.floor(moment / STEP) });
    }
  });

  test('the first minute of the epoch, where the window reaches below zero', () => {
    expect(check(codeAt(0), 0)).toEqual({ verdict: 'right', timeStep: 0 });
  });
});

describe('the form of an OTP', () => {
  const code = '123456';
  test('is six ASCII digits', () => {
    expect(isOtp(code)).toBe(true);
    expect(isOtp('000000')).toBe(true);
  });

  test.each([
    ['a space inside', '123 456'],
    ['a no-break space inside', '123\u00a0456'],
    ['a blank before', ' 123456'],
    ['a line break after', '123456\n'],
    ['full-width digits', '１２３４５６'],
    ['Arabic-Indic digits', '١٢٣٤٥٦'],
    ['a sign', '+12345'],
    ['a minus', '-12345'],
    ['a power of ten', '1e5'],
    ['a power of ten of six characters', '1e0005'],
    ['hexadecimal', '0x1e24'],
    ['a decimal point', '12345.'],
    ['a digit short', '12345'],
    ['a digit long', '1234567'],
    ['nothing', ''],
    ['a zero-width space inside', '123\u200b456'],
  ])('is not: %s', (_what, raw) => {
    expect(isOtp(raw)).toBe(false);
  });

  test('holds for no string but six ASCII digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 8 })), (raw) => {
        expect(isOtp(raw)).toBe(raw.length === 6 && [...raw].every((c) => c >= '0' && c <= '9'));
      }),
    );
  });
});

test('whatever the secret, the moment and the drift: right inside one step, never outside', () => {
  const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
  const moments = fc.integer({ min: NOON, max: NOON + 10 * 365 * 24 * HOUR });
  fc.assert(
    fc.property(secrets, moments, fc.integer({ min: -3, max: 3 }), (secret, at, drift) => {
      const step = timeStepOf(at, policy) + drift;
      const { verdict } = checkOtp(secret, otpAt(secret, step * STEP, policy), at, null, policy);
      // Two steps share a code once in a million; then the nearer one is what it was.
      if (Math.abs(drift) <= 1) expect(verdict).toBe('right');
      else expect(verdict).toBe('clock-off');
    }),
    { seed: 6238 },
  );
});
