import { generateKeyPairSync, type KeyObject, type webcrypto } from 'node:crypto';
import type { Instant } from '../domain/ids.ts';

/** Attribute types of names (ITU-T X.520). */
const attributeTypes = {
  countryName: '2.5.4.6',
  organizationName: '2.5.4.10',
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  givenName: '2.5.4.42',
  serialNumber: '2.5.4.5',
} as const;
/** Characters that ASN.1's PrintableString may have; the only string allowed for country and serial number. */
const PRINTABLE_ONLY: readonly string[] = ['countryName', 'serialNumber'];
/** keyUsage bits (RFC 5280, 4.2.1.3): nonRepudiation alone, or keyCertSign and cRLSign. */
const usageBits = { signing: 0b0100_0000, authority: 0b0000_0110 } as const;

export interface Issuing {
  /** Hex. */
  readonly serial: string;
  readonly subject: readonly (readonly [keyof typeof attributeTypes, string])[];
  readonly issuer: Issuing['subject'];
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly publicKey: KeyObject;
  readonly signedBy: KeyObject;
  readonly usage: keyof typeof usageBits;
  readonly email?: string;
}

/** A key as the simulated HSM and the training's CA have them: ECDSA on P-256. */
export function newKey() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** Issues an X.509 certificate (RFC 5280), signed with ECDSA and SHA-256; DER. */
export async function issueCertificate(issuing: Issuing): Promise<Buffer> {
  const { pkijs, asn1js } = await asn1Libraries();
  const { serial, subject, issuer, notBefore, notAfter, publicKey, signedBy, usage, email } = issuing;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: positive(Buffer.from(evenDigits(serial), 'hex')) });
  certificate.subject = nameOf(subject);
  certificate.issuer = nameOf(issuer);
  certificate.notBefore.value = new Date(notBefore);
  certificate.notAfter.value = new Date(notAfter);
  const extensions = [
    extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: usage === 'authority' }).toSchema()),
    extension('2.5.29.15', true, new asn1js.BitString({ valueHex: Uint8Array.of(usageBits[usage]).buffer })),
  ];
  if (email !== undefined) {
    const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 1, value: email })] });
    extensions.push(extension('2.5.29.17', false, names.toSchema()));
  }
  certificate.extensions = extensions;
  await certificate.subjectPublicKeyInfo.importKey(cryptoKey(publicKey, 'verify'));
  await certificate.sign(cryptoKey(signedBy, 'sign'), 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER());

  /** PKI.js would put all parts into one set; a name is a sequence of sets of one. */
  function nameOf(parts: Issuing['subject']) {
    const sets = parts.map(([type, value]) => {
      const text = PRINTABLE_ONLY.includes(type)
        ? new asn1js.PrintableString({ value })
        : new asn1js.Utf8String({ value });
      return new asn1js.Set({
        value: [new pkijs.AttributeTypeAndValue({ type: attributeTypes[type], value: text }).toSchema()],
      });
    });
    return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: sets }).toBER());
  }

  function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) {
    return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
  }
}

/** PKI.js and its ASN.1, loaded with the first signature: a short command never waits for them. */
export async function asn1Libraries() {
  const [pkijs, asn1js] = await Promise.all([import('pkijs'), import('asn1js')]);
  return { pkijs, asn1js };
}

export function cryptoKey(key: KeyObject, use: 'sign' | 'verify'): webcrypto.CryptoKey {
  return key.toCryptoKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [use]);
}

function evenDigits(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}

/** DER integers are signed: a leading bit would make the serial number negative. */
function positive(bytes: Buffer): ArrayBuffer {
  const whole = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
  return Uint8Array.from(whole).buffer;
}
