import type Database from 'better-sqlite3';
import type { StoreVault } from './vault.ts';
import { worldContext } from './world.ts';

/** Few enough that nobody waits long for a transaction of theirs. */
const BATCH = 200;

/** Seals the next few values anew inside the caller's transaction; how many there were, 0 at the end. */
export type Resealer = () => number;

/** One for each table with sealed values. What others seal meanwhile is sealed with the new key already. */
export function resealers(db: Database.Database, vault: StoreVault, keyId: string): readonly Resealer[] {
  return [otpSecrets(db, vault, keyId), worldItems(db, vault, keyId)];
}

function otpSecrets(db: Database.Database, vault: StoreVault, keyId: string): Resealer {
  interface Row {
    readonly certificateId: number;
    readonly generation: number;
    readonly serial: string;
    readonly sealed: string;
  }
  const next = db.prepare<[number, number, string], Row>(`
    SELECT o.certificate_id AS certificateId, o.generation, c.serial, o.sealed
    FROM otp_secrets o JOIN certificates c ON c.id = o.certificate_id
    WHERE (o.certificate_id, o.generation) > (?, ?) AND o.sealed NOT LIKE 'v1.' || ? || '.%'
    ORDER BY o.certificate_id, o.generation LIMIT ${BATCH}`);
  const update = db.prepare('UPDATE otp_secrets SET sealed = ? WHERE certificate_id = ? AND generation = ?');
  let last: readonly [certificateId: number, generation: number] = [0, 0];
  return () => {
    const rows = next.all(...last, keyId);
    for (const { certificateId, generation, serial, sealed } of rows) {
      update.run(vault.seal(serial, generation, vault.open(serial, generation, sealed)), certificateId, generation);
      last = [certificateId, generation];
    }
    return rows.length;
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
    for (const { value, ...place } of rows) {
      const context = worldContext(place);
      const { shelf, key, position } = place;
      update.run(vault.sealText(context, vault.openText(context, value)), shelf, key, position);
      last = [shelf, key, position];
    }
    return rows.length;
  };
}
