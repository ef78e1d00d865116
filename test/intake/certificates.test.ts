import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/intake/candidate.ts';
import { listInputs } from '../../src/intake/open-input.ts';
import { readCertificate } from '../../src/intake/x509.ts';
import { fixture, readCertificates, tempFile } from './read-all.ts';

const pem = (name: string) => readFileSync(fixture(name), 'utf8');
const der = (name: string) => new X509Certificate(pem(name)).raw;
const one = 'certificates/EC-100022-05.pem';

describe('the folder of certificates', () => {
  test('holds 24 certificates, the authority’s own, and one that is none', async () => {
    const { inputs, refused } = await listInputs([fixture('certificates')]);
    expect(refused).toEqual([]);
    const verdicts = (await Promise.all(inputs.map(({ path }) => readCertificates(path)))).flat();
    expect(verdicts.filter(({ verdict }) => verdict === 'candidate')).toHaveLength(24);
    expect(verdicts.filter(({ verdict }) => verdict === 'authority')).toMatchObject([
      { subject: 'CN=Fictional Qualified CA (training), O=Fictional Trust Services, C=PL' },
    ]);
    expect(verdicts.filter(({ verdict }) => verdict === 'reject')).toMatchObject([
      { record: 1, reject: { field: 'certificate', code: 'not-a-certificate' } },
    ]);
  });

  test('every certificate belongs to somebody in the friendly export, by e-mail', async () => {
    const emails = pem('portal-export.csv')
      .split('\n')
      .map((row) => row.split(',')[4]);
    const { inputs } = await listInputs([fixture('certificates')]);
    for (const { path } of inputs) {
      for (const verdict of await readCertificates(path)) {
        if (verdict.verdict === 'candidate') expect(emails).toContain(verdict.candidate.email);
      }
    }
  });
});

describe('one certificate', () => {
  test('tells subject, serial, validity, identity, e-mail and names', async () => {
    expect(await readCertificates(fixture(one))).toMatchObject([
      {
        verdict: 'candidate',
        record: 1,
        line: 1,
        candidate: {
          certificate: {
            serial: '1A853B5EDB765B3CCCAE5E624EFE39DD',
            subject: 'CN=Jadwiga Duda, GN=Jadwiga, SN=Duda, C=PL',
            identity: 'PNOPL-38998370857',
            notBefore: Date.parse('2026-11-23T20:10:50Z'),
            notAfter: Date.parse('2028-11-22T20:10:50Z'),
            status: null,
          },
          email: 'j.duda22@example.org',
          givenName: 'Jadwiga',
          familyName: 'Duda',
        },
      },
    ]);
  });

  test('is the same from DER as from PEM, and keeps its own text', async () => {
    const [fromPem] = await readCertificates(fixture(one));
    const [fromDer] = await readCertificates(tempFile(der(one)), 'der');
    if (fromPem?.verdict !== 'candidate' || fromDer?.verdict !== 'candidate') return expect.unreachable();
    expect(fromDer.candidate).toEqual(fromPem.candidate);
    expect(new X509Certificate(fromPem.candidate.certificate.pem ?? '').raw).toEqual(der(one));
    expect(recordOf(fromPem.candidate, 'EC-100022')).toMatchObject({
      customerId: 'EC-100022',
      login: null,
      phone: null,
      language: null,
      familyName: 'Duda',
    });
  });

  test('with awkward names: escaped as RFC 4514 has it, the first address, the serial without zeros in front', async () => {
    expect(await readCertificates(fixture('odd-certificates/odd-names.pem'))).toMatchObject([
      {
        candidate: {
          certificate: {
            serial: 'FF01',
            subject: 'CN=Żaneta Żan Śliż-Łoś, SN=Śliż-Łoś, GN=Maria, GN=Żaneta, O=Zażółć\\, Sp. z o.o. \\+ Syn, C=PL',
            identity: 'PNOPL-00000000000',
          },
          email: 'zaneta.sliz@example.org',
          givenName: 'Żaneta Maria',
          familyName: 'Śliż-Łoś',
        },
      },
    ]);
  });

  test('cannot borrow an e-mail address through another kind of name', async () => {
    expect(pem('odd-certificates/borrowed-address.pem')).toContain('BEGIN CERTIFICATE');
    expect(await readCertificates(fixture('odd-certificates/borrowed-address.pem'))).toMatchObject([
      { candidate: { email: null, certificate: { serial: '0A', identity: null } } },
    ]);
  });
});

