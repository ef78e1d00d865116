import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { KnownAccount } from '../domain/account.ts';
import { type AuditRecord, groundsOf, type RecordedFact } from '../domain/audit.ts';
import { type Command, commandKinds, deciders, targetOf } from '../domain/commands.ts';
import { type Decider, type Decision, type FactBase, fold } from '../domain/decision.ts';
import type { Foreseen } from '../domain/foresight.ts';
import type { Realm } from '../domain/ids.ts';
import { addressesOf, type Message } from '../domain/message.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { CommandContext, RehearsalStep } from '../domain/ports.ts';
import type { Situation } from '../domain/situation.ts';
import { auditChain } from './audit-chain.ts';
import { importSession } from './import-session.ts';
import type { Keys } from './keys.ts';
import { outboxOf } from './outbox.ts';
import type { Shelf } from './shelves/shelf.ts';
import { openShelves } from './shelves/shelves.ts';
import { LazySituation, type Named, type Surroundings } from './situation.ts';
import type { StoreVault } from './vault.ts';

/** Everything that writes, over one connection; its methods run inside the caller's transaction. */
export function openChanges(db: Database.Database, realm: Realm, keys: Keys, vault: StoreVault) {
  let policy: Policy = defaultPolicy;
  const shelves = openShelves(drizzle(db), () => policy);
  const audit = auditChain(db, keys);
  const outbox = outboxOf(db);
  const around: Surroundings = { shelves, vault, realm, lastEntryAt: audit.lastAt, sentNotice: outbox.sent };

  /** Load → settle → decide → evolve → save → audit → outbox. */
  function run<State, Command_, F extends FactBase>(
    decider: Decider<State, Command_, F>,
    id: string,
    command: Command_,
    { now, actor, policy: inForce }: CommandContext,
  ): Outcome<State, F> {
    // Decided by one policy, that of the moment in which its transaction began.
    policy = { ...inForce };
    const shelf = shelves[decider.kind] as unknown as Shelf<State, F>;
    const situation = new LazySituation(command as Named, { now, actor, policy }, around);
    const stored = isKnown(decider.kind, situation) ? shelf.load(id) : decider.initial;
    const settled = decider.settle(stored, situation);
    const state = fold(decider, stored, settled);
    const decision = decider.decide(state, command, situation);
    const facts = [...settled, ...decision.facts];
    const after = fold(decider, state, decision.facts);
    if (isIdle(decision, facts)) {
      shelf.putOff?.(id, after);
      return { decision, before: state, after, messages: [] };
    }
    const told = announcements(decider, facts, situation, { stored, after, vault });
    if (facts.length > 0) shelf.save(id, after, facts);
    audit.append(recordOf(decider, id, command as unknown as Command, decision, facts, situation));
    const messages = [...decision.messages, ...told];
    for (const message of messages) outbox.add(message, now);
    return { decision, before: state, after, messages };
  }

  /** The same, of any command, for whom it would be carried out; the caller takes it back. */
  function foresee({ command, context }: RehearsalStep): Foreseen {
    const decider = deciders[commandKinds[command.type]] as unknown as Decider<unknown, Command, FactBase>;
    const { decision, before, after, messages } = run(decider, targetOf(command), command, context);
    const { kind } = decider;
    const of = kind === 'activation' || kind === 'account' ? { kind, before, after } : { kind: 'other' };
    const refusal = decision.verdict === 'refused' ? decision.refusal : null;
    return { refusal, of: of as Foreseen['of'], messages };
  }

  return { run, foresee, audit, imports: importSession(db, shelves, audit) };
}

/** A command carried out: the answer, and the state around it. `before` is as time had left it. */
interface Outcome<State, F extends FactBase> {
  readonly decision: Decision<F>;
  readonly before: State;
  readonly after: State;
  readonly messages: readonly Message[];
}

/** Time alone asks for nothing. What it had decided somebody else has written down, or it was due by an older policy only. */
function isIdle({ verdict }: Decision, facts: readonly FactBase[]): boolean {
  return verdict === 'done' && facts.length === 0;
}

/** An activation has no row of its own certificate to stand on when the certificate is unknown. */
function isKnown(kind: string, situation: Situation): boolean {
  return kind !== 'activation' || situation.certificate.status !== 'absent';
}

/** A notice for each fact the subscriber is told of, to every address there is, and was before. */
function announcements<F extends FactBase>(
  decider: Decider<never, never, F> | Decider<unknown, unknown, F>,
  facts: readonly F[],
  situation: Situation,
  { stored, after, vault }: { readonly stored: unknown; readonly after: unknown; readonly vault: StoreVault },
): readonly Message[] {
  const templates = facts.map((fact) => decider.announce(fact)).filter((template) => template !== null);
  if (templates.length === 0 || situation.account.status === 'absent') return [];
  const { customerId } = situation.account;
  const serial = situation.certificate.status === 'absent' ? null : situation.certificate.serial;
  const accounts = decider.kind === 'account' ? [stored, after] : [situation.account];
  const addresses = addressesOf(...(accounts as KnownAccount[]));
  return templates.flatMap((template) => {
    const reference = vault.referenceOf([customerId, serial, template, situation.now].join('|'));
    return addresses.map((to) => ({ kind: 'notice', customerId, template, serial, to, reference }) as const);
  });
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
