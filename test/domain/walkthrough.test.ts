import { describe, expect, test } from 'vitest';
import { type Activation, untouched } from '../../src/domain/activation.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { AttemptRecord } from '../../src/domain/sms-attempt.ts';
import { type WalkRecord, walkOf } from '../../src/domain/walkthrough.ts';
import { NOON } from '../support/records.ts';
import { accountOf, blockedAccount } from '../support/situations.ts';

const secret = { generation: 1, sealed: 'x', issuedAt: NOON };
const attempt = {
  number: 1,
  phone: '+48601000001',
  requestedAt: NOON,
  deadline: NOON + 5 * MINUTE,
  codeDigest: 'x',
  previousDigest: null,
  operator: 'Alfa',
  acceptedAt: NOON,
  deliveredAt: null,
  rawState: null,
  errorCode: null,
  wrongEntries: 0,
} as const;
const awaitingOtp = (qr: Extract<Activation, { status: 'awaiting_otp' }>['qr'], wrongOtps = 0): Activation => ({
  ...untouched,
  status: 'awaiting_otp',
  secret,
  lastTimeStep: null,
  wrongOtps,
  qr,
});
const ended = (endedAt: number) => ({ endedAt }) as AttemptRecord;

function standing(
  activation: Activation,
  more: Partial<WalkRecord> & { after?: number; attempts?: AttemptRecord[] } = {},
) {
  const { after = SECOND, attempts = [], ...record } = more;
  const certificate = { status: 'valid', activation, attempts } as const;
  const given = { account: accountOf(), certificate, scanned: false, calledAt: NOON - DAY, ...record };
  return walkOf(given, NOON + after, defaultPolicy);
}

describe('where the caller stands follows from the record', () => {
  test.each([
    ['nothing done yet', untouched, 'send-code', null, null],
    ['code requested', { ...untouched, status: 'awaiting_code', attempt, secret: null }, 'wait-for-sms', 0, 5 * MINUTE],
    [
      'SMS delivered',
      { ...untouched, status: 'awaiting_code', attempt: { ...attempt, deliveredAt: NOON }, secret: null },
      'enter-code',
      0,
      5 * MINUTE,
    ],
    ['code confirmed', awaitingOtp({ state: 'unseen' }), 'show-qr', 0, 5 * MINUTE],
    ['QR on screen', awaitingOtp({ state: 'shown', at: NOON }), 'scan', 0, 5 * MINUTE],
    ['a wrong OTP came', awaitingOtp({ state: 'shown', at: NOON }, 1), 'prove', 0, null],
    ['proven', { ...untouched, status: 'active', secret, lastTimeStep: 1, activatedAt: NOON }, 'done', 0, null],
  ] as const)('%s', (_what, activation, step, since, until) => {
    expect(standing(activation as Activation)).toMatchObject({
      on: 'way',
      step,
      since: since === null ? null : NOON + since,
      until: until === null ? null : NOON + until,
    });
  });

  test.each([
    ['locked', { ...untouched, status: 'locked', cause: 'sms', lockedAt: NOON, secret: null }],
    ['frozen', { ...untouched, status: 'frozen', frozenAt: NOON, secret: null }],
    ['disabled', { ...untouched, status: 'disabled', disabledAt: NOON, secret: null }],
  ] as const)('%s bars the way', (barrier, activation) => {
    expect(standing(activation as Activation)).toEqual({ on: 'barrier', barrier });
  });

  test('so do a blocked account and a certificate that is not valid', () => {
    expect(standing(untouched, { account: blockedAccount() })).toEqual({ on: 'barrier', barrier: 'account' });
    const certificate = { status: 'suspended', activation: untouched, attempts: [] } as const;
    expect(standing(untouched, { certificate })).toEqual({ on: 'barrier', barrier: 'certificate' });
  });

  test('and a number that takes no code: none on file, or one that is too new, up to the moment when it is not', () => {
    const usableFrom = NOON + MINUTE;
    const tooNew = accountOf({ phoneUsableFrom: usableFrom });
    expect(standing(untouched, { account: accountOf({ phone: null }) })).toEqual({
      on: 'barrier',
      barrier: 'no-phone',
    });
    expect(standing(untouched, { account: tooNew, after: MINUTE - 1 })).toEqual({
      on: 'barrier',
      barrier: 'phone-too-new',
      usableFrom,
    });
    expect(standing(untouched, { account: tooNew, after: MINUTE })).toMatchObject({ step: 'send-code' });
  });
});

describe('what the agent is warned of', () => {
  const alarms = (...given: Parameters<typeof standing>) => {
    const walk = standing(...given);
    return walk.on === 'way' ? walk.alarms : null;
  };

  test('at one step for 90 seconds, and not a moment earlier', () => {
    const scanning = awaitingOtp({ state: 'shown', at: NOON });
    expect(alarms(scanning, { after: 90 * SECOND - 1 })).toEqual([]);
    expect(alarms(scanning, { after: 90 * SECOND })).toEqual(['stuck']);
  });

  test('where a step has no end, not of the days before the call: from its beginning on', () => {
    const failed = { ...untouched, consecutiveFailures: 1 };
    const attempts = [ended(NOON - 2 * MINUTE)];
    const called = (after: number) => alarms(failed, { attempts, calledAt: NOON, after });
    expect(called(90 * SECOND - 1)).toEqual(['attempt-failed']);
    expect(called(90 * SECOND)).toEqual(['attempt-failed', 'stuck']);
    const scanning = awaitingOtp({ state: 'shown', at: NOON });
    expect(alarms(scanning, { calledAt: NOON + 2 * MINUTE, after: 2 * MINUTE })).toEqual(['stuck']);
  });

  test('a window closed before it was scanned means another code', () => {
    const closed = awaitingOtp({ state: 'closed', at: NOON });
    expect(standing(closed)).toMatchObject({ step: 'send-code', alarms: ['window-closed'] });
    // Nobody knows in a live database: the caller is asked before they are sent for another code.
    expect(standing(closed, { scanned: null })).toMatchObject({ step: 'send-code', alarms: ['scanned-perhaps'] });
  });

  test('scanned is not proven, whether or not the window is still open', () => {
    for (const state of ['shown', 'closed'] as const)
      expect(standing(awaitingOtp({ state, at: NOON }), { scanned: true })).toMatchObject({
        step: 'prove',
        alarms: ['not-proven'],
      });
  });

  test('an attempt that failed, since it ended; an unlock begins anew', () => {
    const failed = { ...untouched, consecutiveFailures: 1 };
    const attempts = [ended(NOON - 2 * MINUTE)];
    expect(standing(failed, { attempts })).toMatchObject({
      since: NOON - 2 * MINUTE,
      alarms: ['attempt-failed', 'stuck'],
    });
    const unlocked = { ...untouched, unlocks: [{ at: NOON, approved: false }] };
    expect(standing(unlocked, { attempts })).toMatchObject({ since: NOON, alarms: [] });
  });

  test('a wrong code, while it can still be put right', () => {
    const delivered = { ...attempt, deliveredAt: NOON, wrongEntries: 1 };
    const awaiting = { ...untouched, status: 'awaiting_code', attempt: delivered, secret: null } as const;
    expect(alarms(awaiting)).toEqual(['attempt-failed']);
    expect(alarms({ ...awaiting, attempt: { ...delivered, wrongEntries: 0 } })).toEqual([]);
  });

  test('nothing any more when it is done', () => {
    const active = { ...untouched, status: 'active', secret, lastTimeStep: 1, activatedAt: NOON } as const;
    expect(alarms(active, { after: 10 * MINUTE })).toEqual([]);
  });
});
