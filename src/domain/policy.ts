import { DAY, HOUR, MINUTE, SECOND } from './ids.ts';

/** Every number a rule depends on. Durations in milliseconds. */
export interface Policy {
  readonly sms: {
    readonly codeDigits: number;
    readonly codeValid: number;
    readonly wrongEntriesPerCode: number;
    readonly failuresToLock: number;
    readonly resendNotBefore: number;
    readonly codesPerPhone: number;
    readonly codesPerPhoneWindow: number;
  };
  readonly otp: {
    readonly algorithm: 'sha1';
    readonly digits: 6;
    readonly periodSeconds: number;
    readonly secretBytes: number;
    readonly windowSteps: number;
    readonly failuresToLock: number;
    /** How far a wrong OTP is looked up to explain it (a phone clock that is off); it is never accepted there. */
    readonly explainSteps: number;
    readonly qrVisible: number;
    readonly supersededKept: number;
  };
  readonly support: {
    readonly unlocksWithoutApproval: number;
    readonly unlockWindow: number;
    readonly verificationValid: number;
    readonly verificationPoints: number;
    /** Whether a caller verified by one agent counts as verified for the next. */
    readonly verificationSurvivesHandOver: boolean;
    readonly approvalValid: number;
    /** An emergency is decided soon or not at all. */
    readonly emergencyValid: number;
    /** After a no, or an aborted call, nothing is asked for again before this has passed. */
    readonly coolDown: number;
    /** How long "this was not me" may be answered to a notice. */
    readonly disputeValid: number;
    /** From how many on decisions are shown as a pattern, within how long. */
    readonly patterns: { readonly within: number; readonly samePair: number; readonly manyResets: number };
    readonly newPhoneUsableAfter: number;
    readonly idleLock: number;
    /** After how long at one step of a walkthrough the caller needs more help. */
    readonly stuckAfter: number;
    readonly passwordFailuresToLock: number;
    /** Characters; NIST SP 800-63B-4, 3.1.1.2: a password that is the only factor has at least 15. */
    readonly shortestPassword: number;
  };
  readonly lifetimeFailures: number;
  readonly suspensionLasts: number;
  readonly clockMayLag: number;
  readonly outageExcusesFailures: boolean;
  readonly queue: {
    readonly waitingLong: number;
    readonly expiringSoon: number;
  };
  readonly keepYears: number;
}

/** The defaults of the published policy. Sources: NIST SP 800-63B-4 §3.2.2 (100 failures), RFC 6238 §5.2 (±1 step), GDPR art. 5 (keeping). */
export const defaultPolicy: Policy = {
  sms: {
    codeDigits: 6,
    codeValid: 5 * MINUTE,
    wrongEntriesPerCode: 3,
    failuresToLock: 3,
    resendNotBefore: 60 * SECOND,
    codesPerPhone: 10,
    codesPerPhoneWindow: 24 * HOUR,
  },
  otp: {
    algorithm: 'sha1',
    digits: 6,
    periodSeconds: 30,
    secretBytes: 20,
    windowSteps: 1,
    failuresToLock: 5,
    explainSteps: 20,
    qrVisible: 5 * MINUTE,
    supersededKept: 30 * DAY,
  },
  support: {
    unlocksWithoutApproval: 2,
    unlockWindow: 24 * HOUR,
    verificationValid: 15 * MINUTE,
    verificationPoints: 4,
    verificationSurvivesHandOver: false,
    approvalValid: 24 * HOUR,
    emergencyValid: 2 * HOUR,
    coolDown: 4 * HOUR,
    disputeValid: 30 * DAY,
    patterns: { within: 30 * DAY, samePair: 3, manyResets: 5 },
    newPhoneUsableAfter: 24 * HOUR,
    idleLock: 5 * MINUTE,
    stuckAfter: 90 * SECOND,
    passwordFailuresToLock: 5,
    shortestPassword: 15,
  },
  lifetimeFailures: 100,
  suspensionLasts: 7 * DAY,
  clockMayLag: 2 * MINUTE,
  outageExcusesFailures: true,
  queue: { waitingLong: 2 * MINUTE, expiringSoon: 14 * DAY },
  keepYears: 10,
};
