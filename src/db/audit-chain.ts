import { hash, type KeyObject, sign, verify } from 'node:crypto';
import type Database from 'better-sqlite3';
import { type AuditRecord, redact } from '../domain/audit.ts';
import type { Instant } from '../domain/ids.ts';
import type { AuditCheck, AuditVerdict } from '../domain/read-models.ts';
import type { Anchor } from './anchor.ts';
import { clockSetAfter } from './clock-set.ts';
import type { Keys } from './keys.ts';

/** A signed checkpoint every so many entries: a forger needs the signing key to re-hash past one. */
const CHECKPOINT_EVERY = 1_000;
const BATCH = 2_000;

interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
}

/** A row of `audit_log` in the order in which it is hashed. */
type Row = readonly [
  seq: number,
  at: number,
  actorKind: string,
  actorId: string,
  command: string,
  customerId: string | null,
  serial: string | null,
  caseId: string | null,
  ticket: string | null,
  reason: string | null,
  note: string | null,
  verdict: string,
  refusal: string | null,
  facts: string,
];

export interface AuditChain {
  /** Adds entries inside the current transaction. */
  append(...records: readonly AuditRecord[]): void;
  /** Signs the newest entry as it stands, unless a checkpoint stands there already. */
  signHead(now: Instant): void;
  /**
   * The latest moment that was written down, whatever a clock set back wrote after it; null while the log is empty. In a
   * training database, of the entries since its clock was last set: there the time is the trainer's.
   */
  lastAt(): Instant | null;
}

export const COLUMNS =
  'seq, at, actor_kind, actor_id, command, customer_id, serial, case_id, ticket, reason, note, verdict, refusal, facts';

/** The hash the first entry links to: it names the installation, so a log cannot be spliced into another one. */
export function genesis(installation: string): string {
  return sha256(`ecsc audit of ${installation}`);
}

