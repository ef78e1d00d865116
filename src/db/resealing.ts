import type Database from 'better-sqlite3';
import type { Serial } from '../domain/ids.ts';
import type { KeyRotation } from '../domain/read-models.ts';
import type { StoreVault } from './vault.ts';
import { worldContext } from './world.ts';

/** Few enough that nobody waits long for a transaction of theirs. */
const BATCH = 200;

/** Some values: how many were looked at, how many of them sealed anew, and what no key opens. */
export interface Batch extends Pick<KeyRotation, 'resealed' | 'lost'> {
  readonly seen: number;
}

/**
 * Seals the next few values anew inside the caller's transaction; none are seen at the end. What does not open is passed
 * over: one damaged secret must not keep all the others on the old key.
 */
export type Resealer = () => Batch;

/** One for each table with sealed values. What others seal meanwhile is sealed with the new key already. */
export function resealers(db: Database.Database, vault: StoreVault, keyId: string): readonly Resealer[] {
  return [otpSecrets(db, vault, keyId), worldItems(db, vault, keyId)];
}

function otpSecrets(db: Database.Database, vault: StoreVault, keyId: string): Resealer {
  interface Row {
    readonly certificateId: number;
    readonly generation: number;
    readonly serial: Serial;
    readonly isInUse: 0 | 1;
    readonly sealed: string;
  }
  const next = db.prepare<[number, number, string], Row>(`
    SELECT o.certificate_id AS certificateId, o.generation, c.serial, o.superseded_at IS NULL AS isInUse, o.sealed
    FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id
    WHERE (o.certificate_id, o.generation) > (?, ?) AND o.sealed NOT LIKE 'v1.' || ? || '.%'
    ORDER BY o.certificate_id, o.generation LIMIT ${BATCH}`);
  const update = db.prepare('UPDATE otp_secrets SET sealed = ? WHERE certificate_id = ? AND generation = ?');
  let last: readonly [certificateId: number, generation: number] = [0, 0];
  return () => {
    const rows = next.all(...last, keyId);
    const unopened = rows.filter(({ certificateId, generation, serial, sealed }) => {
      last = [certificateId, generation];
      const secret = openedBy(() => vault.open(serial, generation, sealed));
      if (secret !== null) update.run(vault.seal(serial, generation, secret), certificateId, generation);
      return secret === null;
    });
    const certificates = unopened.filter(({ isInUse }) => isInUse === 1).map(({ serial }) => serial);
    return batch(rows.length, unopened.length, certificates);
  };
}

function worldItems(db: Database.Database, vault: StoreVault, keyId: string): Resealer {
  interface Row {
    readonly shelf: string;
    readonly key: string;
    readonly position: number;
    readonly value: string;
  }
  const next = db.prepare<[string, string, number, string], Row>(`
    SELECT shelf, key, position, value FROM world
    WHERE (shelf, key, position) > (?, ?, ?) AND value NOT LIKE 'v1.' || ? || '.%'
    ORDER BY shelf, key, position LIMIT ${BATCH}`);
  const update = db.prepare('UPDATE world SET value = ? WHERE shelf = ? AND key = ? AND position = ?');
  let last: readonly [shelf: string, key: string, position: number] = ['', '', 0];
  return () => {
    const rows = next.all(...last, keyId);
    const unopened = rows.filter(({ value, ...place }) => {
      const context = worldContext(place);
      const { shelf, key, position } = place;
      last = [shelf, key, position];
      const text = openedBy(() => vault.openText(context, value));
      if (text !== null) update.run(vault.sealText(context, text), shelf, key, position);
      return text === null;
    });
    return batch(rows.length, unopened.length, []);
  };
}

function openedBy<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}

function batch(seen: number, unopened: number, certificates: readonly Serial[]): Batch {
  return { seen, resealed: seen - unopened, lost: { certificates, others: unopened - certificates.length } };
}
