import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { accountDecider } from '../domain/account.ts';
import { activationDecider } from '../domain/activation-decider.ts';
import { type AuditRecord, groundsOf, type RecordedFact } from '../domain/audit.ts';
import { certificateDecider } from '../domain/certificate.ts';
import type { Command } from '../domain/commands.ts';
import { type Decider, type Decision, type FactBase, fold } from '../domain/decision.ts';
import type { Realm } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { CommandContext, Store } from '../domain/ports.ts';
import type { Questions } from '../domain/read-models.ts';
import type { Situation } from '../domain/situation.ts';
import type { World } from '../domain/world.ts';
import { auditChain, verifyChain } from './audit-chain.ts';
import { dueThings } from './due.ts';
import { importSession } from './import-session.ts';
import type { Keys } from './keys.ts';
import { outboxOf } from './outbox.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import type { Shelf } from './shelves/shelf.ts';
import { openShelves } from './shelves/shelves.ts';
import { LazySituation, type Named, type Surroundings } from './situation.ts';
import type { StoreVault } from './vault.ts';
import type { Writing } from './writing.ts';

export interface StoreParts {
  readonly reader: Database.Database;
  readonly writing: Writing;
  readonly realm: Realm;
  readonly keys: Keys;
  readonly vault: StoreVault;
  readonly questions: Questions;
  readonly world: World | null;
}

/** The SQLite store: one process's connections to one file. */
export function createStore({ reader, writing, realm, keys, vault, questions, world }: StoreParts): Store {
  const changing = lazily(() => openChanges(writing().db, realm, keys, vault));
  const dataVersion = reader.prepare<[], number>('PRAGMA data_version').pluck();
  const store: Store = {
    realm,
    questions,
    world,
    async handle(decider, id, command, context) {
      const { run } = changing();
      return writing().transact(() => run(decider, id, command, context));
    },
    async importRecords(records, context, options) {
      const { imports } = changing();
      if (options.dryRun) return imports.rehearse(records, context);
      return writing().transact(() => imports.run(records, context));
    },
    async sweep(context, limit) {
      const due = dueThings(reader, context, limit);
      for (const { kind, id } of due) {
        if (kind === 'activation') await settle(activationDecider, id, { type: 'settle-activation', serial: id });
        if (kind === 'certificate') await settle(certificateDecider, id, { type: 'settle-certificate', serial: id });
        if (kind === 'account') await settle(accountDecider, id, { type: 'settle-account', customerId: id });
      }
      return due.length;

      function settle<S, C, F extends FactBase>(decider: Decider<S, C, F>, thing: string, command: C) {
        return store.handle(decider, thing, command, context);
      }
    },
    async passwordMatches(agentId, password) {
      const hash = reader.prepare('SELECT password_hash FROM agents WHERE agent_id = ?').pluck().get(agentId);
      return passwordMatches(typeof hash === 'string' ? hash : null, password);
    },
    hashPassword,
    verifyAudit: (onProgress) => verifyChain(reader, keys, onProgress),
    revision: () => dataVersion.get() ?? 0,
    close() {
      writing.close();
      reader.close();
    },
  };
  return store;
}

function openChanges(db: Database.Database, realm: Realm, keys: Keys, vault: StoreVault) {
  let policy: Policy = defaultPolicy;
  const shelves = openShelves(drizzle(db), () => policy);
  const audit = auditChain(db, keys);
  const outbox = outboxOf(db);
  const around: Surroundings = { shelves, vault, realm, lastEntryAt: audit.lastAt };

  /** Load → settle → decide → evolve → save → audit → outbox. */
  function run<State, Command_, F extends FactBase>(
    decider: Decider<State, Command_, F>,
    id: string,
    command: Command_,
    context: CommandContext,
  ): Decision<F> {
    policy = context.policy;
    const shelf = shelves[decider.kind] as unknown as Shelf<State, F>;
    const situation = new LazySituation(command as Named, context, around);
    const stored = isKnown(decider.kind, situation) ? shelf.load(id) : decider.initial;
    const settled = decider.settle(stored, situation);
    const state = fold(decider, stored, settled);
    const decision = decider.decide(state, command, situation);
    const facts = [...settled, ...decision.facts];
    if (facts.length > 0) shelf.save(id, fold(decider, state, decision.facts), facts);
    audit.append(recordOf(decider, id, command as unknown as Command, decision, facts, situation));
    for (const message of [...decision.messages, ...announcements(decider, facts, situation)]) {
      outbox.add(message, context.now);
    }
    return decision;
  }

  return { run, imports: importSession(db, shelves, audit) };
}

/** An activation has no row of its own certificate to stand on when the certificate is unknown. */
function isKnown(kind: string, situation: Situation): boolean {
  return kind !== 'activation' || situation.certificate.status !== 'absent';
}

function announcements<F extends FactBase>(
  decider: Decider<never, never, F> | Decider<unknown, unknown, F>,
  facts: readonly F[],
  situation: Situation,
): readonly Message[] {
  const templates = facts.map((fact) => decider.announce(fact)).filter((template) => template !== null);
  if (templates.length === 0 || situation.account.status === 'absent') return [];
  const { customerId } = situation.account;
  const serial = situation.certificate.status === 'absent' ? null : situation.certificate.serial;
  return templates.map((template) => ({ kind: 'notice', customerId, template, serial }));
}

function recordOf<F extends FactBase>(
  decider: { readonly kind: RecordedFact['on'] },
  id: string,
  command: Command,
  decision: Decision<F>,
  facts: readonly F[],
  situation: Situation,
): AuditRecord {
  const { actor, now, account, certificate, supportCase } = situation;
  return {
    at: now,
    actor: { kind: actor.kind, id: actor.id },
    command: command.type,
    customerId: account.status === 'absent' ? null : account.customerId,
    serial: certificate.status === 'absent' ? null : certificate.serial,
    caseId: 'caseId' in command ? command.caseId : null,
    ticket: 'ticket' in command ? command.ticket : supportCase.status === 'absent' ? null : supportCase.ticket,
    ...groundsOf(command),
    verdict: decision.verdict,
    refusal: decision.verdict === 'refused' ? decision.refusal.code : null,
    facts: facts.map((fact) => ({ on: decider.kind, id, ...fact }) as unknown as RecordedFact),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
