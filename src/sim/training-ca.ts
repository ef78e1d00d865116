import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { KnownAccount } from '../domain/account.ts';
import type { KnownCertificate } from '../domain/certificate.ts';
import { DAY, type Instant } from '../domain/ids.ts';
import type { World } from '../domain/world.ts';
import { keptFirst, newestOf, type StoredAuthority } from './shelves.ts';
import { type Issuing, issueCertificate, newKey } from './x509-issue.ts';

/** Nobody takes a signature of the training for a real one. */
const CA_NAME = [
  ['countryName', 'PL'],
  ['organizationName', 'EuroCert TRAINING, not for real use'],
  ['commonName', 'EuroCert TRAINING CA'],
] as const;
const CA_LASTS = 20 * 365 * DAY;
const LONGEST_NAME = 64;

export interface TrainingCa {
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

/** The training's own certificate authority: one for each database, made when first needed, sealed at rest. */
export async function trainingCa(world: World, now: Instant): Promise<TrainingCa> {
  const known = newestOf(world, 'training-ca', 'ca');
  if (known) return opened(known);
  const { privateKey, publicKey } = newKey();
  const made = await issueCertificate({
    serial: '01',
    subject: CA_NAME,
    issuer: CA_NAME,
    notBefore: now - DAY,
    notAfter: now + CA_LASTS,
    publicKey,
    signedBy: privateKey,
    usage: 'authority',
  });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const certificate = new X509Certificate(made).toString();
  return opened(await keptFirst(world, 'training-ca', 'ca', { certificate, privateKey: pem }));
}

function opened({ certificate, privateKey }: StoredAuthority): TrainingCa {
  return { certificate: new X509Certificate(certificate), privateKey: createPrivateKey(privateKey) };
}

/** The subscriber's certificate as the training's CA issues it for the cloud key: same serial, validity and person. */
export async function trainingCertificate(
  ca: TrainingCa,
  { account, certificate }: { readonly account: KnownAccount; readonly certificate: KnownCertificate },
  publicKey: KeyObject,
): Promise<X509Certificate> {
  const { givenName, familyName, email } = account;
  const issued = await issueCertificate({
    serial: certificate.serial,
    subject: subjectOf(givenName, familyName, certificate.identity),
    issuer: CA_NAME,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    publicKey,
    signedBy: ca.privateKey,
    usage: 'signing',
    email,
  });
  return new X509Certificate(issued);
}

/** Upper bounds of X.520 for names: 64 characters. */
function subjectOf(givenName: string, familyName: string, identity: string | null): Issuing['subject'] {
  const cut = (text: string) => [...text].slice(0, LONGEST_NAME).join('');
  return [
    ['countryName', 'PL'],
    ['givenName', cut(givenName)],
    ['surname', cut(familyName)],
    ['commonName', cut(`${givenName} ${familyName}`)],
    ...(identity === null ? [] : [['serialNumber', cut(identity)] as const]),
  ];
}
