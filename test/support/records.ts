import type { Instant } from '../../src/domain/ids.ts';
import type { ImportRecord } from '../../src/domain/import-record.ts';

/** A Monday noon in Warsaw, well inside every certificate of the tests. */
export const NOON: Instant = Date.parse('2026-11-23T11:00:00Z');

/** A subscriber with one valid certificate, as an import would bring it. */
export function importRecord(number = 1, overrides: Partial<ImportRecord> = {}): ImportRecord {
  const customerId = `EC-${String(100000 + number)}`;
  return {
    customerId,
    login: `a.nowak${number}`,
    givenName: 'Anna',
    familyName: 'Nowak',
    email: `a.nowak${number}@example.org`,
    phone: { e164: `+48601${String(number).padStart(6, '0')}`, kind: 'mobile' },
    language: 'pl',
    certificate: {
      serial: `C0${number.toString(16).toUpperCase().padStart(6, '0')}`,
      subject: 'CN=Anna Nowak, C=PL',
      identity: null,
      notBefore: NOON - 30 * 86_400_000,
      notAfter: NOON + 335 * 86_400_000,
      status: 'valid',
      pem: null,
    },
    ...overrides,
  };
}
