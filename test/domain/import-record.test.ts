import { describe, expect, test } from 'vitest';
import { type Account, accountDecider } from '../../src/domain/account.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import { fold } from '../../src/domain/decision.ts';
import { DAY } from '../../src/domain/ids.ts';
import {
  applyImport,
  decideImport,
  type ImportDecision,
  type ImportedCertificate,
  type ImportRecord,
} from '../../src/domain/import-record.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { importRecord, NOON } from '../support/records.ts';

const record = importRecord();
const absent = { status: 'absent' } as const;
const now = NOON;

const decide = (account: Account, certificate: Certificate, given: ImportRecord, at = now): ImportDecision =>
  decideImport(account, certificate, given, { now: at, policy: defaultPolicy });
const withCertificate = (overrides: Partial<ImportedCertificate>): ImportRecord => ({
  ...record,
  certificate: { ...record.certificate, ...overrides },
});
/** What is stored after this record was imported into nothing. */
const stored = (given: ImportRecord = record) => applyImport(absent, absent, decide(absent, absent, given, now - DAY));
const again = (given: ImportRecord, at = now, first = record): ImportDecision => {
  const { account, certificate } = stored(first);
  return decide(account, certificate, given, at);
};

describe('a record of somebody new', () => {
  test('opens the account and registers the certificate', () => {
    const { customerId, login, givenName, familyName, email, phone, language } = record;
    const { status: _status, ...certificate } = record.certificate;
    expect(decide(absent, absent, record)).toEqual({
      verdict: { verdict: 'accepted', conflicts: [], landline: false },
      accountFacts: [
        { type: 'account-opened', at: now, customerId, login, givenName, familyName, email, phone, language },
      ],
      certificateFacts: [{ type: 'certificate-registered', at: now, customerId, ...certificate }],
    });
  });

  test('without a login signs in by e-mail, without a language reads Polish', () => {
    const { account } = stored({ ...record, login: null, language: null });
    expect(account).toMatchObject({ login: record.email, language: 'pl' });
  });

  test('without a phone number has none', () => {
    expect(stored({ ...record, phone: null }).account).toMatchObject({ phone: null });
  });

  test('with a landline is accepted, and remarked on', () => {
    const { verdict } = decide(absent, absent, { ...record, phone: { e164: '+48221234567', kind: 'landline' } });
    expect(verdict).toMatchObject({ verdict: 'accepted', landline: true });
  });

  test.each(['email', 'givenName', 'familyName'] as const)('without %s is rejected', (field) => {
    expect(decide(absent, absent, { ...record, [field]: null })).toEqual({
      verdict: { verdict: 'rejected', code: 'unknown-subscriber' },
      accountFacts: [],
      certificateFacts: [],
    });
  });

  test.each(['suspended', 'revoked'] as const)('whose certificate is %s has it so from now on', (status) => {
    const decision = decide(absent, absent, withCertificate({ status }));
    expect(applyImport(absent, absent, decision).certificate).toMatchObject({ status });
    expect(decision.certificateFacts.map(({ type, at }) => [type, at])).toEqual([
      ['certificate-registered', now],
      [`certificate-${status}`, now],
    ]);
  });

  test('whose certificate does not tell its status has it valid', () => {
    expect(stored(withCertificate({ status: null })).certificate).toMatchObject({ status: 'valid' });
  });
});

describe('a record of somebody known', () => {
  test('with the same certificate changes nothing', () => {
    expect(again(record)).toEqual({ verdict: { verdict: 'unchanged' }, accountFacts: [], certificateFacts: [] });
  });

  test('that leaves fields out changes and contradicts nothing', () => {
    const nothing = { login: null, givenName: null, familyName: null, email: null, phone: null, language: null };
    expect(again({ ...record, ...nothing }).verdict).toEqual({ verdict: 'unchanged' });
  });

  test('with a second certificate registers it on the same account', () => {
    const { account } = stored();
    const second = withCertificate({ serial: 'C0FFEE' });
    const { verdict, accountFacts, certificateFacts } = decide(account, absent, second);
    expect(verdict).toMatchObject({ verdict: 'accepted', conflicts: [] });
    expect(accountFacts).toEqual([]);
    expect(certificateFacts).toMatchObject([{ type: 'certificate-registered', serial: 'C0FFEE' }]);
  });

  test('with a certificate of another customer is rejected', () => {
    const { certificate } = stored();
    const thief = { ...record, customerId: 'EC-100002' };
    expect(decide(absent, certificate, thief)).toEqual({
      verdict: { verdict: 'rejected', code: 'serial-of-another-customer' },
      accountFacts: [],
      certificateFacts: [],
    });
  });

  test('with the certificate itself, known only from a list until then, keeps it', () => {
    const decision = again(withCertificate({ pem: 'PEM', identity: 'PNOPL-1', status: null }));
    expect(decision.verdict).toMatchObject({ verdict: 'accepted', conflicts: [] });
    expect(decision.certificateFacts).toEqual([
      { type: 'certificate-received', at: now, pem: 'PEM', identity: 'PNOPL-1' },
    ]);
  });

  test('with a certificate that was received before changes nothing', () => {
    const received = withCertificate({ pem: 'PEM', status: null });
    expect(again(received, now, received).verdict).toEqual({ verdict: 'unchanged' });
  });
});

