import { describe, expect, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { requestCode, sign, unlock } from '../support/activation-commands.ts';
import {
  codeRequested,
  disabled,
  ended,
  locked,
  otpRefused,
  proven,
  secretIssued,
  undelivered,
  unlocked,
  wasReset,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';

const START = NOON - 1000 * HOUR;

/** So many failed attempts in a life, unlocked after every third. */
function failed(count: number): readonly ActivationFact[] {
  return Array.from({ length: count }, (_, place) => place + 1).flatMap((number) => {
    const at = START + number * HOUR;
    const attempt = undelivered(number, at);
    const lockedAt = at + 5 * MINUTE;
    return number % 3 === 0 ? [...attempt, locked('sms', lockedAt), unlocked('sms', lockedAt + 1)] : attempt;
  });
}

describe('a hundred failures in a lifetime', () => {
  test('the ninety-ninth locks when it is the third in a row, as any other', () => {
    const before = failed(98);
    const at = NOON + 5 * MINUTE;
    givenActivation(...before, codeRequested(99, NOON))
      .settledBy(at + 1)
      .thenFacts(ended('not_delivered', at, { number: 99 }), locked('sms', at))
      .andState({ status: 'locked', lifetimeFailures: 99 });
  });

  test('the hundredth disables the activation', () => {
    const at = NOON + 5 * MINUTE;
    givenActivation(...failed(99), codeRequested(100, NOON))
      .settledBy(at + 1)
      .thenFacts(ended('not_delivered', at, { number: 100 }), disabled(at))
      .andState({ status: 'disabled', disabledAt: at, lifetimeFailures: 100 });
  });

  test('the hundredth disables rather than locks when it is the third in a row as well', () => {
    const at = NOON + 5 * MINUTE;
    givenActivation(otpRefused(START), ...failed(98), codeRequested(99, NOON))
      .settledBy(at + 1)
      .thenFacts(ended('not_delivered', at, { number: 99 }), disabled(at));
  });

  test('are SMS attempts and wrong OTPs together', () => {
    const now = NOON + SECOND;
    givenActivation(...failed(99), secretIssued(NOON), proven(NOON))
      .when(sign('000000'), { now })
      .thenRefused({ code: 'activation-disabled', failures: 100 }, otpRefused(now), disabled(now));
  });

  test('do not count what an outage excused', () => {
    const excused = ended('not_delivered', NOON, { number: 100, counted: false });
    const { state } = givenActivation(...failed(99), codeRequested(100, NOON - MINUTE), excused);
    expect(state).toMatchObject({ status: 'inactive', lifetimeFailures: 99 });
  });

  test('leave no code to ask for', () => {
    givenActivation(...failed(100), disabled(NOON))
      .when(requestCode(101))
      .thenRefused({ code: 'activation-disabled', failures: 100 });
  });

  test('are no lock that an unlock could open', () => {
    givenActivation(...failed(100), disabled(NOON))
      .when(unlock)
      .thenRefused({ code: 'not-locked' });
  });

  test('are cleared by a reset', () => {
    const { state } = givenActivation(...failed(100), disabled(NOON), wasReset(NOON + 1));
    expect(state).toMatchObject({ status: 'inactive', lifetimeFailures: 0, attempts: 100 });
  });
});
