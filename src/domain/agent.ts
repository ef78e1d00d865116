import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor } from './gate.ts';
import type { AgentId, CustomerId, Instant } from './ids.ts';
import { isPermitted, type Role } from './permissions.ts';
import type { Refusal } from './refusal.ts';
import { decideFilter, evolveFilters, type FilterCommand, type FilterFact, type SavedFilter } from './saved-filter.ts';
import type { Situation } from './situation.ts';
import { type TakenOut, type TakingOut, takeOut } from './taken-out.ts';

/** No two that look alike: who did what, and that a second person said yes, is told by this name alone. */
export const agentIdPattern = /^[a-z][a-z0-9.-]{1,63}$/;

interface Profile {
  readonly agentId: AgentId;
  readonly name: string;
  readonly role: Role;
  /** PHC string of argon2id (RFC 9106); null in training, where nobody has a password. */
  readonly passwordHash: string | null;
  /** The agent's own subscription, which they may not touch. */
  readonly ownCustomerId: CustomerId | null;
  /** Sign-ins begun and not yet completed: counted before the password is compared, so guesses cannot race. */
  readonly failures: number;
  readonly filters: readonly SavedFilter[];
}

export type Agent =
  | { readonly status: 'absent' }
  | (Profile & { readonly status: 'enabled' })
  | (Profile & { readonly status: 'locked'; readonly lockedAt: Instant })
  | (Profile & { readonly status: 'disabled'; readonly disabledAt: Instant });

export type KnownAgent = Exclude<Agent, { status: 'absent' }>;

export type AgentCommand =
  | {
      readonly type: 'add-agent';
      readonly agentId: AgentId;
      readonly name: string;
      readonly role: Role;
      readonly passwordHash: string | null;
      readonly ownCustomerId: CustomerId | null;
    }
  | { readonly type: 'disable-agent'; readonly agentId: AgentId }
  | { readonly type: 'enable-agent'; readonly agentId: AgentId }
  | { readonly type: 'change-agent-role'; readonly agentId: AgentId; readonly role: Role }
  | { readonly type: 'set-agent-password'; readonly agentId: AgentId; readonly passwordHash: string }
  | { readonly type: 'attempt-sign-in'; readonly agentId: AgentId }
  | { readonly type: 'complete-sign-in'; readonly agentId: AgentId }
  | { readonly type: 'sign-out'; readonly agentId: AgentId }
  | TakingOut
  | FilterCommand;

export type AgentFact =
  | {
      readonly type: 'agent-added';
      readonly at: Instant;
      readonly agentId: AgentId;
      readonly name: string;
      readonly role: Role;
      readonly passwordHash: string | null;
      readonly ownCustomerId: CustomerId | null;
    }
  | { readonly type: 'agent-disabled'; readonly at: Instant }
  | { readonly type: 'agent-enabled'; readonly at: Instant }
  | { readonly type: 'agent-role-changed'; readonly at: Instant; readonly role: Role }
  | { readonly type: 'agent-password-set'; readonly at: Instant; readonly passwordHash: string }
  | { readonly type: 'sign-in-attempted'; readonly at: Instant }
  | { readonly type: 'agent-locked'; readonly at: Instant }
  | { readonly type: 'signed-in'; readonly at: Instant }
  | { readonly type: 'signed-out'; readonly at: Instant }
  | TakenOut
  | FilterFact;

function decide(state: Agent, command: AgentCommand, situation: Situation): Decision<AgentFact> {
  const barred = barredFrom(state, command, situation);
  if (barred) return refuse(barred);
  const at = situation.now;
  if (command.type === 'add-agent') {
    if (makesSupervisor(command) && situation.actor.kind === 'agent') {
      return refuse({ code: 'supervisors-by-administrator' });
    }
    if (state.status !== 'absent') return refuse({ code: 'agent-exists', agentId: command.agentId });
    if (!agentIdPattern.test(command.agentId)) return refuse({ code: 'agent-id-malformed' });
    if (command.name.trim() === '') return refuse({ code: 'agent-name-missing' });
    const { type: _type, ...profile } = command;
    return done([{ type: 'agent-added', at, ...profile }]);
  }
  if (state.status === 'absent') return refuse({ code: 'agent-unknown', agentId: command.agentId });
  const kept = staffRefusal(state, command, situation);
  if (kept) return refuse(kept);
  switch (command.type) {
    case 'attempt-sign-in':
    case 'complete-sign-in':
    case 'sign-out':
      return decideSession(state, command, situation);
    case 'export-audit':
    case 'copy-personal':
      return takeOut(state, command, situation);
    case 'save-filter':
    case 'delete-filter':
      return decideFilter(state, command, situation);
    case 'disable-agent':
      if (state.status === 'disabled') return refuse({ code: 'agent-disabled' });
      return done([{ type: 'agent-disabled', at }]);
    case 'enable-agent':
      return done([{ type: 'agent-enabled', at }]);
    case 'change-agent-role':
      if (state.role === command.role) return refuse({ code: 'role-unchanged', role: command.role });
      return done([{ type: 'agent-role-changed', at, role: command.role }]);
    case 'set-agent-password':
      return done([{ type: 'agent-password-set', at, passwordHash: command.passwordHash }]);
  }
}

