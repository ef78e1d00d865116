import type Database from 'better-sqlite3';
import { type ClockSetting, realTime } from '../domain/training-clock.ts';
import type { World, WorldItem } from '../domain/world.ts';
import { noteClockSet } from './clock-set.ts';
import { outboxOf } from './outbox.ts';
import type { Transact } from './transact.ts';
import type { StoreVault } from './vault.ts';

type Row = Omit<WorldItem, 'value'> & { readonly value: string };

const AT_PLACE = 'SELECT shelf, key, position, value FROM world WHERE shelf = ? AND key = ? AND position = ?';
const READ_CLOCK = "SELECT value FROM meta WHERE key = 'clock'";

/** The simulator's tables in a training database. Every value is sealed: what the world knows, a stolen file does not tell. */
export function createWorld(
  reader: Database.Database,
  writing: () => { readonly db: Database.Database; readonly transact: Transact },
  vault: StoreVault,
): World {
  const clock = reader.prepare(READ_CLOCK).pluck();
  const ofKey = reader.prepare<[string, string], Row>(
    'SELECT shelf, key, position, value FROM world WHERE shelf = ? AND key = ? ORDER BY position',
  );
  const upTo = reader.prepare<[string, number, number], Row>(
    'SELECT shelf, key, position, value FROM world WHERE shelf = ? AND position <= ? ORDER BY position LIMIT ?',
  );
  const unseal = (row: Row): WorldItem => ({ ...row, value: JSON.parse(vault.openText(worldContext(row), row.value)) });
  const write = ({ value, ...place }: WorldItem) => {
    const sealed = vault.sealText(worldContext(place), JSON.stringify(value));
    writing()
      .db.prepare('INSERT OR REPLACE INTO world (shelf, key, position, value) VALUES (?, ?, ?, ?)')
      .run(place.shelf, place.key, place.position, sealed);
  };
  const changing = <T>(body: (db: Database.Database) => T): Promise<T> => {
    const { db, transact } = writing();
    return transact(() => body(db));
  };
  return {
    clockSetting: () => settingOf(clock.get()),
    changeClock: (change) =>
      changing((db) => {
        const setting = change(settingOf(db.prepare(READ_CLOCK).pluck().get()));
        db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('clock', ?)").run(JSON.stringify(setting));
        noteClockSet(db);
      }),
    items: (shelf, key) => ofKey.all(shelf, key).map(unseal),
    due: (shelf, moment, limit) => upTo.all(shelf, moment, limit).map(unseal),
    put: (item) => changing(() => write(item)),
    putFirst: (item) =>
      changing((db) => {
        const there = db.prepare<[string, string, number], Row>(AT_PLACE).get(item.shelf, item.key, item.position);
        if (there) return unseal(there);
        write(item);
        return item;
      }),
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

/** Files made before the clock could stand still keep an offset to real time as of an anchor. */
function settingOf(kept: unknown): ClockSetting {
  if (typeof kept !== 'string') return realTime;
  const setting = JSON.parse(kept);
  return 'anchor' in setting
    ? { at: setting.anchor + setting.offset, since: setting.anchor, speed: setting.speed, until: null }
    : setting;
}

/** What a sealed value is bound to: its place. */
export function worldContext({ shelf, key, position }: Omit<WorldItem, 'value'>): string {
  return `world|${shelf}|${key}|${position}`;
}
