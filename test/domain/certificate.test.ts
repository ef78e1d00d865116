import { describe, expect, test } from 'vitest';
import {
  type CertificateFact,
  certificateDecider,
  certificateRefusal,
  settleCertificate,
  statusAt,
} from '../../src/domain/certificate.ts';
import { DAY, HOUR } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { givenCertificate } from '../support/given.ts';
import { NOON } from '../support/records.ts';
import { certificateOf, revokedCertificate, SERIAL, suspendedCertificate } from '../support/situations.ts';

const serial = SERIAL;
const suspend = { type: 'suspend-certificate', serial } as const;
const reinstate = { type: 'reinstate-certificate', serial } as const;
const revoke = { type: 'revoke-certificate', serial } as const;
const settle = { type: 'settle-certificate', serial } as const;

const { status: _status, ...identity } = certificateOf();
const registered: CertificateFact = { type: 'certificate-registered', at: NOON - DAY, ...identity };
const suspended = (at: number): CertificateFact => ({ type: 'certificate-suspended', at });
const revoked = (at: number, cause: 'authority' | 'suspension-lasted' = 'authority'): CertificateFact => ({
  type: 'certificate-revoked',
  at,
  cause,
});
const now = NOON + HOUR;

describe('a certificate', () => {
  test('is registered as valid', () => {
    expect(givenCertificate(registered).state).toEqual(certificateOf());
  });

  test('suspended keeps everything else', () => {
    givenCertificate(registered).when(suspend, { now }).thenDone(suspended(now));
    expect(givenCertificate(registered, suspended(now)).state).toEqual(suspendedCertificate(now));
  });

  test('suspended can be reinstated', () => {
    const { state } = givenCertificate(registered, suspended(NOON))
      .when(reinstate, { now })
      .thenDone({ type: 'certificate-reinstated', at: now });
    expect(state).toEqual(certificateOf());
  });

  test.each([
    ['valid', [registered]],
    ['suspended', [registered, suspended(NOON)]],
  ] as const)('%s can be revoked by the authority', (_status, facts) => {
    const { state } = givenCertificate(...facts)
      .when(revoke, { now })
      .thenDone(revoked(now));
    expect(state).toEqual(revokedCertificate(now));
  });

  test('that came from a list keeps its status when the certificate itself is received', () => {
    const received = { type: 'certificate-received', at: now, pem: 'PEM', identity: 'PNOPL-1' } as const;
    const { state } = givenCertificate(registered, suspended(NOON), received);
    expect(state).toEqual({ ...suspendedCertificate(NOON), pem: 'PEM', identity: 'PNOPL-1' });
  });

  test('received without an identity keeps the one that is known', () => {
    const known = { ...registered, identity: 'PNOPL-1' } as CertificateFact;
    const received = { type: 'certificate-received', at: now, pem: 'PEM', identity: null } as const;
    expect(givenCertificate(known, received).state).toMatchObject({ pem: 'PEM', identity: 'PNOPL-1' });
  });
});

describe('a suspension lasts at most seven days', () => {
  const given = givenCertificate(registered, suspended(NOON));
  const end = NOON + 7 * DAY;

  test('until a millisecond before their end it is a suspension', () => {
    given
      .settledBy(end - 1)
      .thenFacts()
      .andState({ status: 'suspended' });
    given.when(reinstate, { now: end - 1 }).thenDone({ type: 'certificate-reinstated', at: end - 1 });
  });

  test.each([0, 1, 30 * DAY])('then the certificate is revoked for good, dated at their end (+%d ms)', (late) => {
    given
      .settledBy(end + late)
      .thenFacts(revoked(end, 'suspension-lasted'))
      .andState({ status: 'revoked', revokedAt: end });
  });

  test('then nothing reinstates it', () => {
    given
      .when(reinstate, { now: end })
      .thenRefused({ code: 'certificate-not-suspended' }, revoked(end, 'suspension-lasted'));
  });

  test('settling says so once', () => {
    given.when(settle, { now: end }).thenDone(revoked(end, 'suspension-lasted'));
    givenCertificate(registered, suspended(NOON), revoked(end, 'suspension-lasted')).settledBy(end).thenFacts();
  });

  test('a new suspension has seven days of its own', () => {
    const again = end - HOUR;
    const facts = [suspended(NOON), { type: 'certificate-reinstated', at: again } as const, suspended(again)];
    givenCertificate(registered, ...facts)
      .settledBy(again + 7 * DAY - 1)
      .thenFacts();
  });
});

