import { describe, expect, test } from 'vitest';
import { causeOf, errorOf, lastsOf, rawStates, receiptCauses, receiptOf } from '../../src/domain/receipt.ts';

describe('a raw receipt, normalised', () => {
  test.each([
    ['ENROUTE', 'held'],
    ['ACCEPTD', 'held'],
    ['DELIVRD', 'delivered'],
    ['EXPIRED', 'failed'],
    ['DELETED', 'failed'],
    ['UNDELIV', 'failed'],
    ['REJECTD', 'failed'],
    ['UNKNOWN', 'failed'],
  ] as const)('%s is %s, and keeps its own words', (raw, state) => {
    expect(receiptOf('Plus', { raw, error: 5 })).toMatchObject({ state, operator: 'Plus', raw, error: 5 });
  });

  test('every state of the standard is known', () => {
    expect(rawStates.map((raw) => receiptOf('Plus', { raw, error: null }).state)).not.toContain(undefined);
  });
});

describe('the cause', () => {
  test.each([
    ['UNDELIV', 27, 'absent-subscriber'],
    ['UNDELIV', 6, 'absent-subscriber'],
    ['UNDELIV', 32, 'inbox-full'],
    ['UNDELIV', 1, 'unknown-subscriber'],
    ['UNDELIV', 13, 'barred'],
    ['UNDELIV', 11, 'rejected'],
    ['REJECTD', null, 'rejected'],
    ['EXPIRED', null, 'expired'],
    ['DELETED', null, 'unknown'],
    ['UNDELIV', null, 'unknown'],
    ['UNDELIV', 999, 'unknown'],
    ['UNKNOWN', null, 'unknown'],
  ] as const)('of %s %s is %s', (raw, error, cause) => {
    expect(causeOf({ raw, error })).toBe(cause);
  });

  test('the error of the network says more than the state: it grew old because the phone was off', () => {
    expect(causeOf({ raw: 'EXPIRED', error: 27 })).toBe('absent-subscriber');
  });

  test('what the simulated network reports for a cause means that cause', () => {
    for (const [cause, error] of Object.entries(errorOf)) expect(causeOf({ raw: 'UNDELIV', error })).toBe(cause);
  });

  test('is permanent for a number that is not there and for what the operator refuses, else it passes', () => {
    expect(receiptCauses.filter((cause) => lastsOf(cause) === 'permanent')).toEqual(['unknown-subscriber', 'rejected']);
  });
});
