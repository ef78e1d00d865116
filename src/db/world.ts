import type Database from 'better-sqlite3';
import type { ClockSetting, World, WorldItem } from '../domain/world.ts';
import { outboxOf } from './outbox.ts';
import type { Transact } from './transact.ts';
import type { StoreVault } from './vault.ts';

type Row = Omit<WorldItem, 'value'> & { readonly value: string };

const realTime: ClockSetting = { offset: 0, speed: 1, anchor: 0 };

/** The simulator's tables in a training database. Every value is sealed: what the world knows, a stolen file does not tell. */
export function createWorld(
  reader: Database.Database,
  writing: () => { readonly db: Database.Database; readonly transact: Transact },
  vault: StoreVault,
): World {
  const clock = reader.prepare("SELECT value FROM meta WHERE key = 'clock'").pluck();
  const ofKey = reader.prepare<[string, string], Row>(
    'SELECT shelf, key, position, value FROM world WHERE shelf = ? AND key = ? ORDER BY position',
  );
  const upTo = reader.prepare<[string, number, number], Row>(
    'SELECT shelf, key, position, value FROM world WHERE shelf = ? AND position <= ? ORDER BY position LIMIT ?',
  );
  const contextOf = ({ shelf, key, position }: Omit<WorldItem, 'value'>) => `world|${shelf}|${key}|${position}`;
  const unseal = (row: Row): WorldItem => ({ ...row, value: JSON.parse(vault.openText(contextOf(row), row.value)) });
  const write = ({ value, ...place }: WorldItem) => {
    const sealed = vault.sealText(contextOf(place), JSON.stringify(value));
    writing()
      .db.prepare('INSERT OR REPLACE INTO world (shelf, key, position, value) VALUES (?, ?, ?, ?)')
      .run(place.shelf, place.key, place.position, sealed);
  };
  const changing = <T>(body: (db: Database.Database) => T): Promise<T> => {
    const { db, transact } = writing();
    return transact(() => body(db));
  };
  return {
    clockSetting() {
      const setting = clock.get();
      return typeof setting === 'string' ? JSON.parse(setting) : realTime;
    },
    setClock: (setting) =>
      changing((db) => {
        db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('clock', ?)").run(JSON.stringify(setting));
      }),
    items: (shelf, key) => ofKey.all(shelf, key).map(unseal),
    due: (shelf, moment, limit) => upTo.all(shelf, moment, limit).map(unseal),
    put: (item) => changing(() => write(item)),
    remove: ({ shelf, key, position }) =>
      changing(
        (db) =>
          db.prepare('DELETE FROM world WHERE shelf = ? AND key = ? AND position = ?').run(shelf, key, position)
            .changes > 0,
      ),
    handOver: (now, limit, carry) =>
      changing((db) => {
        const outbox = outboxOf(db);
        const messages = outbox.waiting(limit);
        for (const message of messages) {
          for (const item of carry(message)) write(item);
          outbox.markTaken(message.id, now);
        }
        return messages.length;
      }),
  };
}