describe('the authority is refused', () => {
  test('to suspend what is suspended', () => {
    givenCertificate(registered, suspended(NOON))
      .when(suspend)
      .thenRefused({ code: 'certificate-not-valid', status: 'suspended', since: NOON });
  });

  test('to suspend what is revoked', () => {
    givenCertificate(registered, revoked(NOON))
      .when(suspend)
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });

  test('to suspend what is expired', () => {
    const { notAfter } = identity;
    givenCertificate(registered)
      .when(suspend, { now: notAfter + 1 })
      .thenRefused({ code: 'certificate-not-valid', status: 'expired', since: notAfter });
  });

  test('to reinstate what is not suspended', () => {
    givenCertificate(registered).when(reinstate).thenRefused({ code: 'certificate-not-suspended' });
    givenCertificate(registered, revoked(NOON)).when(reinstate).thenRefused({ code: 'certificate-not-suspended' });
  });

  test('to revoke twice', () => {
    givenCertificate(registered, revoked(NOON))
      .when(revoke)
      .thenRefused({ code: 'certificate-not-valid', status: 'revoked', since: NOON });
  });

  test.each([suspend, reinstate, revoke, settle])('$type for a certificate that is not there', (command) => {
    givenCertificate().when(command).thenRefused({ code: 'certificate-unknown' });
  });
});

describe('the status follows from the clock', () => {
  const { notBefore, notAfter } = identity;
  test.each([
    [notBefore - 1, 'not-yet-valid'],
    [notBefore, 'valid'],
    [notAfter, 'valid'],
    [notAfter + 1, 'expired'],
  ])('at %d it is %s', (at, status) => {
    expect(statusAt(certificateOf(), at)).toBe(status);
  });

  test('suspended and revoked stay so after the end', () => {
    expect(statusAt(suspendedCertificate(notAfter), notAfter + 1)).toBe('suspended');
    expect(statusAt(revokedCertificate(NOON), notAfter + 1)).toBe('revoked');
  });

  test('the reason why it may not be used names since when', () => {
    const why = (certificate: Parameters<typeof certificateRefusal>[0], at: number) =>
      certificateRefusal(certificate, { now: at, policy: defaultPolicy });
    expect(why(certificateOf(), NOON)).toBeNull();
    expect(why(certificateOf(), notAfter + 1)).toMatchObject({ status: 'expired', since: notAfter });
    expect(why(certificateOf(), notBefore - 1)).toMatchObject({ status: 'not-yet-valid', since: notBefore });
    expect(why(suspendedCertificate(NOON), NOON + 7 * DAY)).toMatchObject({
      status: 'revoked',
      since: NOON + 7 * DAY,
    });
    expect(why({ status: 'absent' }, NOON)).toEqual({ code: 'certificate-unknown' });
  });

  test('settling anything but a suspension leaves it as it is', () => {
    for (const certificate of [certificateOf(), revokedCertificate(NOON), { status: 'absent' } as const]) {
      expect(settleCertificate(certificate, { now: NOON + 365 * DAY, policy: defaultPolicy })).toEqual(certificate);
    }
  });
});

test('facts about a certificate that is not there change nothing', () => {
  expect(certificateDecider.evolve({ status: 'absent' }, suspended(NOON))).toEqual({ status: 'absent' });
});

test('the subscriber is told nothing: that is the authority’s business', () => {
  givenCertificate(registered).when(suspend).thenAnnounces();
});
