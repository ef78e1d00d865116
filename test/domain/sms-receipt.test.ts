import { describe, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { type Receipt, receiptOf } from '../../src/domain/receipt.ts';
import { reportReceipt } from '../support/activation-commands.ts';
import {
  accepted,
  codeRequested,
  delivered,
  ended,
  frozen,
  locked,
  receiptRecorded,
  undelivered,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';

const ACCEPTED: Receipt = { state: 'accepted', operator: 'Orange' };
const DELIVERED: Receipt = receiptOf('Orange', { raw: 'DELIVRD', error: 0 });
const FAILED: Receipt = receiptOf('Orange', { raw: 'UNDELIV', error: 27 });
const NO_REASON: Receipt = receiptOf('Orange', { raw: 'UNDELIV', error: null });
const now = NOON + 30 * SECOND;

describe('a receipt for the open attempt', () => {
  test('accepted by the operator is kept with the moment it happened', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(ACCEPTED, NOON + SECOND), { now })
      .thenDone(accepted(NOON + SECOND))
      .andState({
        status: 'awaiting_code',
        attempt: { operator: 'Orange', acceptedAt: NOON + SECOND, deliveredAt: null },
      });
  });

  test('delivered after accepted', () => {
    givenActivation(codeRequested(), accepted(NOON + SECOND))
      .when(reportReceipt(DELIVERED, NOON + 9 * SECOND), { now })
      .thenDone(delivered(NOON + 9 * SECOND))
      .andState({ status: 'awaiting_code', attempt: { acceptedAt: NOON + SECOND, deliveredAt: NOON + 9 * SECOND } });
  });

  test('delivered without a word before is accepted in the same moment', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(DELIVERED, NOON + 9 * SECOND), { now })
      .thenDone(delivered(NOON + 9 * SECOND))
      .andState({ attempt: { acceptedAt: NOON + 9 * SECOND, deliveredAt: NOON + 9 * SECOND } });
  });

  test('failed ends the attempt as not_delivered, at the moment the operator names', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(FAILED, NOON + 20 * SECOND), { now })
      .thenDone(receiptRecorded(FAILED, NOON + 20 * SECOND), ended('not_delivered', NOON + 20 * SECOND))
      .andState({ status: 'inactive', consecutiveFailures: 1, lifetimeFailures: 1 });
  });

  test('failed as the third failure locks', () => {
    const start = NOON + 20 * MINUTE;
    const at = start + SECOND;
    givenActivation(...undelivered(1, NOON), ...undelivered(2, NOON + 10 * MINUTE), codeRequested(3, start))
      .when(reportReceipt(FAILED, at, 3), { now: at })
      .thenDone(receiptRecorded(FAILED, at, 3), ended('not_delivered', at, { number: 3 }), locked('sms', at))
      .andState({ status: 'locked', consecutiveFailures: 3 });
  });

  test('failed during an outage of its operator does not count', () => {
    const outages = [{ operator: 'Orange', from: NOON - HOUR, until: null }];
    givenActivation(codeRequested())
      .when(reportReceipt(NO_REASON, now), { now, outages })
      .thenDone(receiptRecorded(NO_REASON, now), ended('not_delivered', now, { counted: false }))
      .andState({ status: 'inactive', consecutiveFailures: 0, lifetimeFailures: 0 });
  });

  test('failed because the phone was off counts, outage or not: the operator got that far', () => {
    const outages = [{ operator: 'Orange', from: NOON - HOUR, until: null }];
    givenActivation(codeRequested())
      .when(reportReceipt(FAILED, now), { now, outages })
      .thenDone(receiptRecorded(FAILED, now), ended('not_delivered', now))
      .andState({ consecutiveFailures: 1 });
  });
});

describe('the moment an operator names', () => {
  test('is never later than now', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(ACCEPTED, now + HOUR), { now })
      .thenDone(accepted(now));
  });

  test('is never before the code was asked for', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(ACCEPTED, NOON - HOUR), { now })
      .thenDone(accepted(NOON));
  });
});

describe('a receipt that comes when the attempt is over', () => {
  test('is kept, and changes neither the attempt nor the counters', () => {
    const late = NOON + 6 * MINUTE + 12 * SECOND;
    givenActivation(...undelivered(1, NOON))
      .when(reportReceipt(DELIVERED, late), { now: late })
      .thenDone(delivered(late))
      .andState({ status: 'inactive', consecutiveFailures: 1 });
  });

  test('in the millisecond after the deadline finds the attempt ended by time', () => {
    const deadline = NOON + 5 * MINUTE;
    givenActivation(codeRequested())
      .when(reportReceipt(DELIVERED, deadline + 1), { now: deadline + 1 })
      .thenDone(ended('not_delivered', deadline), delivered(deadline + 1));
  });

  test('at the deadline itself is in time', () => {
    const deadline = NOON + 5 * MINUTE;
    givenActivation(codeRequested())
      .when(reportReceipt(DELIVERED, deadline), { now: deadline })
      .thenDone(delivered(deadline))
      .andState({ status: 'awaiting_code' });
  });

  test('failed does not fail the next attempt', () => {
    givenActivation(...undelivered(1, NOON), codeRequested(2, NOON + 10 * MINUTE))
      .when(reportReceipt(FAILED, NOON + 6 * MINUTE, 1), { now: NOON + 11 * MINUTE })
      .thenDone(receiptRecorded(FAILED, NOON + 6 * MINUTE, 1))
      .andState({ status: 'awaiting_code', consecutiveFailures: 1 });
  });

  test('is kept for a frozen activation too', () => {
    givenActivation(...undelivered(1, NOON), frozen(NOON + HOUR))
      .when(reportReceipt(DELIVERED, NOON + HOUR), { now: NOON + HOUR })
      .thenDone(delivered(NOON + HOUR));
  });
});

describe('a receipt is refused', () => {
  test('for an attempt that was never made', () => {
    givenActivation(codeRequested())
      .when(reportReceipt(DELIVERED, now, 2), { now })
      .thenRefused({ code: 'attempt-unknown' });
  });

  test.each([
    ['accepted twice', [accepted(NOON)], ACCEPTED],
    ['delivered twice', [delivered(NOON)], DELIVERED],
    ['accepted after delivered', [delivered(NOON)], ACCEPTED],
    ['failed after delivered', [delivered(NOON)], FAILED],
    ['delivered after failed', [receiptRecorded(FAILED, NOON), ended('not_delivered', NOON)], DELIVERED],
  ] as const)('%s', (_what, before, receipt) => {
    givenActivation(codeRequested(), ...before)
      .when(reportReceipt(receipt, now), { now })
      .thenRefused({ code: 'receipt-known' });
  });

  test('when the certificate is not there', () => {
    givenActivation()
      .when(reportReceipt(DELIVERED, now), { certificate: { status: 'absent' } })
      .thenRefused({ code: 'certificate-unknown' });
  });
});
