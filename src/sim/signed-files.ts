import { constants, createReadStream } from 'node:fs';
import { access, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import type { ValidSignature } from './cms-verify.ts';
import { type DocumentSignature, signDocument, verifyDocument } from './secure-doc.ts';

const LARGEST_SIGNATURE = 1_000_000;

export interface SignedFile extends DocumentSignature {
  readonly file: string;
  readonly signatureFile: string;
  readonly authorityFile: string;
}

/** Where the signature of a file is, unless somebody says otherwise. */
export function signatureFileOf(file: string): string {
  return `${file}.p7s`;
}

/**
 * Signs a file through the bridge to the cloud key and writes FILE.p7s (detached CMS) and FILE.ca.pem (the training's
 * authority) beside it: `openssl cms -verify -binary -inform DER -in FILE.p7s -content FILE -CAfile FILE.ca.pem
 * -purpose any -out /dev/null` then says so.
 */
export function signFile(app: App, serial: Serial, otp: string, file: string): Promise<SimAnswer<SignedFile>> {
  return inTraining(app, async () => {
    if (!(await isReadable(file))) return refused({ code: 'document-unreadable', path: file });
    const signatureFile = signatureFileOf(file);
    const authorityFile = `${file}.ca.pem`;
    const drafts = { signature: `${signatureFile}.tmp`, authority: `${authorityFile}.tmp` };
    const unwritten = refused({ code: 'signature-not-written', path: signatureFile });
    try {
      // Before the OTP is spent: is there a place for the signature?
      if (!(await write(drafts.signature, '')) || !(await write(drafts.authority, ''))) return unwritten;
      const signed = await signDocument(app, serial, otp, { name: basename(file), content: createReadStream(file) });
      if (signed.verdict === 'refused') return signed;
      const { signature, authority } = signed.value;
      const written =
        (await write(drafts.signature, signature)) && (await write(drafts.authority, authority.toString()));
      if (!written) return unwritten;
      await rename(drafts.signature, signatureFile);
      await rename(drafts.authority, authorityFile);
      return given({ ...signed.value, file, signatureFile, authorityFile });
    } finally {
      for (const draft of Object.values(drafts)) await discard(draft);
    }
  });
}

/** Verifies a file's detached signature. A signature is small: what is larger than `LARGEST_SIGNATURE` is none. */
export async function verifyFile(app: App, file: string, signatureFile: string): Promise<SimAnswer<ValidSignature>> {
  return inTraining(app, async () => {
    for (const path of [file, signatureFile])
      if (!(await isReadable(path))) return refused({ code: 'document-unreadable', path });
    const { size } = await stat(signatureFile);
    const signature = size > LARGEST_SIGNATURE ? Buffer.alloc(0) : await readFile(signatureFile);
    return verifyDocument(app, signature, createReadStream(file));
  });
}

export async function isReadable(file: string): Promise<boolean> {
  try {
    // A FIFO would keep us waiting for ever.
    if (!(await stat(file)).isFile()) return false;
    await access(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder that somebody put in a draft's place is not ours to remove. */
async function discard(draft: string): Promise<void> {
  try {
    await rm(draft, { force: true });
  } catch {
    return;
  }
}

/** Writes a draft anew; a link in its place is replaced, not followed. */
async function write(draft: string, content: string | Uint8Array): Promise<boolean> {
  try {
    await rm(draft, { force: true });
    const handle = await open(draft, 'wx');
    await handle.writeFile(content);
    await handle.close();
    return true;
  } catch {
    return false;
  }
}
