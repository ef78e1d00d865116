import { X509Certificate } from 'node:crypto';
import type { Serial } from '../domain/ids.ts';
import { type CertificateCandidate, type Reject, shownValue } from './candidate.ts';
import { Fault } from './fault.ts';
import { rejectField } from './portal-row.ts';
import { readEmail, readSerial, readText } from './read-fields.ts';

export type ReadCertificate =
  | { readonly verdict: 'candidate'; readonly candidate: CertificateCandidate }
  | { readonly verdict: 'authority'; readonly serial: Serial; readonly subject: string }
  | { readonly verdict: 'reject'; readonly reject: Reject };

/** Reads one certificate, PEM or DER. Nothing is verified: whether to trust its issuer is not the intake's question. */
export function readCertificate(encoded: Buffer | string): ReadCertificate {
  const parsed = parseCertificate(encoded);
  if (!parsed) return rejected('certificate', 'not-a-certificate', '');
  const serial = readSerial(parsed.serialNumber);
  if (serial instanceof Fault) return rejected('certificate_serial', serial.code, parsed.serialNumber);
  const parts = subjectParts(parsed);
  const subject = readText(subjectText(parts), 'subject');
  if (subject instanceof Fault && subject.code !== 'missing') return rejected('certificate_subject', subject.code, '');
  const shown = subject instanceof Fault ? '' : subject;
  if (parsed.ca) return { verdict: 'authority', serial, subject: shownValue(shown) };

  const [notBefore, notAfter] = [parsed.validFromDate.getTime(), parsed.validToDate.getTime()];
  if (Number.isNaN(notBefore)) return rejected('not_before', 'no-such-day', parsed.validFrom);
  if (Number.isNaN(notAfter)) return rejected('not_after', 'no-such-day', parsed.validTo);
  if (notAfter <= notBefore) return rejected('not_after', 'expiry-before-start', parsed.validTo);

  const identity = orNull(readText(valuesOf(parts, 'serialNumber'), 'name'));
  const certificate = { serial, subject: shown, identity, notBefore, notAfter, status: null, pem: parsed.toString() };
  const candidate = {
    certificate,
    email: emailOf(parsed.subjectAltName ?? '') ?? orNull(readEmail(valuesOf(parts, 'emailAddress'))),
    givenName: orNull(readText(valuesOf(parts, 'GN'), 'name')),
    familyName: orNull(readText(valuesOf(parts, 'SN'), 'name')),
  };
  return { verdict: 'candidate', candidate };
}

function rejected(field: Reject['field'], code: Reject['code'], value: string): ReadCertificate {
  return { verdict: 'reject', reject: rejectField(field, code, value) };
}

function parseCertificate(encoded: Buffer | string): X509Certificate | null {
  try {
    const parsed = new X509Certificate(encoded);
    // OpenSSL stops where the certificate ends; what follows in a DER file would go unnoticed.
    return typeof encoded === 'string' || parsed.raw.length === encoded.length ? parsed : null;
  } catch {
    return null;
  }
}

/** One part of a subject (an RDN) is mostly one attribute. Names are OpenSSL's short ones: `SN` is the surname. */
type SubjectPart = readonly { readonly name: string; readonly escaped: string }[];

/**
 * Node separates parts by line breaks and the attributes of one by " + ", and escapes both inside a value. Not by
 * `toLegacyObject()`: on a certificate with a damaged public key that one crashes the whole process (Node 24.21).
 */
function subjectParts({ subject }: X509Certificate): readonly SubjectPart[] {
  return (subject ?? '').split('\n').map((part) =>
    part.split(' + ').map((attribute) => {
      const [name = '', ...value] = attribute.split('=');
      return { name, escaped: value.join('=') };
    }),
  );
}

/**
 * The subject in RFC 4514's order (most specific first) and escaping, in UTF-8: `CN=Magdalena Kaźmierczak, C=PL`. Without
 * `serialNumber`: in Poland that is the personal number (ETSI EN 319 412-1), which is kept as the identity alone.
 */
function subjectText(parts: readonly SubjectPart[]): string {
  return parts
    .map((part) => part.filter(({ name }) => name !== 'serialNumber'))
    .map((part) => part.map(({ name, escaped }) => `${name}=${escaped}`).join('+'))
    .filter((part) => part !== '' && part !== '=')
    .reverse()
    .join(', ');
}

/** The values of one kind of attribute, in the order in which they stand, unescaped (RFC 4514, 2.4). */
function valuesOf(parts: readonly SubjectPart[], wanted: string): string {
  return parts
    .flat()
    .filter(({ name }) => name === wanted)
    .map(({ escaped }) =>
      escaped.replace(/\\(?:([0-9A-Fa-f]{2})|(.))/gs, (_, hex?: string, character = '') =>
        hex === undefined ? character : String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    )
    .join(' ');
}

/** `email:a@b.pl, DNS:x.y, email:"…"`: Node quotes what could be taken for a separator, as in JSON. */
const ALTERNATIVE_NAME = /([^:,]+):("(?:[^"\\]|\\.)*"|[^",]*)(?:, |$)/y;

function emailOf(alternativeNames: string): string | null {
  for (const [, kind, value = ''] of alternativeNames.matchAll(new RegExp(ALTERNATIVE_NAME, 'gy'))) {
    const email = kind === 'email' ? readEmail(value) : null;
    if (typeof email === 'string') return email;
  }
  return null;
}

function orNull(read: string | Fault): string | null {
  return typeof read === 'string' ? read : null;
}
