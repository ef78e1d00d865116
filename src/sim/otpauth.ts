import { generateURI, ScureBase32Plugin } from 'otplib';

/** The issuer as the app shows it: nobody takes a training entry for a real one. */
const TRAINING_ISSUER = 'EuroCert TRAINING';

/** Bytes that fit version 6 at level L in byte mode (ISO/IEC 18004, table 7): 41 modules, 23 rows with quiet zone. */
const QR_BYTES = 134;
const SHORTEST_SECRET = 16;
const base32 = new ScureBase32Plugin();

export interface OtpauthEntry {
  readonly issuer: string;
  readonly label: string;
  /** Hex. */
  readonly secret: string;
}

/** The URI in the secret's QR. A long e-mail address is cut so that the QR fits a terminal of 24 lines. */
export function otpauthUri(email: string, serial: string, secret: Uint8Array): string {
  const encoded = base32.encode(secret, { padding: false });
  const ending = ` ${serial.slice(-4)}`;
  const uri = (length: number) =>
    generateURI({ issuer: TRAINING_ISSUER, label: `${email.slice(0, length)}${ending}`, secret: encoded });
  let length = email.length;
  while (length > 0 && uri(length).length > QR_BYTES) length -= 1;
  return uri(length);
}

/** Reads the URI of a QR; null when it is none, or asks for anything but the app's SHA-1, 6 digits, 30 s. */
export function readOtpauth(text: string): OtpauthEntry | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, searchParams } = new URL(text);
  const secret = secretBytes(searchParams.get('secret') ?? '');
  const name = decode(pathname.slice(1));
  if (protocol !== 'otpauth:' || host !== 'totp' || !isDefault(searchParams) || !secret || name === null) return null;
  const [first = '', ...rest] = name.split(':');
  const label = rest.length > 0 ? rest.join(':').trim() : first;
  const issuer = searchParams.get('issuer') ?? (rest.length > 0 ? first : '');
  return { issuer, label, secret: Buffer.from(secret).toString('hex') };
}

/** The bytes of a base32 secret; null when it is not base32, or shorter than RFC 4226 (4, R6) allows. */
function secretBytes(secret: string): Uint8Array | null {
  try {
    const bytes = base32.decode(secret);
    return bytes.length >= SHORTEST_SECRET ? bytes : null;
  } catch {
    return null;
  }
}

function isDefault(params: URLSearchParams): boolean {
  const wanted = { algorithm: 'SHA1', digits: '6', period: '30' };
  return Object.entries(wanted).every(([name, value]) => (params.get(name) ?? value).toUpperCase() === value);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
