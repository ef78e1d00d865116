import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, type X509Certificate } from 'node:crypto';
import { ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownAccount } from '../../src/domain/account.ts';
import type { KnownCertificate } from '../../src/domain/certificate.ts';
import { DAY, SECOND } from '../../src/domain/ids.ts';
import { signCms } from '../../src/sim/cms-sign.ts';
import { type CmsVerdict, verifyCms } from '../../src/sim/cms-verify.ts';
import { cloudKey } from '../../src/sim/hsm.ts';
import { verifyFile } from '../../src/sim/signed-files.ts';
import { type TrainingCa, trainingCa, trainingCertificate } from '../../src/sim/training-ca.ts';
import { newKey } from '../../src/sim/x509-issue.ts';
import { opensslVerify } from '../support/openssl.ts';
import { NOON } from '../support/records.ts';
import { refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';
import { accountOf, certificateOf } from '../support/situations.ts';
import { tempFolder } from '../support/temp-database.ts';

const DOCUMENT = Buffer.from('Umowa szkoleniowa\n');
const digest = createHash('sha256').update(DOCUMENT).digest();
const why = (verdict: CmsVerdict) => (verdict.verdict === 'valid' ? 'valid' : verdict.why);

interface Signer {
  readonly ca: TrainingCa;
  readonly certificate: X509Certificate;
  readonly signature: Buffer;
}

/** A training with a certificate authority of its own, and one signature over the document. */
async function signer({
  account = accountOf(),
  certificate = certificateOf({ identity: 'PNOPL-90010112345' }),
  at = NOON,
}: {
  account?: KnownAccount;
  certificate?: KnownCertificate;
  at?: number;
} = {}): Promise<Signer> {
  const { world } = await simulatedApp();
  if (!world) throw new Error('no training');
  const ca = await trainingCa(world, NOON);
  const { privateKey } = newKey();
  const issued = await trainingCertificate(ca, { account, certificate }, createPublicKey(privateKey));
  const signature = await signCms({ digest, at, key: privateKey, certificate: issued, authority: ca.certificate });
  return { ca, certificate: issued, signature };
}

let first: Promise<Signer> | undefined;
/** One signature for all who only look at it. */
const knownSigner = (): Promise<Signer> => {
  first ??= signer();
  return first;
};

describe('a signature', () => {
  test('is valid, and says who signed and when', async () => {
    const known = await knownSigner();
    const verdict = await verifyCms(known.signature, digest, known.ca.certificate);
    expect(verdict).toMatchObject({ verdict: 'valid', signedAt: NOON });
    expect(known.certificate.subject).toBe('C=PL\nGN=Anna\nSN=Nowak\nCN=Anna Nowak\nserialNumber=PNOPL-90010112345');
    expect(known.certificate.issuer).toContain('TRAINING');
    expect(known.certificate.subjectAltName).toBe('email:a.nowak1@example.org');
    expect(known.certificate.ca).toBe(false);
    expect(known.ca.certificate.ca).toBe(true);
  });

  test('has the attributes of a CAdES baseline signature, by openssl’s own reading', async () => {
    const known = await knownSigner();
    const folder = tempFolder();
    const file = join(folder, 'a.p7s');
    writeFileSync(file, known.signature);
    const args = ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', file];
    const { stdout } = spawnSync('openssl', args, { encoding: 'utf8' });
    for (const attribute of ['contentType', 'signingTime', 'messageDigest', 'signingCertificateV2'])
      expect(stdout).toContain(attribute);
    expect(stdout).toContain('ecdsa-with-SHA256');
    expect(stdout).toContain('eContent: <ABSENT>');
  });

  test('is verified by openssl with the training’s authority, and by no other', async () => {
    const known = await knownSigner();
    const folder = tempFolder();
    const stranger = await signer();
    const file = join(folder, 'umowa.txt');
    const files = { file, signatureFile: `${file}.p7s`, authorityFile: `${file}.ca.pem` };
    writeFileSync(file, DOCUMENT);
    writeFileSync(files.signatureFile, known.signature);
    writeFileSync(files.authorityFile, known.ca.certificate.toString());
    // The signing time is the training's; openssl looks at the clock on the wall.
    const args = [...opensslVerify(files), '-no_check_time'];
    expect(spawnSync('openssl', args, { encoding: 'utf8' }).stderr).toContain('CMS Verification successful');
    writeFileSync(files.authorityFile, stranger.ca.certificate.toString());
    expect(spawnSync('openssl', args).status).not.toBe(0);
  });

  test.each([
    ['Polish letters', accountOf({ givenName: 'Łucja', familyName: 'Żółć-Święcicka' }), 'CN=Łucja Żółć-Święcicka'],
    ['a name longer than X.520 allows', accountOf({ familyName: 'Ż'.repeat(100) }), `SN=${'Ż'.repeat(64)}`],
  ])('carries %s', async (_what, account, expected) => {
    const { certificate, ca, signature } = await signer({ account });
    expect(certificate.subject.split('\n')).toContain(expected);
    expect(why(await verifyCms(signature, digest, ca.certificate))).toBe('valid');
  });

  test.each(['7F', '80', 'FF00112233445566778899AABBCCDDEEFF001122', '0ABC'])(
    'names its certificate by serial number %s',
    async (serial) => {
      const { certificate, ca, signature } = await signer({ certificate: certificateOf({ serial }) });
      expect(BigInt(`0x${certificate.serialNumber}`)).toBe(BigInt(`0x${serial}`));
      expect(why(await verifyCms(signature, digest, ca.certificate))).toBe('valid');
    },
  );
});

describe('refused', () => {
  test('another document', async () => {
    const known = await knownSigner();
    const other = createHash('sha256').update('Umowa szkoleniowa').digest();
    expect(why(await verifyCms(known.signature, other, known.ca.certificate))).toBe('document-changed');
  });

  test('a certificate of another authority with the same name', async () => {
    const known = await knownSigner();
    const stranger = await signer();
    expect(why(await verifyCms(stranger.signature, digest, known.ca.certificate))).toBe('authority-unknown');
  });

  test('a certificate for the same key put in the place of the one that was signed with', async () => {
    const { privateKey } = newKey();
    const { ca } = await knownSigner();
    const issue = (notAfter: number) => {
      const certificate = certificateOf({ notAfter });
      return trainingCertificate(ca, { account: accountOf(), certificate }, createPublicKey(privateKey));
    };
    const own = await issue(NOON + DAY);
    let other = await issue(NOON + 2 * DAY);
    // An ECDSA signature is some bytes longer or shorter each time.
    while (other.raw.length !== own.raw.length) other = await issue(NOON + 2 * DAY);
    const signature = await signCms({
      digest,
      at: NOON,
      key: privateKey,
      certificate: own,
      authority: ca.certificate,
    });
    const place = signature.indexOf(own.raw);
    const swapped = Buffer.from(signature);
    other.raw.copy(swapped, place);
    expect(why(await verifyCms(signature, digest, ca.certificate))).toBe('valid');
    expect(why(await verifyCms(swapped, digest, ca.certificate))).toBe('certificate-swapped');
  });

  test('signed before the certificate began, or after it ended', async () => {
    for (const at of [NOON - DAY - SECOND, NOON + DAY + SECOND]) {
      const certificate = certificateOf({ notBefore: NOON - DAY, notAfter: NOON + DAY });
      const { signature, ca } = await signer({ certificate, at });
      expect(why(await verifyCms(signature, digest, ca.certificate))).toBe('certificate-not-valid-then');
    }
    const { signature, ca } = await signer({ certificate: certificateOf({ notAfter: NOON + DAY }), at: NOON + DAY });
    expect(why(await verifyCms(signature, digest, ca.certificate))).toBe('valid');
  });

  test('a flipped bit anywhere in what counts; nowhere a wrong yes', async () => {
    const known = await knownSigner();
    const verdicts = new Set<string>();
    for (let place = 0; place < known.signature.length; place += 3) {
      const bent = Buffer.from(known.signature);
      bent.writeUInt8(bent.readUInt8(place) ^ (1 << (place % 8)), place);
      const verdict = await verifyCms(bent, digest, known.ca.certificate);
      if (verdict.verdict === 'valid') expect(verdict.certificate.raw.equals(known.certificate.raw)).toBe(true);
      verdicts.add(why(verdict));
    }
    expect([...verdicts]).toEqual(expect.arrayContaining(['not-a-signature', 'signature-broken', 'document-changed']));
  });

  test('whatever bytes a stranger sends: they are no signature, and nothing is thrown', async () => {
    const known = await knownSigner();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.nat(known.signature.length).map((end) => known.signature.subarray(0, end)),
        ),
        async (bytes) => {
          fc.pre(bytes.length < known.signature.length);
          expect(why(await verifyCms(bytes, digest, known.ca.certificate))).toBe('not-a-signature');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('files', () => {
  test('a signature that is missing, a folder, or far too large is refused', async () => {
    const app = await simulatedApp();
    const folder = tempFolder();
    const file = join(folder, 'a.txt');
    writeFileSync(file, DOCUMENT);
    expect(refusalOf(await verifyFile(app, file, `${file}.p7s`))).toBe('document-unreadable');
    expect(refusalOf(await verifyFile(app, file, folder))).toBe('document-unreadable');
    ftruncateSync(openSync(`${file}.p7s`, 'w'), 2_000_000_000);
    expect(refusalOf(await verifyFile(app, file, `${file}.p7s`))).toBe('signature-not-valid');
  });

  test('of several who need the authority, or a key, first and at once, all get the same', async () => {
    const { world } = await simulatedApp();
    if (!world) throw new Error('no training');
    const authorities = await Promise.all([1, 2, 3].map(() => trainingCa(world, NOON)));
    const later = await trainingCa(world, NOON);
    expect(authorities.every(({ certificate }) => certificate.raw.equals(later.certificate.raw))).toBe(true);
    const keys = await Promise.all([1, 2, 3].map(() => cloudKey(world, SERIAL)));
    const kept = await cloudKey(world, SERIAL);
    expect(keys.every((key) => key.equals(kept))).toBe(true);
  });

  test('the authority is made once for a database', async () => {
    const { world } = await simulatedApp();
    if (!world) throw new Error('no training');
    const [one, other] = [await trainingCa(world, NOON), await trainingCa(world, NOON + DAY)];
    expect(other.certificate.raw.equals(one.certificate.raw)).toBe(true);
  });
});
