import { openReader } from '../../src/db/connection.ts';
import { readKeys } from '../../src/db/keys.ts';
import { createQuestions } from '../../src/db/questions.ts';
import { createStore } from '../../src/db/store.ts';
import type { StoreVault } from '../../src/db/vault.ts';
import { createVault } from '../../src/db/vault.ts';
import { createWorld } from '../../src/db/world.ts';
import { type Writing, writingTo } from '../../src/db/writing.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { Store } from '../../src/domain/ports.ts';

/** Long enough for another process to slip in between reading and writing, if it can. */
const PAUSE = 4;

/** The store as shipped, but it takes its time where a code is compared and where a notice gets its reference. */
export function widenedStore(path: string): Store {
  return assemble(path, writingTo(path));
}

/** The planted bug: read, decide and write without a transaction around them. Race tests must fail on it. */
export function storeWithoutTransactions(path: string): Store {
  const writing = writingTo(path);
  const open = () => {
    const { db } = writing();
    db.pragma('busy_timeout = 5000');
    const transact = async <T>(body: () => T) => body();
    return { db, transact, takenBack: transact };
  };
  return assemble(path, Object.assign(open, { close: writing.close }));
}

function assemble(path: string, writing: Writing): Store {
  const reader = openReader(path);
  const keys = readKeys(path);
  const vault = slow(createVault(keys));
  const questions = createQuestions(reader, defaultPolicy);
  const world = createWorld(reader, writing, vault);
  return createStore({ reader, writing, realm: 'training', keys, vault, questions, world, policy: defaultPolicy });
}

function slow(vault: StoreVault): StoreVault {
  return {
    ...vault,
    digestCode(...words) {
      pause();
      return vault.digestCode(...words);
    },
    open(...words) {
      pause();
      return vault.open(...words);
    },
    referenceOf(words) {
      pause();
      return vault.referenceOf(words);
    },
  };
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