describe('bundles', () => {
  test('each block is judged by itself, with its number and line, whatever stands between', async () => {
    const bundle = [
      'subject=somebody',
      pem(one).trimEnd(),
      '-----BEGIN CERTIFICATE-----\nMIIBnonsense',
      pem('certificates/ca.pem').replaceAll('\n', '\r\n').trimEnd(),
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
      '-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----',
      pem('certificates/EC-100155-16.pem'),
    ].join('\n');
    const verdicts = await readCertificates(tempFile(bundle));
    expect(verdicts.map((read) => (read.verdict === 'reject' ? read.reject.code : read.verdict))).toEqual([
      'candidate',
      'not-a-certificate',
      'authority',
      'not-a-certificate',
      'container',
      'candidate',
    ]);
    expect(verdicts.map(({ record }) => record)).toEqual([1, 2, 3, 4, 5, 6]);
    const lines = bundle.split('\n');
    for (const { line } of verdicts) expect(lines[line - 1]).toMatch(/^-----BEGIN/);
    expect(verdicts[1]?.original()).toBe('-----BEGIN CERTIFICATE-----\nMIIBnonsense\n');
  });

  test('a thousand certificates in one file, across the pieces in which it is read', async () => {
    const verdicts = await readCertificates(tempFile(pem(one).repeat(1_000)));
    expect(verdicts).toHaveLength(1_000);
    expect(verdicts.every(({ verdict }) => verdict === 'candidate')).toBe(true);
    expect(verdicts[999]?.line).toBe(999 * (pem(one).split('\n').length - 1) + 1);
  });

  test('a block without an end does not swallow the file', async () => {
    const verdicts = await readCertificates(
      tempFile(`-----BEGIN CERTIFICATE-----\n${'A'.repeat(300_000)}\n${pem(one)}`),
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['reject', 'candidate']);
  });

  test('PEM that an editor saved as UTF-16 is read too', async () => {
    const utf16 = Buffer.from(`\ufeff${pem(one)}`, 'utf16le');
    expect(await readCertificates(tempFile(utf16))).toMatchObject([{ verdict: 'candidate' }]);
  });
});

describe('what must not be taken in', () => {
  test.each(['PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])(
    'a %s is refused and not repeated',
    async (label) => {
      const secret = 'c2VjcmV0LWNhbmFyeQ==';
      for (const end of [`-----END ${label}-----\n`, '']) {
        const verdicts = await readCertificates(tempFile(`-----BEGIN ${label}-----\n${secret}\n${end}`));
        expect(verdicts).toMatchObject([{ verdict: 'reject', reject: { code: 'private-key', value: '' } }]);
        expect(verdicts[0]?.original()).toBe('');
      }
    },
  );

  test.each([
    ['PKCS#7', '3082030306092a864886f70d010702a08202f4'],
    ['PKCS#12', '3082056c0201033082052206092a864886f70d0107'],
  ])('a %s container in DER is named as such', async (_, hex) => {
    expect(await readCertificates(tempFile(Buffer.from(hex, 'hex')), 'der')).toMatchObject([
      { reject: { code: 'container' } },
    ]);
  });

  test('DER with a byte too few, a byte too many, or half a megabyte of zeros', async () => {
    const whole = der(one);
    for (const bytes of [
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.of(0)]),
      Buffer.concat([whole, Buffer.alloc(500_000)]),
    ]) {
      expect(await readCertificates(tempFile(bytes), 'der')).toMatchObject([{ reject: { code: 'not-a-certificate' } }]);
    }
  });

  test('a damaged public key, on which Node’s toLegacyObject() crashes the process', () => {
    const damaged = Buffer.from(der(one));
    damaged[276] = 0;
    expect(readCertificate(damaged)).toMatchObject({ verdict: 'candidate' });
  });

  test('damaged bytes never crash it, and what is still read is clean', () => {
    const whole = der(one);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        expect(JSON.stringify(readCertificate(damaged))).not.toMatch(/\\u00[0189]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
