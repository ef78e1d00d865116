import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type AuditProof, PROOF_FORMAT, type ProofSegment, type ProofVerdict } from '../domain/audit-proof.ts';
import { COLUMNS, checkpointBytes, fingerprintOf, genesis, linkHash, rowDigest } from './audit-chain.ts';

type Fault = Extract<ProofVerdict, { holds: false }>;

/**
 * Checks a proof by itself, without the database it came from: each entry leads, link by link, to a checkpoint signed by
 * the key in the file. Whose key that is, only its fingerprint tells: give the installation's to have it compared.
 */
export function checkProof(text: string, fingerprint: string | null): ProofVerdict {
  try {
    return checked(JSON.parse(text) as AuditProof, fingerprint);
  } catch {
    // Whatever was given has not the shape of a proof.
    return { holds: false, why: 'not-a-proof', seq: null };
  }
}

function checked(proof: AuditProof, wanted: string | null): ProofVerdict {
  // What a value is called no hash covers: under other names the same entries would tell something else.
  const told = proof.format === PROOF_FORMAT && proof.columns.join(', ') === COLUMNS;
  if (!told) return { holds: false, why: 'not-a-proof', seq: null };
  const key = createPublicKey(proof.publicKey);
  const fingerprint = fingerprintOf(key);
  if (wanted !== null && fingerprint !== wanted.toLowerCase().replaceAll(':', '')) {
    return { holds: false, why: 'other-key', seq: null };
  }
  for (const segment of proof.segments) {
    const fault = faultOf(segment, proof, key);
    if (fault) return fault;
  }
  const rows = proof.segments.flatMap(({ links }) => links.filter((link) => 'row' in link));
  return { holds: true, entries: rows.length, checkpoints: proof.segments.length, fingerprint };
}

function faultOf({ after, links, checkpoint }: ProofSegment, proof: AuditProof, key: KeyObject): Fault | null {
  if (after.seq === 0 && after.hash !== genesis(proof.installation)) {
    return { holds: false, why: 'other-installation', seq: 0 };
  }
  let { seq, hash: head } = after;
  for (const link of links) {
    seq += 1;
    if ('row' in link) {
      if (link.row[0] !== seq) return { holds: false, why: 'chain-broken', seq };
      if (!isAbout(link.row, proof)) return { holds: false, why: 'other-subject', seq };
    }
    head = linkHash(head, 'row' in link ? rowDigest(link.row) : link.digest);
  }
  if (seq !== checkpoint.seq || head !== checkpoint.hash) return { holds: false, why: 'chain-broken', seq };
  const signature = Buffer.from(checkpoint.signature, 'base64');
  const genuine = verify(null, checkpointBytes(seq, head), key, signature);
  return genuine ? null : { holds: false, why: 'signature-wrong', seq };
}

function isAbout(row: readonly unknown[], { about: { customerId, caseId }, columns }: AuditProof): boolean {
  return caseId === null
    ? row[columns.indexOf('customer_id')] === customerId
    : row[columns.indexOf('case_id')] === caseId;
}
