import type { CaseId, CustomerId } from './ids.ts';

/** A row of the audit log exactly as it is hashed: its values in the order of `columns`. */
export type ProofRow = readonly (string | number | null)[];

/** Either an entry that the proof is about, or only the digest of somebody else's. */
export type ProofLink = { readonly row: ProofRow } | { readonly digest: string };

/** A stretch of the chain from before the first entry it proves up to a checkpoint that the installation signed. */
export interface ProofSegment {
  readonly after: { readonly seq: number; readonly hash: string };
  readonly links: readonly ProofLink[];
  readonly checkpoint: { readonly seq: number; readonly hash: string; readonly signature: string };
}

/** Entries of the audit log with what proves that they stand in it unchanged. Described in docs/audit-proof.md. */
export interface AuditProof {
  readonly format: typeof PROOF_FORMAT;
  readonly installation: string;
  readonly about: { readonly customerId: CustomerId; readonly caseId: CaseId | null };
  readonly columns: readonly string[];
  /** Ed25519, SPKI in PEM. */
  readonly publicKey: string;
  readonly segments: readonly ProofSegment[];
}

export const PROOF_FORMAT = 'ecsc-audit-proof/1';

/** What a check of a proof found. `fingerprint` is the SHA-256 of the signing key: compare it with the installation's. */
export type ProofVerdict =
  | { readonly holds: true; readonly entries: number; readonly checkpoints: number; readonly fingerprint: string }
  | { readonly holds: false; readonly why: ProofFault; readonly seq: number | null };
export type ProofFault =
  | 'not-a-proof'
  | 'chain-broken'
  | 'signature-wrong'
  | 'other-subject'
  | 'other-installation'
  | 'other-key';