function makesSupervisor(command: AgentCommand): boolean {
  return 'role' in command && command.role === 'supervisor';
}

/**
 * Who takes a colleague's place away, or gives one: nobody their own; who can say yes is made and unmade by the
 * administrator alone, or one supervisor could make another to agree with; and one supervisor always stays.
 */
function staffRefusal(state: KnownAgent, command: AgentCommand, situation: Situation): Refusal | null {
  const { actor } = situation;
  const changes = ['disable-agent', 'enable-agent', 'change-agent-role'].includes(command.type);
  if (!changes) return null;
  if (actor.kind === 'agent' && actor.id === state.agentId) return { code: 'yourself' };
  const wasSupervisor = state.role === 'supervisor';
  if (actor.kind === 'agent' && (wasSupervisor || makesSupervisor(command))) {
    return { code: 'supervisors-by-administrator' };
  }
  const goes = command.type === 'disable-agent' || (command.type === 'change-agent-role' && !makesSupervisor(command));
  if (wasSupervisor && state.status === 'enabled' && goes && situation.otherSupervisors === 0) {
    return { code: 'last-supervisor' };
  }
  return null;
}

/** As for everybody; but the last permitted guess locks until it proves right, so its own sign-in may still complete. */
function barredFrom(state: Agent, { type }: AgentCommand, situation: Situation): Refusal | null {
  const barred = checkActor(type, situation);
  if (barred?.code !== 'agent-locked' || type !== 'complete-sign-in') return barred;
  if (state.status !== 'locked' || state.agentId !== situation.actor.id) return barred;
  const permitted = isPermitted(state.role, type, situation.realm);
  return permitted ? null : { code: 'not-permitted', command: type, party: state.role };
}

function decideSession(
  state: KnownAgent,
  command: Extract<AgentCommand, { type: 'attempt-sign-in' | 'complete-sign-in' | 'sign-out' }>,
  { now, policy, actor }: Situation,
): Decision<AgentFact> {
  if (actor.id !== state.agentId) return refuse({ code: 'not-your-account' });
  switch (command.type) {
    case 'sign-out':
      return done([{ type: 'signed-out', at: now }]);
    case 'complete-sign-in':
      return state.failures === 0 ? refuse({ code: 'no-sign-in-open' }) : done([{ type: 'signed-in', at: now }]);
    case 'attempt-sign-in': {
      const attempted: AgentFact = { type: 'sign-in-attempted', at: now };
      const last = state.failures + 1 >= policy.support.passwordFailuresToLock;
      return done(last ? [attempted, { type: 'agent-locked', at: now }] : [attempted]);
    }
  }
}

function evolve(state: Agent, fact: AgentFact): Agent {
  if (fact.type === 'agent-added') {
    const { type: _type, at: _at, ...profile } = fact;
    return { ...profile, failures: 0, filters: [], status: 'enabled' };
  }
  if (state.status === 'absent') return state;
  const profile = profileOf(state);
  switch (fact.type) {
    case 'agent-disabled':
      return { ...profile, status: 'disabled', disabledAt: fact.at };
    case 'agent-enabled':
      return { ...profile, failures: 0, status: 'enabled' };
    case 'agent-role-changed':
      return { ...state, role: fact.role };
    case 'agent-password-set':
      return state.status === 'locked'
        ? { ...profile, passwordHash: fact.passwordHash, failures: 0, status: 'enabled' }
        : { ...state, passwordHash: fact.passwordHash, failures: 0 };
    case 'sign-in-attempted':
      return { ...state, failures: state.failures + 1 };
    case 'agent-locked':
      return { ...profile, status: 'locked', lockedAt: fact.at };
    case 'signed-in':
      return { ...profile, failures: 0, status: 'enabled' };
    case 'signed-out':
    case 'audit-exported':
    case 'personal-copied':
      return state;
    case 'filter-saved':
    case 'filter-deleted':
      return { ...state, filters: evolveFilters(state.filters, fact) };
  }
}

function profileOf({ agentId, name, role, passwordHash, ownCustomerId, failures, filters }: KnownAgent): Profile {
  return { agentId, name, role, passwordHash, ownCustomerId, failures, filters };
}

export const agentDecider: Decider<Agent, AgentCommand, AgentFact> = {
  kind: 'agent',
  initial: { status: 'absent' },
  settle: () => [],
  decide,
  evolve,
  announce: () => null,
};
