import type Database from 'better-sqlite3';
import { type AuditProof, PROOF_FORMAT, type ProofRow, type ProofSegment } from '../domain/audit-proof.ts';
import { auditChain, COLUMNS, rowDigest } from './audit-chain.ts';
import type { Keys } from './keys.ts';
import type { Writing } from './writing.ts';

interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
  readonly signature: string;
}

/**
 * The entries of a case, or of an account, with the chain from before each of them to the next signed checkpoint. Where
 * the log has none beyond the last entry, its head is signed now. Of other subscribers' entries only digests are told.
 */
export async function auditProof(
  writing: Writing,
  keys: Keys,
  about: AuditProof['about'],
  now: number,
): Promise<AuditProof> {
  const { db, transact } = writing();
  return transact(() => {
    auditChain(db, keys).signHead(now);
    return {
      format: PROOF_FORMAT,
      installation: keys.installation,
      about,
      columns: COLUMNS.split(', '),
      publicKey: keys.signing().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      segments: segmentsOf(db, about),
    };
  });
}

function segmentsOf(db: Database.Database, { customerId, caseId }: AuditProof['about']): readonly ProofSegment[] {
  const wanted = db
    .prepare<[string], number>(
      `SELECT seq FROM audit_log WHERE ${caseId === null ? 'customer_id' : 'case_id'} = ? ORDER BY seq`,
    )
    .pluck();
  const next = db.prepare<[number], Checkpoint>(
    'SELECT seq, hash, signature FROM audit_checkpoints WHERE seq >= ? ORDER BY seq LIMIT 1',
  );
  const seqs = wanted.all(caseId ?? customerId);
  const ends = Map.groupBy(seqs, (seq) => next.get(seq)?.seq);
  return [...ends.values()].map((own) => {
    const first = own[0] ?? 0;
    const checkpoint = next.get(first);
    if (!checkpoint) throw new Error('an entry beyond the signed head');
    return segment(db, first, checkpoint, new Set(own));
  });
}

function segment(
  db: Database.Database,
  first: number,
  checkpoint: Checkpoint,
  wanted: ReadonlySet<number>,
): ProofSegment {
  const rows = db
    .prepare<[number, number]>(`SELECT ${COLUMNS}, prev_hash FROM audit_log WHERE seq BETWEEN ? AND ? ORDER BY seq`)
    .raw()
    .all(first, checkpoint.seq) as (string | number | null)[][];
  const links = rows.map((values) => {
    const row = values.slice(0, -1) as ProofRow;
    return wanted.has(Number(row[0])) ? { row } : { digest: rowDigest(row) };
  });
  return { after: { seq: first - 1, hash: String(rows[0]?.at(-1)) }, links, checkpoint };
}
