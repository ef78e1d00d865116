import { hash, sign, verify } from 'node:crypto';
import type Database from 'better-sqlite3';
import { type AuditRecord, redact } from '../domain/audit.ts';
import type { Instant } from '../domain/ids.ts';
import type { AuditVerdict } from '../domain/read-models.ts';
import type { Anchor } from './anchor.ts';
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
  /** When the newest entry was written; null while the log is empty. */
  lastAt(): Instant | null;
}

const COLUMNS =
  'seq, at, actor_kind, actor_id, command, customer_id, serial, case_id, ticket, reason, note, verdict, refusal, facts';

/** The hash the first entry links to: it names the installation, so a log cannot be spliced into another one. */
export function genesis(installation: string): string {
  return sha256(`ecsc audit of ${installation}`);
}

/** The writer's side of the chain. */
export function auditChain(db: Database.Database, keys: Keys): AuditChain {
  const head = db.prepare<[], Head>('SELECT seq, hash, at FROM audit_log ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    `INSERT INTO audit_log (${COLUMNS}, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const checkpoint = db.prepare('INSERT INTO audit_checkpoints (seq, hash, at, signature) VALUES (?, ?, ?, ?)');
  return {
    lastAt: () => head.get()?.at ?? null,
    append(...records) {
      let { seq, hash: prevHash } = head.get() ?? { seq: 0, hash: genesis(keys.installation) };
      for (const record of records) {
        seq += 1;
        const row = toRow(seq, record);
        const link = linkHash(prevHash, row);
        insert.run(...row, prevHash, link);
        prevHash = link;
        if (seq % CHECKPOINT_EVERY !== 0) continue;
        const signature = sign(null, checkpointBytes(seq, link), keys.signing().privateKey).toString('base64');
        checkpoint.run(seq, link, record.at, signature);
      }
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

/** One pass over the log, in batches, yielding to the event loop between them. */
export async function verifyChain(
  db: Database.Database,
  keys: Keys,
  onProgress: (done: number, total: number) => void = () => undefined,
  anchor: Anchor | null = null,
): Promise<AuditVerdict> {
  const total = db.prepare('SELECT count(*) FROM audit_log').pluck().get() as number;
  const page = db
    .prepare(`SELECT ${COLUMNS}, prev_hash, hash FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`)
    .raw();
  const signed = checkpoints(db);
  let head = { seq: 0, hash: genesis(keys.installation) };
  for (;;) {
    const rows = page.all(head.seq) as [...Row, string, string][];
    if (rows.length === 0) break;
    for (const row of rows) {
      const bad = faultOf(row, head, signed.get(row[0]), keys) ?? faultAtAnchor(row, anchor);
      if (bad) return { intact: false, entries: total, firstBad: row[0], why: bad };
      head = { seq: row[0], hash: row[15] };
    }
    onProgress(head.seq, total);
    await new Promise(setImmediate);
  }
  const beyond = [...signed.keys()].find((seq) => seq > head.seq);
  if (beyond !== undefined) return { intact: false, entries: total, firstBad: head.seq + 1, why: 'tail-cut' };
  if (anchor && anchor.seq > head.seq) {
    return { intact: false, entries: total, firstBad: head.seq + 1, why: 'rolled-back' };
  }
  return { intact: true, entries: total, head: head.hash };
}

/** A log that is whole in itself may still be another one than this computer has seen. */
function faultAtAnchor(row: [...Row, string, string], anchor: Anchor | null): 'rolled-back' | null {
  return row[0] === anchor?.seq && row[15] !== anchor.hash ? 'rolled-back' : null;
}

type Checkpoint = { readonly seq: number; readonly hash: string; readonly signature: string };

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
  if (linkHash(prevHash, row.slice(0, 14) as unknown as Row) !== link) return 'content-changed';
  if (row[0] % CHECKPOINT_EVERY !== 0) return null;
  const genuine =
    signed?.hash === link &&
    verify(null, checkpointBytes(row[0], link), keys.signing().publicKey, Buffer.from(signed.signature, 'base64'));
  return genuine ? null : 'signature-wrong';
}

function linkHash(prevHash: string, row: Row): string {
  return sha256(`${prevHash}\n${JSON.stringify(row)}`);
}

function checkpointBytes(seq: number, hash: string): Buffer {
  return Buffer.from(`ecsc checkpoint ${seq} ${hash}`);
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
