import { createHash, createPublicKey, createSign } from 'node:crypto';
import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { cloudKey } from './hsm.ts';
import { tick } from './network.ts';

export interface DocumentSignature {
  /** SHA-256 of the document, hex. */
  readonly digest: string;
  /** ECDSA on P-256 with SHA-256, DER. */
  readonly signature: Uint8Array;
  readonly publicKeyPem: string;
}

/** *Sign files → Cryptographic devices → the certificate → OK → OTP*: the OTP authorises one signature over one document. */
export function signDocument(
  app: App,
  serial: Serial,
  otp: string,
  document: { readonly name: string; readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array> },
): Promise<SimAnswer<DocumentSignature>> {
  return inTraining(app, async (world) => {
    await tick(app);
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    // Digest and signature see the same bytes, whatever happens to the file meanwhile.
    const hash = createHash('sha256');
    const signer = createSign('sha256');
    for await (const chunk of document.content) {
      hash.update(chunk);
      signer.update(chunk);
    }
    const digest = hash.digest('hex');
    const { name } = document;
    const answer = await app.perform(owned.value.actor, { type: 'sign-document', serial, otp, digest, name });
    if (answer.verdict === 'refused') return refused(answer.refusal);
    const key = await cloudKey(world, serial);
    const publicKeyPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    return given({ digest, signature: signer.sign(key), publicKeyPem });
  });
}