/** The writer's side of the chain. */
export function auditChain(db: Database.Database, keys: Keys): AuditChain {
  const head = db.prepare<[], Head>('SELECT seq, hash, at FROM audit_log ORDER BY seq DESC LIMIT 1');
  const latest = db
    .prepare<[number], Instant>('SELECT at FROM audit_log WHERE seq > ? ORDER BY at DESC, seq DESC LIMIT 1')
    .pluck();
  const setAfter = clockSetAfter(db);
  const insert = db.prepare(
    `INSERT INTO audit_log (${COLUMNS}, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCheckpoint = db.prepare(
    'INSERT OR IGNORE INTO audit_checkpoints (seq, hash, at, signature) VALUES (?, ?, ?, ?)',
  );
  const checkpoint = (seq: number, link: string, at: Instant) => {
    const signature = sign(null, checkpointBytes(seq, link), keys.signing().privateKey).toString('base64');
    insertCheckpoint.run(seq, link, at, signature);
  };
  return {
    lastAt: () => latest.get(setAfter()) ?? null,
    append(...records) {
      let { seq, hash: prevHash } = head.get() ?? { seq: 0, hash: genesis(keys.installation) };
      for (const record of records) {
        seq += 1;
        const row = toRow(seq, record);
        const link = linkHash(prevHash, rowDigest(row));
        insert.run(...row, prevHash, link);
        prevHash = link;
        if (seq % CHECKPOINT_EVERY === 0) checkpoint(seq, link, record.at);
      }
    },
    signHead(now) {
      const newest = head.get();
      if (newest) checkpoint(newest.seq, newest.hash, now);
    },
  };
}

function toRow(seq: number, record: AuditRecord): Row {
  const { at, actor, command, customerId, serial, caseId, ticket, reason, note, verdict, refusal } = record;
  const facts = JSON.stringify(record.facts.map(redact));
  return [
    seq,
    at,
    actor.kind,
    actor.id,
    command,
    customerId,
    serial,
    caseId,
    ticket,
    reason,
    note,
    verdict,
    refusal,
    facts,
  ];
}

/**
 * One pass over the log as it stands at the beginning, in batches, yielding to the event loop between them: what others
 * write meanwhile has checkpoints of its own. Rejects when the signal stops it.
 */
export async function verifyChain(
  db: Database.Database,
  keys: Keys,
  { onProgress = () => undefined, signal, knownHead }: AuditCheck = {},
  anchor: Anchor | null = null,
): Promise<AuditVerdict> {
  const { total, newest, signed } = extentOf(db);
  const page = db
    .prepare(`SELECT ${COLUMNS}, prev_hash, hash FROM audit_log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${BATCH}`)
    .raw();
  let head = { seq: 0, hash: genesis(keys.installation) };
  let knownHeadEntry = head.hash === knownHead ? 0 : null;
  for (;;) {
    signal?.throwIfAborted();
    const rows = page.all(head.seq, newest) as [...Row, string, string][];
    if (rows.length === 0) break;
    for (const row of rows) {
      const bad = faultOf(row, head, signed.get(row[0]), keys) ?? faultAtAnchor(row, anchor);
      if (bad) return { intact: false, entries: total, firstBad: row[0], why: bad };
      head = { seq: row[0], hash: row[15] };
      if (head.hash === knownHead) knownHeadEntry = head.seq;
    }
    onProgress(head.seq, total);
    await new Promise(setImmediate);
  }
  const beyond = [...signed.keys()].find((seq) => seq > head.seq);
  if (beyond !== undefined) return { intact: false, entries: total, firstBad: head.seq + 1, why: 'tail-cut' };
  if (anchor && anchor.seq > head.seq) {
    return { intact: false, entries: total, firstBad: head.seq + 1, why: 'rolled-back' };
  }
  if (knownHead !== undefined && knownHeadEntry === null) {
    return { intact: false, entries: total, firstBad: head.seq + 1, why: 'head-missing' };
  }
  return {
    intact: true,
    entries: total,
    head: head.hash,
    knownHeadEntry,
    fingerprint: fingerprintOf(keys.signing().publicKey),
  };
}

/** A log that is whole in itself may still be another one than this computer has seen. */
function faultAtAnchor(row: [...Row, string, string], anchor: Anchor | null): 'rolled-back' | null {
  return row[0] === anchor?.seq && row[15] !== anchor.hash ? 'rolled-back' : null;
}

type Checkpoint = { readonly seq: number; readonly hash: string; readonly signature: string };

/** How far the log reaches and what of it is signed, both of one moment. */
function extentOf(db: Database.Database) {
  return db.transaction(() => ({
    total: db.prepare<[], number>('SELECT count(*) FROM audit_log').pluck().get() ?? 0,
    newest: db.prepare<[], number | null>('SELECT max(seq) FROM audit_log').pluck().get() ?? 0,
    signed: checkpoints(db),
  }))();
}

function checkpoints(db: Database.Database): ReadonlyMap<number, Checkpoint> {
  const rows = db.prepare<[], Checkpoint>('SELECT seq, hash, signature FROM audit_checkpoints ORDER BY seq').all();
  return new Map(rows.map((row) => [row.seq, row]));
}

function faultOf(
  row: [...Row, string, string],
  head: { readonly seq: number; readonly hash: string },
  signed: Checkpoint | undefined,
  keys: Keys,
): Extract<AuditVerdict, { intact: false }>['why'] | null {
  const [prevHash, link] = [row[14], row[15]];
  if (row[0] !== head.seq + 1) return 'gap';
  if (prevHash !== head.hash) return head.seq === 0 ? 'other-installation' : 'link-broken';
  if (linkHash(prevHash, rowDigest(row.slice(0, 14))) !== link) return 'content-changed';
  if (!signed && row[0] % CHECKPOINT_EVERY !== 0) return null;
  const genuine =
    signed?.hash === link &&
    verify(null, checkpointBytes(row[0], link), keys.signing().publicKey, Buffer.from(signed.signature, 'base64'));
  return genuine ? null : 'signature-wrong';
}

/** What an entry adds to the chain: of others' entries a proof tells this and no more. */
export function rowDigest(row: readonly (string | number | null)[]): string {
  return sha256(JSON.stringify(row));
}

export function linkHash(prevHash: string, digest: string): string {
  return sha256(`${prevHash}\n${digest}`);
}

export function checkpointBytes(seq: number, hash: string): Buffer {
  return Buffer.from(`ecsc checkpoint ${seq} ${hash}`);
}

/** SHA-256 of the public key that signs the checkpoints (SPKI, DER), in hex: written down elsewhere, it tells a forged one. */
export function fingerprintOf(key: KeyObject): string {
  return hash('sha256', key.export({ type: 'spki', format: 'der' }), 'hex');
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
