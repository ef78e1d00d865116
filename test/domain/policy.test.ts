import { expect, test } from 'vitest';
import { defaultPolicy as policy } from '../../src/domain/policy.ts';

const SECONDS = 1000;
const MINUTES = 60 * SECONDS;
const HOURS = 60 * MINUTES;

/** The rules' tests reckon with the policy, whatever it says; here stands what it has to say, in figures. */
test('the defaults are those that are published', () => {
  const { sms, otp, support } = policy;
  expect(sms).toEqual({
    codeDigits: 6,
    codeValid: 5 * MINUTES,
    wrongEntriesPerCode: 3,
    failuresToLock: 3,
    resendNotBefore: 60 * SECONDS,
    codesPerPhone: 10,
    codesPerPhoneWindow: 24 * HOURS,
  });
  expect(otp).toMatchObject({ algorithm: 'sha1', digits: 6, periodSeconds: 30, secretBytes: 20, windowSteps: 1 });
  expect(otp).toMatchObject({ failuresToLock: 5, qrVisible: 5 * MINUTES, supersededKept: 30 * 24 * HOURS });
  expect(support).toMatchObject({
    unlocksWithoutApproval: 2,
    unlockWindow: 24 * HOURS,
    newPhoneUsableAfter: 24 * HOURS,
    verificationValid: 15 * MINUTES,
    idleLock: 5 * MINUTES,
    passwordFailuresToLock: 5,
  });
  expect(policy).toMatchObject({ lifetimeFailures: 100, suspensionLasts: 7 * 24 * HOURS, keepYears: 10 });
  expect(policy).toMatchObject({ clockMayLag: 2 * MINUTES, outageExcusesFailures: true });
});
