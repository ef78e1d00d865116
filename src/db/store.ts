import type Database from 'better-sqlite3';
import type { Realm } from '../domain/ids.ts';
import { once } from '../domain/once.ts';
import type { Policy } from '../domain/policy.ts';
import type { Store } from '../domain/ports.ts';
import type { Questions } from '../domain/read-models.ts';
import type { World } from '../domain/world.ts';
import { noteAnchor, readAnchor } from './anchor.ts';
import { breather } from './breather.ts';
import { dateAnew, dueThings } from './due.ts';
import type { Keys } from './keys.ts';
import { oneMoment } from './one-moment.ts';
import { upkeepRecord } from './upkeep.ts';
import type { StoreVault } from './vault.ts';
import type { Writing } from './writing.ts';

export interface StoreParts {
  readonly reader: Database.Database;
  readonly writing: Writing;
  readonly realm: Realm;
  readonly keys: Keys;
  readonly vault: StoreVault;
  readonly questions: Questions;
  readonly policy: Policy;
  readonly world: World | null;
}

/** The SQLite store: one process's connections to one file. */
export function createStore({ reader, writing, realm, keys, vault, questions, policy, world }: StoreParts): Store {
  // Loaded with the first change: questions alone need neither drizzle nor the writer's statements.
  const changes = once(async () => {
    const { openChanges } = await import('./changes.ts');
    return openChanges(writing().db, realm, keys, vault);
  });
  const dataVersion = once(() => reader.prepare<[], number>('PRAGMA data_version').pluck());

  const store: Store = {
    realm,
    questions,
    policy,
    world,
    async handle(decider, id, command, context) {
      const { run } = await changes();
      return writing().transact(() => run(decider, id, command, context).decision);
    },
    async rehearse(steps) {
      const { foresee } = await changes();
      return writing().takenBack(() => steps.map(foresee));
    },
    async importRecords(records, context, options) {
      const { imports } = await changes();
      if (options.dryRun) return oneMoment(writing().db)(() => imports.rehearse(records, context));
      try {
        return await writing().transact(() => imports.run(records, context));
      } catch (error) {
        imports.takenBack();
        throw error;
      }
    },
    async sweep(context, limit) {
      const due = dueThings(reader, context, limit);
      if (due.length === 0) return 0;
      const { settleThing } = await import('./settle-thing.ts');
      const breath = breather(undefined);
      for (const thing of due) {
        await settleThing(store, thing, context);
        await breath();
      }
      return due.length;
    },
    async passwordMatches(agentId, password) {
      const { passwordMatches } = await import('./passwords.ts');
      const hash = reader.prepare('SELECT password_hash FROM agents WHERE agent_id = ?').pluck().get(agentId);
      return passwordMatches(typeof hash === 'string' ? hash : null, password);
    },
    async hashPassword(password) {
      const { hashPassword } = await import('./passwords.ts');
      return hashPassword(password);
    },
    async verifyAudit(check) {
      const { verifyChain } = await import('./audit-chain.ts');
      return verifyChain(reader, keys, check, readAnchor(reader.name, keys.installation));
    },
    async examine(check) {
      const { examine } = await import('./examine.ts');
      return examine({ reader, keys, vault, policy }, check);
    },
    async auditProof(about, now) {
      const { auditProof } = await import('./audit-proof.ts');
      return auditProof(writing, keys, about, now);
    },
    async rotateKeys(context, onProgress) {
      const { audit } = await changes();
      const { rotateKeys } = await import('./key-rotation.ts');
      return rotateKeys({ ...writing(), audit }, context, onProgress);
    },
    async backUp({ now, actor }, path, copying) {
      const { backUp, requireFree } = await import('./backup.ts');
      requireFree(path);
      const { audit } = await changes();
      const write = (command: 'back-up' | 'back-up-failed') =>
        writing().transact(() => audit.append(upkeepRecord(now, actor, command, null)));
      // Before it is made: a killed process must leave no copy of which nothing is on record.
      await write('back-up');
      try {
        return await backUp(reader, path, copying);
      } catch (error) {
        // A disk that takes no copy may take no entry either: what is told is why there is no copy.
        await write('back-up-failed').catch(() => undefined);
        throw error;
      }
    },
    async changePolicy({ now, actor }, { name, value, why }) {
      const { audit } = await changes();
      const { writeSetting } = await import('./live-policy.ts');
      const { settingIn } = await import('../domain/policy-settings.ts');
      const { policyNote } = await import('../domain/policy-note.ts');
      const { db } = writing();
      await writing().transact(() => {
        const note = policyNote(name, settingIn(policy, name), value, why);
        writeSetting(db, name, value);
        dateAnew(db, name, now);
        audit.append(upkeepRecord(now, actor, 'change-policy', note));
      });
    },
    revision: () => dataVersion().get() ?? 0,
    close() {
      writing.close((db) => noteAnchor(db, keys.installation));
      reader.close();
    },
  };
  return store;
}
