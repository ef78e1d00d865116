import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portalColumns, rejectCodes } from '../../src/intake/candidate.ts';
import { readHeader } from '../../src/intake/csv-header.ts';
import { type ColumnPositions, readPortalRow } from '../../src/intake/portal-row.ts';
import { header } from './read-all.ts';

const read = readHeader(header);
const positions: ColumnPositions = 'code' in read ? expect.unreachable() : read.positions;

const fine: Record<string, string> = {
  customer_id: 'EC-1',
  login: 'a.nowak',
  given_name: 'Anna',
  family_name: 'Nowak',
  email: 'a.nowak@example.org',
  phone: '+48694652979',
  language: 'pl',
  certificate_serial: 'AB12',
  certificate_subject: 'CN=Anna Nowak, C=PL',
  not_before: '2026-01-01T00:00:00Z',
  not_after: '2028-01-01T00:00:00Z',
  certificate_status: 'valid',
};

const judge = (cells: Record<string, string>) => readPortalRow(Object.values({ ...fine, ...cells }), positions);

describe('one row', () => {
  test.each(portalColumns.filter((column) => column !== 'language'))('without its %s is refused', (column) => {
    expect(judge({ [column]: ' ' })).toEqual({ field: column, code: 'missing', value: '' });
  });

  test('the first bad field in the order of the columns is named, wherever it stands in the file', () => {
    const cells = { phone: '1', email: 'x', certificate_status: 'perhaps' };
    expect(judge(cells)).toMatchObject({ field: 'email' });
    expect(judge({ ...cells, email: 'a@b.pl' })).toMatchObject({ field: 'phone' });
    expect(judge({ certificate_status: 'perhaps' })).toMatchObject({ field: 'certificate_status' });
  });

  test('must end after it begins: not before, not at once', () => {
    const at = (not_after: string) => judge({ not_before: '2026-01-01T00:00:00Z', not_after });
    expect(at('2025-12-31T23:59:59Z')).toMatchObject({ field: 'not_after', code: 'expiry-before-start' });
    expect(at('2026-01-01T00:00:00Z')).toMatchObject({ code: 'expiry-before-start' });
    expect(at('2026-01-01T00:00:01Z')).toMatchObject({ certificate: { notAfter: Date.parse('2026-01-01T00:00:01Z') } });
  });

  test('control characters in a phone or a date are refused, not taken out', () => {
    expect(judge({ phone: '+48694652\x00979' })).toMatchObject({ field: 'phone', code: 'control-characters' });
    expect(judge({ not_before: '2026-01-01\u200b' })).toMatchObject({
      field: 'not_before',
      code: 'control-characters',
    });
  });

  test('what stood in a bad field is shown clean and cut', () => {
    expect(judge({ phone: `\x1b[31m${'x'.repeat(500)}` })).toMatchObject({ value: expect.stringMatching(/^x{119}…$/) });
    expect(judge({ certificate_status: '\x1b]0;x\x07per\nhaps' })).toMatchObject({ value: 'per haps' });
  });
});

test('whatever stands in the fields, a row is a clean record or a reject with a known code', () => {
  const cell = fc.oneof(
    fc.constantFrom(...Object.values(fine)),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '\x1b[31m', '1e5', '\ud800', '+48', '00', '2027-02-30'),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
      const judged = readPortalRow(cells, positions);
      if ('code' in judged) expect(rejectCodes).toContain(judged.code);
      expect(JSON.stringify(judged)).not.toMatch(/\\u00[0189][0-9a-f]|[\u202a-\u202e\u200b-\u200f]/);
    }),
    { numRuns: 3_000 },
  );
});
