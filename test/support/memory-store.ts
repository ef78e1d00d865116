import { createApp } from '../../src/app.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Activation } from '../../src/domain/activation.ts';
import { nextDueAt } from '../../src/domain/activation-settle.ts';
import { type Agent, agentDecider } from '../../src/domain/agent.ts';
import { isAttemptFact } from '../../src/domain/attempt-facts.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import { type Command, deciders, targetOf } from '../../src/domain/commands.ts';
import { type Decider, type Decision, type FactBase, fold, type ThingKind } from '../../src/domain/decision.ts';
import type { Instant } from '../../src/domain/ids.ts';
import type { Operator } from '../../src/domain/operator.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { CommandContext, Store } from '../../src/domain/ports.ts';
import type { Outage, SentNotice, Situation, Vault } from '../../src/domain/situation.ts';
import { type AttemptRecord, evolveAttempts } from '../../src/domain/sms-attempt.ts';
import { secretOf } from './activation-facts.ts';
import { plainVault } from './plain-vault.ts';
import type { Stage } from './play-history.ts';
import { NOON } from './records.ts';
import { accountOf, certificateOf, SERIAL } from './situations.ts';
import { agentNamed, CUSTOMER, ownAccounts, staffRoles } from './staff.ts';

/** One command, as the rules saw it, and everything that came of it. */
export interface Happening {
  readonly kind: ThingKind;
  readonly command: Command;
  readonly situation: Situation;
  readonly before: unknown;
  readonly settled: readonly FactBase[];
  readonly decision: Decision;
  readonly after: unknown;
  /** The attempts of the activation, folded from the same facts. */
  readonly attempts: ReadonlyMap<number, AttemptRecord>;
}

type AnyDecider = Decider<unknown, Command, FactBase>;

/** The house in memory, with one subscriber and the staff, seen through by `observe`: settle → decide → evolve, no SQL. */
export function memoryStage(policy: Policy, observe: (happening: Happening) => void, vault: Vault = plainVault): Stage {
  const things = new Map<string, unknown>([
    [`account ${CUSTOMER}`, accountOf()],
    [`certificate ${SERIAL}`, certificateOf()],
    ...Object.keys(staffRoles).map((id) => [`agent ${id}`, agentNamed(id)] as const),
  ]);
  const notices = new Map<string, SentNotice>();
  let attempts: ReadonlyMap<number, AttemptRecord> = new Map();
  let lastEntryAt: Instant | null = null;
  let now = NOON;
  let codes = 0;
  let secrets = 0;
  let cases = 0;

  const load = <State>(kind: ThingKind, id: string): State =>
    (things.get(`${kind} ${id}`) ?? deciders[kind].initial) as State;

  const outages = (): readonly Outage[] => {
    const operator = load<Operator>('operator', 'Orange');
    if (operator.status === 'out') return [{ operator: operator.operator, from: operator.from, until: null }];
    return operator.last ? [operator.last] : [];
  };

  const codesTo = (account: Account): Situation['codesToPhone'] => {
    const phone = account.status === 'absent' ? null : account.phone;
    const after = now - policy.sms.codesPerPhoneWindow;
    const sent = [...attempts.values()].filter((one) => one.phone === phone?.e164 && one.requestedAt > after);
    return { count: sent.length, oldest: sent[0]?.requestedAt ?? null };
  };

  const supervisorsBeside = (agentId: string): number =>
    Object.keys(staffRoles)
      .filter((id) => id !== agentId)
      .map((id) => load<Agent>('agent', id))
      .filter((one) => one.status === 'enabled' && one.role === 'supervisor').length;

  const situationOf = (command: Command, { actor }: CommandContext): Situation => {
    const account = load<Account>('account', CUSTOMER);
    return {
      now,
      policy,
      realm: 'training',
      actor,
      vault,
      lastEntryAt,
      agent: actor.kind === 'agent' ? load('agent', actor.id) : agentDecider.initial,
      colleague: 'to' in command ? load('agent', command.to) : agentDecider.initial,
      otherSupervisors: supervisorsBeside('agentId' in command ? command.agentId : ''),
      account,
      certificate: load<Certificate>('certificate', SERIAL),
      supportCase: load('support-case', 'caseId' in command ? (command.caseId ?? 'none') : 'none'),
      attempt: command.type === 'record-sms-receipt' ? (attempts.get(command.attempt) ?? null) : null,
      codesToPhone: codesTo(account),
      outages: outages(),
      recentAttempts: [...attempts.values()].toSorted((one, other) => other.number - one.number),
      bulkUnlock: load<Operator>('operator', 'operator' in command ? command.operator : 'none').bulkUnlock,
      lastNoAt: latest(account, load<Activation>('activation', SERIAL)),
      notice: 'reference' in command ? (notices.get(command.reference) ?? null) : null,
      holders: Object.keys(ownAccounts).filter((agentId) => ownAccounts[agentId] === CUSTOMER),
      otherSecrets: [],
    };
  };

  const tell = ({ kind, announce }: AnyDecider, facts: readonly FactBase[]) => {
    for (const template of facts.map((fact) => announce(fact)).filter((one) => one !== null)) {
      const serial = kind === 'activation' ? SERIAL : null;
      notices.set(`R${notices.size + 1}`, { template, serial, sentAt: now });
    }
  };

  const run = (decider: AnyDecider, command: Command, context: CommandContext): Decision => {
    const { kind } = decider;
    const id = targetOf(command);
    const situation = situationOf(command, context);
    const before = load(kind, id);
    const settled = decider.settle(before, situation);
    const decision = decider.decide(fold(decider, before, settled), command, situation);
    const facts = [...settled, ...decision.facts];
    const after = fold(decider, before, facts);
    things.set(`${kind} ${id}`, after);
    attempts = facts.filter(isAttemptFact).reduce(evolveAttempts, attempts);
    tell(decider, facts);
    lastEntryAt = Math.max(lastEntryAt ?? now, now);
    observe({ kind, command, situation, before, settled, decision, after, attempts });
    return decision;
  };

  const store = {
    realm: 'training',
    world: null,
    policy,
    questions: { diagnosis: async () => null, account: async () => null },
    handle: async (decider: AnyDecider, _id: string, command: Command, context: CommandContext) =>
      run(decider, command, context),
    async sweep(context: CommandContext) {
      const due = nextDueAt(load<Activation>('activation', SERIAL), policy);
      if (due === null || due > now) return 0;
      run(deciders.activation as unknown as AnyDecider, { type: 'settle-activation', serial: SERIAL }, context);
      return 1;
    },
  } as unknown as Store;
  const nextCode = () => {
    codes += 1;
    return lastCode();
  };
  // Far enough apart that one more than a code is never another code.
  const lastCode = () => String((codes * 7_919) % 1_000_000).padStart(6, '0');
  const app = createApp({
    store,
    clock: { now: () => now },
    entropy: { code: nextCode, bytes: () => secretOf(++secrets % 256), caseId: () => `K${++cases}` },
  });

  return {
    serial: SERIAL,
    customerId: CUSTOMER,
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    perform: app.perform,
    lastCode,
    lastReference: () => (notices.size > 0 ? `R${notices.size}` : null),
    nextDeadline: async () => nextDueAt(load<Activation>('activation', SERIAL), policy),
  };
}

function latest(account: Account, activation: Activation): Instant | null {
  const moments = [account.status === 'absent' ? null : account.lastNoAt, activation.lastNoAt].filter(
    (at) => at !== null,
  );
  return moments.length > 0 ? Math.max(...moments) : null;
}
