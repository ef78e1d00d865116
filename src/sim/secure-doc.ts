import { createHash, createPublicKey, type X509Certificate } from 'node:crypto';
import type { App } from '../app.ts';
import type { Instant, Serial } from '../domain/ids.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer } from './answer.ts';
import { signCms } from './cms-sign.ts';
import { type ValidSignature, verifyCms } from './cms-verify.ts';
import { bridgeRefusal, computerOf } from './computer.ts';
import { cloudKey } from './hsm.ts';
import { tick } from './network.ts';
import { trainingCa, trainingCertificate } from './training-ca.ts';

type Content = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface DocumentSignature {
  /** SHA-256 of the document, hex. */
  readonly digest: string;
  /** Detached CMS (CAdES-B-B), DER. */
  readonly signature: Uint8Array;
  /** The certificate of the training's authority, which verifies it. */
  readonly authority: X509Certificate;
  readonly signedAt: Instant;
}

/** *Sign files → Cryptographic devices → the certificate → OK → OTP*: the OTP authorises one signature over one document. */
export function signDocument(
  app: App,
  serial: Serial,
  otp: string,
  document: { readonly name: string; readonly content: Content },
): Promise<SimAnswer<DocumentSignature>> {
  return inTraining(app, async (world) => {
    await tick(app);
    const owned = await ownedCertificate(app, serial);
    if (owned.verdict === 'refused') return owned;
    const { actor, account, view } = owned.value;
    const computer = computerOf(world, account.customerId);
    if (computer.secureDoc.on === 'absent') return refused({ code: 'secure-doc-not-installed' });
    const unbridged = bridgeRefusal(computer.desktop);
    if (unbridged) return refused(unbridged);
    const digest = await digestOf(document.content);
    const hex = digest.toString('hex');
    const { name } = document;
    // Everything that can fail comes before the OTP is spent.
    const key = await cloudKey(world, serial);
    const ca = await trainingCa(world, app.now());
    const person = { account, certificate: view.certificate };
    const certificate = await trainingCertificate(ca, person, createPublicKey(key));
    const authority = ca.certificate;
    const answer = await app.perform(actor, { type: 'sign-document', serial, otp, digest: hex, name });
    if (answer.verdict === 'refused') return refused(answer.refusal);
    const at = answer.facts.at(-1)?.at ?? app.now();
    const signature = await signCms({ digest, at, key, certificate, authority });
    return given({ digest: hex, signature, authority, signedAt: at });
  });
}

/** *Verify*: is this the signature of this document, made in this training? */
export function verifyDocument(app: App, signature: Uint8Array, content: Content): Promise<SimAnswer<ValidSignature>> {
  return inTraining(app, async (world) => {
    const { certificate } = await trainingCa(world, app.now());
    const checked = await verifyCms(signature, await digestOf(content), certificate);
    return checked.verdict === 'valid' ? given(checked) : refused({ code: 'signature-not-valid', why: checked.why });
  });
}

async function digestOf(content: Content): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest();
}
