import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';
import type { Instant } from '../domain/ids.ts';
import { asn1Libraries, cryptoKey } from './x509-issue.ts';

/** Object identifiers of CMS (RFC 5652) and of ESS (RFC 5035). */
export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

interface Signing {
  /** SHA-256 of the document. */
  readonly digest: Uint8Array;
  readonly at: Instant;
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly authority: X509Certificate;
}

/**
 * A detached CMS signature with the attributes of a CAdES baseline signature, level B-B (ETSI EN 319 122-1): content
 * type, message digest, signing time, and the signing certificate by its hash. DER; ECDSA on P-256 with SHA-256.
 */
export async function signCms({ digest, at, key, certificate, authority }: Signing): Promise<Buffer> {
  const { pkijs, asn1js } = await asn1Libraries();
  const own = pkijs.Certificate.fromBER(certificate.raw);
  const attribute = (type: string, value: { toBER(): ArrayBuffer }) => new pkijs.Attribute({ type, values: [value] });
  // ESSCertIDv2 without an algorithm means SHA-256.
  const certificateId = new asn1js.Sequence({
    value: [
      new asn1js.Sequence({
        value: [
          new asn1js.Sequence({
            value: [
              new asn1js.OctetString({ valueHex: bytesOf(createHash('sha256').update(certificate.raw).digest()) }),
            ],
          }),
        ],
      }),
    ],
  });
  const attributes = [
    attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.data })),
    attribute(oids.signingTime, new asn1js.UTCTime({ valueDate: new Date(at) })),
    attribute(oids.messageDigest, new asn1js.OctetString({ valueHex: bytesOf(digest) })),
    attribute(oids.signingCertificateV2, certificateId),
  ];
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: inDerOrder(attributes) }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [signer],
    certificates: [own, pkijs.Certificate.fromBER(authority.raw)],
  });
  await signed.sign(cryptoKey(key, 'sign'), 0, 'SHA-256');
  const content = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER());
}

/** The elements of a DER SET OF stand in the order of their encodings (X.690, 11.6). */
function inDerOrder<T extends { toSchema(): { toBER(): ArrayBuffer } }>(attributes: readonly T[]): T[] {
  return attributes.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER())),
  );
}

function bytesOf(buffer: Uint8Array): ArrayBuffer {
  return Uint8Array.from(buffer).buffer;
}
