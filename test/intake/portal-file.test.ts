import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openPortalFile } from '../../src/intake/portal-file.ts';
import { fixture, header, openPortal, readPortal, row, tempFile, tempFolder, told } from './read-all.ts';

/** What only the store can see: this record's serial came before, for another customer. */
const DECIDED_BY_THE_STORE = 'same serial for another customer';

describe('the friendly export', () => {
  test('gives 2,000 candidates of 2,000', async () => {
    const verdicts = await readPortal(fixture('portal-export.csv'));
    expect(verdicts).toHaveLength(2_000);
    expect(verdicts.filter(({ verdict }) => verdict === 'reject')).toEqual([]);
  });

  test('is read field by field', async () => {
    const [first] = await readPortal(fixture('portal-export.csv'));
    expect(first).toMatchObject({
      record: 1,
      line: 2,
      candidate: {
        customerId: 'EC-100000',
        login: 'l.zakrzewski0',
        givenName: 'Łukasz',
        familyName: 'Zakrzewski',
        email: 'l.zakrzewski0@example.org',
        phone: { e164: '+48503405037', kind: 'mobile' },
        language: 'pl',
        certificate: {
          serial: '5F932ACFD7184B41870D49BBED79CC77',
          subject: 'CN=Łukasz Zakrzewski, C=PL',
          notBefore: Date.parse('2024-01-17T03:13:00Z'),
          notAfter: Date.parse('2027-01-16T03:13:00Z'),
          status: 'valid',
          identity: null,
          pem: null,
        },
      },
    });
  });

  test('that a certificate expired says nothing of its status', async () => {
    const verdicts = await readPortal(tempFile(`${header}\n${row({ certificate_status: 'expired' })}\n`));
    expect(verdicts).toMatchObject([{ candidate: { certificate: { status: null } } }]);
  });
});

describe('the export a Polish Excel saved', () => {
  test('gives 247 candidates of 247, with Polish letters, phones and local times', async () => {
    const file = await openPortal(fixture('portal-export-excel-pl.csv'));
    expect(file).toMatchObject({ encoding: 'windows-1250', header: { delimiter: ';' } });
    const verdicts = await readPortal(file.path);
    expect(verdicts).toHaveLength(247);
    expect(verdicts.filter(({ verdict }) => verdict === 'reject')).toEqual([]);
    expect(verdicts[0]).toMatchObject({
      candidate: {
        familyName: 'Górska',
        phone: { e164: '+48694652979', kind: 'mobile' },
        certificate: { notBefore: Date.parse('2024-04-18T15:34:00Z'), notAfter: Date.parse('2026-04-18T15:34:00Z') },
      },
    });
    expect(verdicts[1]).toMatchObject({
      candidate: { certificate: { notBefore: Date.parse('2025-12-26T18:50:00Z') } },
    });
  });
});

describe('the hostile export', () => {
  const expected = parse(readFileSync(fixture('portal-export-hostile.expected.csv')), { columns: true }) as Record<
    'record' | 'customer_id' | 'verdict' | 'why',
    string
  >[];

  test('comes to exactly what is expected, as far as one row alone can tell', async () => {
    const verdicts = await readPortal(fixture('portal-export-hostile.csv'));
    const given = verdicts.map(({ record, verdict }) => ({
      record,
      verdict: verdict === 'candidate' ? 'accept' : 'reject',
    }));
    const wanted = expected.map(({ record, verdict, why }) => ({
      record: Number(record),
      verdict: why === DECIDED_BY_THE_STORE ? 'accept' : verdict,
    }));
    expect(given).toEqual(wanted);
  });

  test('each reject names the field and the reason', async () => {
    const verdicts = await readPortal(fixture('portal-export-hostile.csv'));
    expect(told(verdicts.filter(({ verdict }) => verdict === 'reject'))).toEqual([
      '2 customer_id:missing',
      '3 phone:missing',
      '4 phone:too-short',
      '5 phone:not-a-number',
      '6 phone:premium-rate',
      '8 email:not-an-address',
      '9 email:line-break',
      '10 not_after:expiry-before-start',
      '11 not_after:no-such-day',
      '12 certificate_status:unknown-status',
      '13 certificate_serial:not-hex',
      '14 certificate_serial:missing',
      '27 given_name:too-long',
      '28 login:control-characters',
      '36 family_name:not-utf8',
      '37 row:too-few-fields',
      '38 row:too-many-fields',
      '39 row:unclosed-quote',
    ]);
  });

  test('what is accepted is clean', async () => {
    const verdicts = await readPortal(fixture('portal-export-hostile.csv'));
    const name = (record: number) => {
      const verdict = verdicts[record - 1];
      return verdict?.verdict === 'candidate' ? [verdict.candidate.givenName, verdict.candidate.familyName] : verdict;
    };
    expect([15, 16, 17, 18, 19, 20].map(name)).toEqual([
      ['Anna', 'Kaczmarek'],
      ['Krystyna', 'Nowak'],
      ['Jerzy', 'Lis'],
      ['Ewa', 'Gajewski'],
      ['Beata', 'Kowlaks'],
      ['Julia', 'Nowak'],
    ]);
    expect([21, 23, 24, 26, 29].map(name)).toEqual([
      ['=HYPERLINK("http://x.example","Jan")', 'Rutkowska'],
      ['Żaneta', 'Mazur'],
      ['Michał', 'O"Brien, Jr.'],
      ['李雷 🙂', 'Laskowski'],
      ['Jan', 'Rutkowski'],
    ]);
    expect(verdicts[6]).toMatchObject({ candidate: { phone: { e164: '+48224567890', kind: 'landline' } } });
    expect(verdicts[28]).toMatchObject({ candidate: { email: 'jan.t@example.com' } });
    expect(verdicts[29]).toMatchObject({ candidate: { email: 'jan.upper@example.com' } });
  });

  test('a reject brings its line and the row as it stood in the file', async () => {
    const verdicts = await readPortal(fixture('portal-export-hostile.csv'));
    expect(verdicts[8]).toMatchObject({ record: 9, line: 10 });
    expect(verdicts[8]?.original()).toMatch(/^EC-800008,.*"a@example\.com\nBcc: b@example\.com",.*valid$/s);
    expect(verdicts[9]).toMatchObject({ record: 10, line: 12 });
    expect(verdicts[35]?.original()).toContain('Now\udcc3(k');
    expect(verdicts[38]).toMatchObject({ record: 39, line: 41 });
  });
});

