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
  const subject = readText(subjectOf(parsed), 'subject');
  if (subject instanceof Fault && subject.code !== 'missing') return rejected('certificate_subject', subject.code, '');
  const shown = subject instanceof Fault ? '' : subject;
  if (parsed.ca) return { verdict: 'authority', serial, subject: shownValue(shown) };

  const [notBefore, notAfter] = [parsed.validFromDate.getTime(), parsed.validToDate.getTime()];
  if (Number.isNaN(notBefore)) return rejected('not_before', 'no-such-day', parsed.validFrom);
  if (Number.isNaN(notAfter)) return rejected('not_after', 'no-such-day', parsed.validTo);
  if (notAfter <= notBefore) return rejected('not_after', 'expiry-before-start', parsed.validTo);

  const attributes = attributesOf(parsed);
  const identity = orNull(readText(attributes('serialNumber'), 'name'));
  const certificate = { serial, subject: shown, identity, notBefore, notAfter, status: null, pem: parsed.toString() };
  const candidate = {
    certificate,
    email: emailOf(parsed.subjectAltName ?? '') ?? orNull(readEmail(attributes('emailAddress'))),
    givenName: orNull(readText(attributes('GN'), 'name')),
    familyName: orNull(readText(attributes('SN'), 'name')),
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

/**
 * The subject in RFC 4514's order (most specific first) and escaping, in UTF-8: `CN=Magdalena Kaźmierczak, C=PL`. Without
 * `serialNumber`: in Poland that is the personal number (ETSI EN 319 412-1), which is kept as the identity alone.
 */
function subjectOf({ subject }: X509Certificate): string {
  // Node separates the parts by line breaks, and escapes those and " + " inside a value.
  const parts = (subject ?? '').split('\n').map((part) =>
    part
      .split(' + ')
      .filter((attribute) => !attribute.startsWith('serialNumber='))
      .join('+'),
  );
  return parts
    .filter((part) => part !== '')
    .reverse()
    .join(', ');
}

/** Values of the subject by OpenSSL's short names (`SN` is the surname there), several of one kind in one text. */
function attributesOf(parsed: X509Certificate): (name: string) => string {
  const values: Readonly<Record<string, unknown>> = { ...parsed.toLegacyObject().subject };
  return (name) => [values[name] ?? ''].flat().join(' ');
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
