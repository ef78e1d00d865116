import { createHash, verify, X509Certificate } from 'node:crypto';
import type { Instant } from '../domain/ids.ts';
import { oids } from './cms-sign.ts';
import { asn1Libraries } from './x509-issue.ts';

/** Who signed, and when they said it was. */
export interface ValidSignature {
  readonly signedAt: Instant;
  readonly certificate: X509Certificate;
}

/** What became of checking a detached signature. */
export type CmsVerdict =
  | ({ readonly verdict: 'valid' } & ValidSignature)
  | { readonly verdict: 'invalid'; readonly why: CmsFault };
export type CmsFault =
  | 'not-a-signature'
  | 'document-changed'
  | 'signature-broken'
  | 'certificate-swapped'
  | 'authority-unknown'
  | 'certificate-not-valid-then';

/** A SET where the signature carries `[0] IMPLICIT`: what was signed (RFC 5652, 5.4). */
const SET_TAG = 0x31;

/** Checks a detached CMS signature over a document of this SHA-256, made under this authority. Never throws on bad input. */
export async function verifyCms(
  signature: Uint8Array,
  digest: Uint8Array,
  authority: X509Certificate,
): Promise<CmsVerdict> {
  const parts = await partsOf(signature);
  if (!parts) return invalid('not-a-signature');
  const { certificate, signedBytes, messageDigest, signedAt, certificateDigest, value } = parts;
  if (!messageDigest.equals(digest)) return invalid('document-changed');
  if (!holds(signedBytes, certificate, value)) return invalid('signature-broken');
  const own = createHash('sha256').update(certificate.raw).digest();
  if (!own.equals(certificateDigest)) return invalid('certificate-swapped');
  if (!issuedBy(certificate, authority)) return invalid('authority-unknown');
  const lasts = Date.parse(certificate.validFrom) <= signedAt && signedAt <= Date.parse(certificate.validTo);
  return lasts ? { verdict: 'valid', signedAt, certificate } : invalid('certificate-not-valid-then');
}

interface Parts {
  readonly certificate: X509Certificate;
  readonly signedBytes: Buffer;
  readonly messageDigest: Buffer;
  readonly signedAt: Instant;
  readonly certificateDigest: Buffer;
  readonly value: Buffer;
}

/** What a signature of our profile consists of; null when it is anything else. */
async function partsOf(signature: Uint8Array): Promise<Parts | null> {
  const { pkijs, asn1js } = await asn1Libraries();
  try {
    const content = pkijs.ContentInfo.fromBER(Uint8Array.from(signature).buffer);
    if (content.contentType !== oids.signedData) return null;
    const signed = new pkijs.SignedData({ schema: content.content });
    const [signer, ...others] = signed.signerInfos;
    if (!signer?.signedAttrs || others.length > 0 || signed.encapContentInfo.eContent) return null;
    if (!(signer.sid instanceof pkijs.IssuerAndSerialNumber)) return null;
    const { serialNumber, issuer } = signer.sid;
    const own = signed.certificates?.find(
      (one) => one instanceof pkijs.Certificate && one.serialNumber.isEqual(serialNumber) && one.issuer.isEqual(issuer),
    );
    if (!(own instanceof pkijs.Certificate)) return null;
    const attribute = (type: string) => {
      const found = signer.signedAttrs?.attributes.filter((one) => one.type === type) ?? [];
      const values: readonly unknown[] = found[0]?.values ?? [];
      return found.length === 1 && values.length === 1 ? values[0] : null;
    };
    const octets = (value: unknown) => (value instanceof asn1js.OctetString ? Buffer.from(value.getValue()) : null);
    const type = attribute(oids.contentType);
    const time = attribute(oids.signingTime);
    const messageDigest = octets(attribute(oids.messageDigest));
    const certificateDigest = octets(firstCertificateHash(attribute(oids.signingCertificateV2), asn1js));
    const isData = type instanceof asn1js.ObjectIdentifier && type.getValue() === oids.data;
    const isTime = time instanceof asn1js.UTCTime || time instanceof asn1js.GeneralizedTime;
    if (!isData || !isTime || !messageDigest || !certificateDigest) return null;
    const signedBytes = Buffer.from(signer.signedAttrs.encodedValue);
    signedBytes[0] = SET_TAG;
    return {
      certificate: new X509Certificate(Buffer.from(own.toSchema().toBER())),
      signedBytes,
      messageDigest,
      signedAt: time.toDate().getTime(),
      certificateDigest,
      value: Buffer.from(signer.signature.getValue()),
    };
  } catch {
    // Whatever a stranger's bytes make the parser stumble over: they are no signature.
    return null;
  }
}

/** SigningCertificateV2 → certs → first ESSCertIDv2 → certHash, when its algorithm is the default, SHA-256. */
function firstCertificateHash(
  value: unknown,
  { Sequence }: Awaited<ReturnType<typeof asn1Libraries>>['asn1js'],
): unknown {
  let inner: unknown = value;
  for (let depth = 0; depth < 3; depth++) inner = inner instanceof Sequence ? inner.valueBlock.value[0] : null;
  return inner;
}

function holds(bytes: Buffer, certificate: X509Certificate, value: Buffer): boolean {
  try {
    return verify('sha256', bytes, certificate.publicKey, value);
  } catch {
    return false;
  }
}

function issuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  try {
    return certificate.issuer === authority.subject && certificate.verify(authority.publicKey);
  } catch {
    return false;
  }
}

function invalid(why: CmsFault): CmsVerdict {
  return { verdict: 'invalid', why };
}