describe('a file as a whole', () => {
  test('the header may be in any order and case, with other columns between', async () => {
    const columns = header.split(',').reverse();
    const cells = row({ certificate_subject: 'CN=Anna' }).split(',').reverse();
    const path = tempFile(`Notes,${columns.join(' , ').toUpperCase()}\nsomething,${cells.join(',')}\n`);
    expect(told(await readPortal(path))).toEqual(['1 candidate EC-1']);
  });

  test('the language column may be missing; others may not', async () => {
    const without = (column: string) => header.split(',').filter((name) => name !== column);
    const file = await openPortalFile(tempFile(`${without('language').join(',')}\n`));
    expect(file).toMatchObject({ header: { width: 11 } });
    expect(await openPortalFile(tempFile(`${without('phone').join(',')}\n`))).toEqual({
      code: 'columns-missing',
      columns: ['phone'],
    });
  });

  test('a column that stands twice is refused', async () => {
    const path = tempFile(`${header},Phone\n`);
    expect(await openPortalFile(path)).toEqual({ code: 'columns-doubled', columns: ['phone'] });
  });

  test('lines before the header count where rows are named', async () => {
    const verdicts = await readPortal(tempFile(`\n;;\nsep=,\n${header}\n${row()}\n`));
    expect(verdicts).toMatchObject([{ record: 1, line: 5 }]);
  });

  test('what has no header line, or is not there, is refused', async () => {
    expect(await openPortalFile(tempFile('x'.repeat(100_000)))).toEqual({ code: 'header-too-long' });
    expect(await openPortalFile(tempFile('Dear customer,\nplease …\n'))).toMatchObject({ code: 'columns-missing' });
    expect(await openPortalFile(tempFile(`${header}\r${row()}\r`))).toEqual({ code: 'carriage-returns' });
    for (const hollow of ['\ufeff', '\ufeff\r\n \n', ';;\n\n'])
      expect(await openPortalFile(tempFile(hollow))).toEqual({ code: 'empty-file' });
    expect(await openPortalFile(`${tempFolder()}/nothing.csv`)).toEqual({ code: 'not-found' });
    expect(await openPortalFile(tempFolder())).toEqual({ code: 'not-a-file' });
  });

  test('a broken byte in the header costs no row', async () => {
    const start = Buffer.concat([Buffer.from('notes '), Buffer.of(0xc3, 0x28, 0xb3)]);
    const path = tempFile(
      Buffer.concat([start, Buffer.from(`,${header}\nż,${row()}\nż,${row({ customer_id: 'EC-2' })}`)]),
    );
    expect(told(await readPortal(path))).toEqual(['1 candidate EC-1', '2 candidate EC-2']);
  });

  test('a header alone has no rows; a last line needs no line end; blank rows are none', async () => {
    expect(await readPortal(tempFile(header))).toEqual([]);
    const path = tempFile(`${header}\n\n${row()}\n,,,,,,,,,,,\n  \n${row({ customer_id: 'EC-2' })}`);
    const verdicts = await readPortal(path);
    expect(told(verdicts)).toEqual(['1 candidate EC-1', '2 candidate EC-2']);
    expect(verdicts.map(({ line }) => line)).toEqual([3, 6]);
  });
});
