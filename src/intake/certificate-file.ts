import type { FileHandle } from 'node:fs/promises';
import type { CertificateVerdict, Origin, RejectCode } from './candidate.ts';
import { encodingShown } from './encoding.ts';
import { openRegular } from './open-regular.ts';
import { type PemBlock, readPemBlocks } from './pem-blocks.ts';
import { readTextBlocks } from './text-blocks.ts';
import { type ReadCertificate, readCertificate } from './x509.ts';

export interface CertificateBatch {
  readonly verdicts: readonly CertificateVerdict[];
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
}

/** No certificate is longer. */
const LONGEST_DER = 256 * 1024;
const SAMPLE = 4 * 1024;

/**
 * Reads a file of certificates: one in DER, or any number in PEM. Each PEM block becomes a verdict; a private key is
 * refused and neither kept nor repeated. @throws when the file cannot be read any more.
 */
export async function* readCertificateFile(path: string, form: 'pem' | 'der'): AsyncGenerator<CertificateBatch> {
  const handle = await openRegular(path);
  if (typeof handle === 'string') throw new Error(`${path}: ${handle}`);
  try {
    if (form === 'der') yield await readDer(handle);
    else yield* readPem(handle);
  } finally {
    await handle.close();
  }
}

async function readDer(handle: FileHandle): Promise<CertificateBatch> {
  const { size } = await handle.stat();
  const bytes = await readStart(handle, LONGEST_DER + 1);
  const origin: Origin = { record: 1, line: 1, original: () => '' };
  return { verdicts: [{ ...origin, ...judgeDer(bytes) }], bytesRead: size };
}

function judgeDer(bytes: Buffer): ReadCertificate {
  if (isContainer(bytes)) return rejected('container');
  return bytes.length > LONGEST_DER ? rejected('not-a-certificate') : readCertificate(bytes);
}

async function* readPem(handle: FileHandle): AsyncGenerator<CertificateBatch> {
  const encoding = encodingShown(await readStart(handle, SAMPLE)) ?? 'utf-8';
  let record = 0;
  for await (const { blocks, bytesRead } of readPemBlocks(readTextBlocks(handle, encoding))) {
    yield { verdicts: blocks.map((block) => judge(block, ++record)), bytesRead };
  }
}

function judge({ label, text, line }: PemBlock, record: number): CertificateVerdict {
  const isSecret = label.includes('PRIVATE KEY');
  const origin: Origin = { record, line, original: () => (isSecret ? '' : text) };
  if (isSecret) return { ...origin, ...rejected('private-key') };
  if (label === 'PKCS7' || label === 'CMS') return { ...origin, ...rejected('container') };
  if (label !== 'CERTIFICATE' && label !== 'X509 CERTIFICATE') return { ...origin, ...rejected('not-a-certificate') };
  return { ...origin, ...readCertificate(text) };
}

function rejected(code: RejectCode) {
  return { verdict: 'reject', reject: { field: 'certificate', code, value: '' } } as const;
}

/** PKCS#7's object identifier (RFC 2315) or PKCS#12's version 3 (RFC 7292), right after the outer header. */
function isContainer(der: Buffer): boolean {
  const lengthOctets = (der[1] ?? 0) & 0x7f;
  const content = der.subarray(2 + lengthOctets);
  const pkcs7 = Buffer.from('06092a864886f70d0107', 'hex');
  const pkcs12 = Buffer.from('020103', 'hex');
  return [pkcs7, pkcs12].some((beginning) => content.subarray(0, beginning.length).equals(beginning));
}

async function readStart(handle: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, 0);
  return buffer.subarray(0, bytesRead);
}