describe('what a record says differently is reported and not applied', () => {
  test('a changed phone number', () => {
    const decision = again({ ...record, phone: { e164: '+48602000002', kind: 'mobile' } });
    expect(decision).toEqual({
      verdict: {
        verdict: 'conflicting',
        conflicts: [{ field: 'phone', stored: record.phone?.e164, given: '+48602000002' }],
      },
      accountFacts: [],
      certificateFacts: [],
    });
  });

  test('a phone number where none is stored', () => {
    const { verdict } = again(record, now, { ...record, phone: null });
    expect(verdict).toEqual({
      verdict: 'conflicting',
      conflicts: [{ field: 'phone', stored: '', given: record.phone?.e164 }],
    });
  });

  test.each(['login', 'givenName', 'familyName', 'email'] as const)('another %s', (field) => {
    expect(again({ ...record, [field]: 'other' }).verdict).toEqual({
      verdict: 'conflicting',
      conflicts: [{ field, stored: record[field], given: 'other' }],
    });
  });

  test('another validity', () => {
    const { notBefore, notAfter } = record.certificate;
    expect(again(withCertificate({ notAfter: notAfter + 1 })).verdict).toEqual({
      verdict: 'conflicting',
      conflicts: [{ field: 'validity', stored: `${notBefore}/${notAfter}`, given: `${notBefore}/${notAfter + 1}` }],
    });
    expect(again(withCertificate({ notBefore: notBefore + 1 })).verdict.verdict).toBe('conflicting');
  });

  test('somebody else under the same customer id, whose certificate is not taken either', () => {
    const stranger = { ...withCertificate({ serial: 'C0FFEE' }), familyName: 'other', email: 'other' };
    const { account } = stored();
    expect(decide(account, absent, stranger)).toMatchObject({
      verdict: { verdict: 'conflicting', conflicts: [{ field: 'familyName' }, { field: 'email' }] },
      accountFacts: [],
      certificateFacts: [],
    });
  });

  test('somebody else with the same e-mail address, by which certificates find their account', () => {
    const stranger = { ...withCertificate({ serial: 'C0FFEE' }), givenName: 'Piotr', familyName: 'Zieliński' };
    const { account } = stored();
    expect(decide(account, absent, stranger)).toMatchObject({
      verdict: { verdict: 'conflicting', conflicts: [{ field: 'givenName' }, { field: 'familyName' }] },
      certificateFacts: [],
    });
  });

  test('a name as certificates spell it, or a family name that has changed, is no stranger’s', () => {
    const { account } = stored();
    const { givenName, familyName } = { ...importRecord(1) };
    const taken = (name: Partial<ImportRecord>) =>
      decide(account, absent, { ...withCertificate({ serial: 'C0FFEE' }), ...name }).certificateFacts;
    const shouted = { givenName: givenName?.toUpperCase() ?? null, familyName: familyName?.toUpperCase() ?? null };
    expect(taken(shouted)).toMatchObject([{ type: 'certificate-registered' }]);
    expect(taken({ familyName: 'Wójcik' })).toMatchObject([{ type: 'certificate-registered' }]);
  });

  test('beside what can be applied', () => {
    const { verdict, certificateFacts } = again({ ...withCertificate({ status: 'revoked' }), email: 'other' });
    expect(verdict).toMatchObject({ verdict: 'accepted', conflicts: [{ field: 'email' }] });
    expect(certificateFacts).toMatchObject([{ type: 'certificate-revoked' }]);
  });
});

describe('the authority’s newer word on the status is followed', () => {
  const statuses = (from: ImportedCertificate['status'], to: ImportedCertificate['status'], at = now) =>
    again(withCertificate({ status: to }), at, withCertificate({ status: from }));

  test.each([
    ['valid', 'suspended', { type: 'certificate-suspended', at: now }],
    ['valid', 'revoked', { type: 'certificate-revoked', at: now, cause: 'authority' }],
    ['suspended', 'valid', { type: 'certificate-reinstated', at: now }],
    ['suspended', 'revoked', { type: 'certificate-revoked', at: now, cause: 'authority' }],
  ] as const)('from %s to %s', (from, to, fact) => {
    expect(statuses(from, to).certificateFacts).toEqual([fact]);
  });

  test.each(['valid', 'suspended', 'revoked'] as const)('not when it stays %s, nor when nothing is said', (status) => {
    expect(statuses(status, status).verdict).toEqual({ verdict: 'unchanged' });
    expect(statuses(status, null).verdict).toEqual({ verdict: 'unchanged' });
  });

  test.each(['valid', 'suspended'] as const)('never from revoked back to %s, which is a conflict', (status) => {
    expect(statuses('revoked', status)).toEqual({
      verdict: { verdict: 'conflicting', conflicts: [{ field: 'status', stored: 'revoked', given: status }] },
      accountFacts: [],
      certificateFacts: [],
    });
  });

  test('not back from a suspension of seven days, which is a revocation though nobody has written it down', () => {
    const weekLater = now - DAY + 7 * DAY;
    expect(statuses('suspended', 'valid', weekLater - 1).certificateFacts).toMatchObject([
      { type: 'certificate-reinstated' },
    ]);
    expect(statuses('suspended', 'valid', weekLater)).toEqual({
      verdict: { verdict: 'conflicting', conflicts: [{ field: 'status', stored: 'revoked', given: 'valid' }] },
      accountFacts: [],
      certificateFacts: [],
    });
    expect(statuses('suspended', 'revoked', weekLater).verdict).toEqual({ verdict: 'unchanged' });
  });
});

test('importing a record twice is importing it once, whatever it says', () => {
  for (const status of ['valid', 'suspended', 'revoked', null] as const) {
    const given = withCertificate({ status, pem: 'PEM' });
    const first = stored(given);
    const decision = decide(first.account, first.certificate, given, now);
    expect(decision.verdict).toEqual({ verdict: 'unchanged' });
    expect(applyImport(first.account, first.certificate, decision)).toEqual(first);
  }
});

test('the states an import leads to are what its facts fold to', () => {
  const decision = decide(absent, absent, record);
  expect(applyImport(absent, absent, decision).account).toEqual(
    fold(accountDecider, accountDecider.initial, decision.accountFacts),
  );
});
