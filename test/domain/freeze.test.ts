import { describe, test } from 'vitest';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { HOUR, MINUTE } from '../../src/domain/ids.ts';
import { freeze } from '../support/activation-commands.ts';
import {
  accepted,
  activated,
  awaitingOtp,
  codeRequested,
  disabled,
  ended,
  frozen,
  lockedByOtp,
  lockedBySms,
  undelivered,
} from '../support/activation-facts.ts';
import { givenActivation } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { blockedAccount, revokedCertificate } from '../support/situations.ts';

const now = NOON + HOUR;
const quiet: readonly (readonly [string, readonly ActivationFact[]])[] = [
  ['that was never touched', []],
  ['that is active', activated()],
  ['locked by failed attempts', lockedBySms()],
  ['locked by wrong OTPs', lockedByOtp()],
  ['that is disabled', [disabled(NOON)]],
];

describe('freezing on suspicion', () => {
  test.each(quiet)('stops an activation %s', (_what, facts) => {
    givenActivation(...facts)
      .when(freeze, { now })
      .thenDone(frozen(now))
      .thenAnnounces('activation-frozen')
      .andState({ status: 'frozen', frozenAt: now });
  });

  test('ends the attempt that is open', () => {
    const at = NOON + MINUTE;
    givenActivation(codeRequested())
      .when(freeze, { now: at })
      .thenDone(ended('superseded', at), frozen(at))
      .andState({ status: 'frozen', consecutiveFailures: 1 });
  });

  test('ends a third open attempt without locking: frozen is the stronger word', () => {
    const start = NOON + 20 * MINUTE;
    givenActivation(...undelivered(1, NOON), ...undelivered(2, NOON + 10 * MINUTE), codeRequested(3, start))
      .when(freeze, { now: start + 1 })
      .thenDone(ended('superseded', start + 1, { number: 3 }), frozen(start + 1))
      .andState({ status: 'frozen', consecutiveFailures: 3 });
  });

  test('during an outage does not count the attempt it ends', () => {
    const at = NOON + MINUTE;
    const outages = [{ operator: 'Orange', from: NOON - HOUR, until: null }];
    givenActivation(codeRequested(), accepted(NOON))
      .when(freeze, { now: at, outages })
      .thenDone(ended('superseded', at, { counted: false }), frozen(at));
  });

  test('keeps the secret, which accepts nothing while frozen', () => {
    givenActivation(...awaitingOtp())
      .when(freeze)
      .andState({ status: 'frozen', secret: { ...givenActivation(...awaitingOtp()).state.secret } as never });
  });

  test('is possible on a blocked account, and for a revoked certificate', () => {
    givenActivation()
      .when(freeze, { now, account: blockedAccount(NOON), certificate: revokedCertificate(NOON) })
      .thenDone(frozen(now));
  });

  test('twice is refused', () => {
    givenActivation(frozen(NOON)).when(freeze).thenRefused({ code: 'already-frozen' });
  });
});
