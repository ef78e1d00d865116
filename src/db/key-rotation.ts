import type Database from 'better-sqlite3';
import type { Serial } from '../domain/ids.ts';
import type { CommandContext } from '../domain/ports.ts';
import type { KeyRotation } from '../domain/read-models.ts';
import type { AuditChain } from './audit-chain.ts';
import { FIRST_KEY, freshMaster, KEY_IN_FORCE, type KeyFile, readKeyFile, readKeys, replaceKeyFile } from './keys.ts';
import { type Resealer, resealers } from './resealing.ts';
import type { Transact } from './transact.ts';
import { upkeepRecord } from './upkeep.ts';
import { createVault } from './vault.ts';

interface Parts {
  readonly db: Database.Database;
  readonly transact: Transact;
  readonly audit: AuditChain;
}

/**
 * Puts a new master key in force and seals everything anew with it, in small transactions; then the old key goes. Killed
 * anywhere, it loses nothing, and done again it goes on where it stopped. Others may work meanwhile: they seal with the
 * key that the database names, and look unknown ones up in the key file. What does not open with the key that it names opens
 * with none, and keeps no key: it is left as it is, and told.
 */
export async function rotateKeys(
  { db, transact, audit }: Parts,
  context: CommandContext,
  onProgress: (resealed: number) => void = () => undefined,
): Promise<KeyRotation> {
  const keyId = await transact(() => begin(db, audit, context));
  const vault = createVault(readKeys(db.name));
  const certificates: Serial[] = [];
  let [resealed, others] = [0, 0];
  for (const resealer of resealers(db, vault, keyId)) await resealAll(resealer);
  const oldKeyUntil = codesUntil(db, keyId, context.now);
  if (oldKeyUntil === null) await transact(() => end(db, keyId));
  return { keyId, resealed, lost: { certificates, others }, oldKeyUntil };

  async function resealAll(resealNext: Resealer): Promise<void> {
    for (;;) {
      // Somebody else may have finished this rotation and begun the next one.
      const batch = await transact(() => (inForce(db) === keyId ? resealNext() : null));
      if (batch === null || batch.seen === 0) return;
      resealed += batch.resealed;
      certificates.push(...batch.lost.certificates);
      others += batch.lost.others;
      onProgress(resealed);
    }
  }
}

/** The key file first, then the database: until it names the new key, everybody goes on with the old one. */
function begin(db: Database.Database, audit: AuditChain, { now, actor }: CommandContext): string {
  const file = readKeyFile(db.name);
  const before = inForce(db);
  const isUnderWay = (file.retired ?? []).length > 0;
  if (isUnderWay && before === file.keyId) return file.keyId;
  const next = isUnderWay ? file : withFreshKey(file);
  if (!isUnderWay) replaceKeyFile(db.name, next);
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(KEY_IN_FORCE, next.keyId);
  audit.append(upkeepRecord(now, actor, 'rotate-keys', `${before} → ${next.keyId}`));
  return next.keyId;
}

function end(db: Database.Database, keyId: string): void {
  const { retired, ...file } = readKeyFile(db.name);
  if (retired && file.keyId === keyId) replaceKeyFile(db.name, file);
}

function withFreshKey(file: KeyFile): KeyFile {
  const { keyId, master } = file;
  return { ...file, keyId: `k${Number(keyId.slice(1)) + 1}`, master: freshMaster(), retired: [{ keyId, master }] };
}

function inForce(db: Database.Database): string {
  const named = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  return named.get(KEY_IN_FORCE) ?? FIRST_KEY;
}

/** Of SMS codes only digests are kept, and those cannot be made anew: while one is waited for, its key stays. */
function codesUntil(db: Database.Database, keyId: string, now: number): number | null {
  const latest = db
    .prepare<[string, number], number | null>(
      `SELECT max(s.deadline) FROM activations v
       JOIN sms_attempts s ON s.certificate_id = v.certificate_id AND s.number = v.attempts
       WHERE v.status = 'awaiting_code' AND v.open_code_digest NOT LIKE ? || '.%' AND s.deadline > ?`,
    )
    .pluck();
  return latest.get(keyId, now) ?? null;
}
