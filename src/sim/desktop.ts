import { constants, createReadStream } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import { type DocumentSignature, signDocument } from './secure-doc.ts';

export interface SignedFile extends DocumentSignature {
  readonly file: string;
  readonly signatureFile: string;
  readonly publicKeyFile: string;
}

/**
 * Signs a file through the bridge to the cloud key and writes FILE.sig and FILE.pub.pem beside it:
 * `openssl dgst -sha256 -verify FILE.pub.pem -signature FILE.sig FILE` then says OK.
 */
export function signFile(app: App, serial: Serial, otp: string, file: string): Promise<SimAnswer<SignedFile>> {
  return inTraining(app, async () => {
    if (!(await isReadable(file))) return refused({ code: 'document-unreadable', path: file });
    const signatureFile = `${file}.sig`;
    const publicKeyFile = `${file}.pub.pem`;
    const drafts = { signature: `${signatureFile}.tmp`, publicKey: `${publicKeyFile}.tmp` };
    const unwritten = refused({ code: 'signature-not-written', path: signatureFile });
    try {
      // Before the OTP is spent: is there a place for the signature?
      if (!(await write(drafts.signature, '')) || !(await write(drafts.publicKey, ''))) return unwritten;
      const signed = await signDocument(app, serial, otp, { name: basename(file), content: createReadStream(file) });
      if (signed.verdict === 'refused') return signed;
      const { signature, publicKeyPem } = signed.value;
      const written = (await write(drafts.signature, signature)) && (await write(drafts.publicKey, publicKeyPem));
      if (!written) return unwritten;
      await rename(drafts.signature, signatureFile);
      await rename(drafts.publicKey, publicKeyFile);
      return given({ ...signed.value, file, signatureFile, publicKeyFile });
    } finally {
      for (const draft of Object.values(drafts)) await discard(draft);
    }
  });
}

async function isReadable(file: string): Promise<boolean> {
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
