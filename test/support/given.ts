import { expect } from 'vitest';
import { type Account, type AccountFact, accountDecider } from '../../src/domain/account.ts';
import type { ActivationFact } from '../../src/domain/activation.ts';
import { activationDecider } from '../../src/domain/activation-decider.ts';
import { type Agent, type AgentFact, agentDecider } from '../../src/domain/agent.ts';
import { isAttemptFact } from '../../src/domain/attempt-facts.ts';
import { type Certificate, type CertificateFact, certificateDecider } from '../../src/domain/certificate.ts';
import type { Command } from '../../src/domain/commands.ts';
import { type Decider, type Decision, type FactBase, fold } from '../../src/domain/decision.ts';
import { type Instant, SECOND } from '../../src/domain/ids.ts';
import type { Message, NoticeTemplate } from '../../src/domain/message.ts';
import { type OperatorFact, operatorDecider } from '../../src/domain/operator.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { Situation } from '../../src/domain/situation.ts';
import { type AttemptFact, type AttemptRecord, evolveAttempts } from '../../src/domain/sms-attempt.ts';
import { type SupportCase, type SupportCaseFact, supportCaseDecider } from '../../src/domain/support-case.ts';
import { NOON } from './records.ts';
import { situationFor } from './situations.ts';

export const givenActivation = (...facts: readonly ActivationFact[]) => given(activationDecider, facts);
export const givenAccount = (...facts: readonly AccountFact[]) => given(accountDecider, facts);
export const givenCertificate = (...facts: readonly CertificateFact[]) => given(certificateDecider, facts);
export const givenCase = (...facts: readonly SupportCaseFact[]) => given(supportCaseDecider, facts);
export const givenAgent = (...facts: readonly AgentFact[]) => given(agentDecider, facts);
export const givenOperator = (...facts: readonly OperatorFact[]) => given(operatorDecider, facts);

/** What had happened; `when` gives a command the way the store does: settle, then decide. */
function given<State, C extends Command, F extends FactBase>(decider: Decider<State, C, F>, facts: readonly F[]) {
  const stored = fold(decider, decider.initial, facts);
  const aMomentLater = Math.max(NOON, ...facts.map((fact) => fact.at)) + SECOND;

  return {
    state: stored,
    /** A second after the last thing that happened, unless `now` says otherwise. */
    when(command: C, overrides: Partial<Situation> = {}) {
      const surroundings = { ...own(decider.kind, stored, command), ...history(facts, command), ...overrides };
      const situation = situationFor(command, overrides.now ?? aMomentLater, surroundings);
      const settled = decider.settle(stored, situation);
      const decision = decider.decide(fold(decider, stored, settled), command, situation);
      return outcomeOf(decider, stored, settled, decision);
    },
    /** What time alone has decided by then. */
    settledBy(now: Instant, overrides: Partial<Situation> = {}) {
      const situation = situationFor({ type: 'settle-activation' }, now, overrides);
      const settled = decider.settle(stored, situation);
      return outcomeOf<State, F>(decider, stored, settled, {
        verdict: 'done',
        facts: [],
        messages: [],
        disclosure: null,
      });
    },
  };
}

function outcomeOf<State, F extends FactBase>(
  decider: Pick<Decider<State, never, F>, 'evolve' | 'announce'>,
  before: State,
  settled: readonly F[],
  decision: Decision<F>,
) {
  const facts = [...settled, ...decision.facts];
  const state = fold(decider, before, facts);
  const outcome = {
    decision,
    state,
    /** Carried out, with exactly these facts, those of time first. */
    thenDone(...expected: readonly F[]) {
      expect({ verdict: decision.verdict, facts }).toEqual({ verdict: 'done', facts: expected });
      return outcome;
    },
    /** Refused for exactly this, and exactly these facts are saved all the same. */
    thenRefused(refusal: Refusal, ...expected: readonly F[]) {
      const given = decision.verdict === 'refused' ? decision.refusal : decision.verdict;
      expect({ refusal: given, facts }).toEqual({ refusal, facts: expected });
      return outcome;
    },
    /** The facts, whatever the answer. */
    thenFacts(...expected: readonly F[]) {
      expect(facts).toEqual(expected);
      return outcome;
    },
    thenMessages(...expected: readonly Message[]) {
      expect(decision.messages).toEqual(expected);
      return outcome;
    },
    thenDiscloses(secret: Uint8Array) {
      expect(decision).toMatchObject({ disclosure: { kind: 'otp-secret', secret } });
      return outcome;
    },
    /** The subscriber is told of this, and of nothing else. */
    thenAnnounces(...expected: readonly NoticeTemplate[]) {
      expect(facts.map((fact) => decider.announce(fact)).filter((template) => template !== null)).toEqual(expected);
      return outcome;
    },
    /** Where that leaves things. */
    andState(expected: PartOf<State> & object) {
      expect(state).toMatchObject(expected);
      return outcome;
    },
  };
  return outcome;
}

/** Some of a state, to any depth. */
type PartOf<T> = T extends object ? { readonly [Key in keyof T]?: PartOf<T[Key]> } : T;

/** A rule finds its own state in the situation too, as the store would load it. */
function own<C extends Command>(kind: string, stored: unknown, command: C): Partial<Situation> {
  switch (kind) {
    case 'account':
      return { account: stored as Account };
    case 'certificate':
      return { certificate: stored as Certificate };
    case 'support-case':
      return { supportCase: stored as SupportCase };
    case 'agent':
      return isOwnSession(command) ? { agent: stored as Agent, actor: { kind: 'agent', id: command.agentId } } : {};
    default:
      return {};
  }
}

function isOwnSession(command: Command): command is Extract<Command, { type: 'attempt-sign-in' }> {
  return ['attempt-sign-in', 'complete-sign-in', 'sign-out'].includes(command.type);
}

/** The stored attempts: the one a receipt speaks of, and the newest ones. */
function history(facts: readonly FactBase[], command: Command): Partial<Situation> {
  const none: ReadonlyMap<number, AttemptRecord> = new Map();
  const attempts = (facts as readonly AttemptFact[]).filter(isAttemptFact).reduce(evolveAttempts, none);
  const attempt = command.type === 'record-sms-receipt' ? (attempts.get(command.attempt) ?? null) : null;
  return { attempt, recentAttempts: [...attempts.values()].toReversed() };
}
