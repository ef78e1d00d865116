import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { faultBehind } from '../../src/db/broken.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { seededRandom } from '../../src/fiction/random.ts';
import { differencesFromAudit } from '../support/audit-fold.ts';
import { readerOf } from '../support/seeded.ts';
import { SOAK_TIMEOUT, seedFor, sized } from '../support/soak.ts';
import { customerOf, type PersonKey, people, serialOf, supportDesk } from '../support/support-desk.ts';
import { tempFolder } from '../support/temp-database.ts';

const FLIPS = sized(300, 10_000);
const everybody = Object.keys(people) as readonly PersonKey[];

/** What a file says of everybody, or the fault that it told. Anything else is a crash, and fails the test. */
async function saidBy(path: string, now: number) {
  try {
    const store = openStore(path, defaultPolicy);
    try {
      const accounts = await Promise.all(everybody.map((key) => store.questions.account(customerOf(key), now)));
      const locks = await Promise.all(everybody.map((key) => store.questions.certificate(serialOf(key), now)));
      const queue = await store.questions.queue(now);
      const verdict = await store.verifyAudit();
      // Neither is in the log: a damaged digest makes a right code wrong, and a damaged secret does not open (attack 7).
      const said = JSON.stringify({ accounts, locks, queue }, (key, value) =>
        /digest$|^sealed$/i.test(key) ? null : value,
      );
      return { said, intact: verdict.intact };
    } finally {
      store.close();
    }
  } catch (error) {
    const fault = faultBehind(error, path);
    if (!fault) throw error;
    return fault;
  }
}

test(
  `of ${FLIPS} bits flipped at random none crashes it, and none changes what it says unnoticed`,
  async () => {
    const app = await supportDesk();
    const now = app.now();
    readerOf(app.path).pragma('wal_checkpoint(TRUNCATE)');
    app.close();
    const folder = tempFolder();
    const path = join(folder, 'flipped.db');
    cpSync(`${app.path}.keys`, `${path}.keys`, { recursive: true });
    const whole = readFileSync(app.path);
    writeFileSync(path, whole, { mode: 0o600 });
    const healthy = await saidBy(path, now);
    const random = seededRandom(seedFor('corruption', 26));
    let noticed = 0;
    for (let flip = 0; flip < FLIPS; flip++) {
      const flipped = Buffer.from(whole);
      const byte = random.between(0, whole.length - 1);
      flipped.writeUInt8((flipped.at(byte) ?? 0) ^ (1 << random.between(0, 7)), byte);
      writeFileSync(path, flipped, { mode: 0o600 });
      const said = await saidBy(path, now);
      if ('code' in said || !said.intact) noticed += 1;
      else if (!isDeepStrictEqual(said, healthy)) {
        // Another answer, and the log is whole: folding it tells where, or SQLite that an index says something else.
        const db = readerOf(path);
        const sound = db.pragma('integrity_check', { simple: true }) === 'ok' && differencesFromAudit(db).length === 0;
        expect(sound, `byte ${byte}`).toBe(false);
        noticed += 1;
      }
    }
    expect(noticed).toBeGreaterThan(0);
  },
  SOAK_TIMEOUT,
);
