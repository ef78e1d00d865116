import { expect } from 'vitest';
import type { Activation, ActivationFact, ActivationStatus } from '../../src/domain/activation.ts';
import { activationDecider } from '../../src/domain/activation-decider.ts';
import { evolveActivation } from '../../src/domain/activation-evolve.ts';
import { nextDueAt, settleActivation } from '../../src/domain/activation-settle.ts';
import { fold } from '../../src/domain/decision.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import type { Situation } from '../../src/domain/situation.ts';
import type { Happening } from '../support/memory-store.ts';
import { everyFact } from './every-fact.ts';

/** One command to the activation, with what stood before and after it. */
export interface Turn {
  readonly before: Activation;
  readonly after: Activation;
  readonly settled: readonly ActivationFact[];
  readonly facts: readonly ActivationFact[];
  readonly happening: Happening;
}

export function turnOf(happening: Happening): Turn {
  const settled = happening.settled as readonly ActivationFact[];
  const decided = happening.decision.facts as readonly ActivationFact[];
  return {
    before: happening.before as Activation,
    after: happening.after as Activation,
    settled,
    facts: [...settled, ...decided],
    happening,
  };
}

const has = (facts: readonly ActivationFact[], type: ActivationFact['type'], and: object = {}): boolean =>
  facts.some((fact) => fact.type === type && Object.entries(and).every(([key, value]) => fact[key as never] === value));

/** No counter goes beyond what locks. */
export function countersStayInBounds({ after, happening }: Turn): void {
  const { policy } = happening.situation;
  expect(after.consecutiveFailures).toBeLessThanOrEqual(policy.sms.failuresToLock);
  expect(after.wrongOtps).toBeLessThanOrEqual(policy.otp.failuresToLock);
  expect(after.lifetimeFailures).toBeLessThanOrEqual(policy.lifetimeFailures);
}

/** What may lower a counter, and nothing else: not a resend, not a refusal, not time. */
export function countersFallForAReason({ before, after, facts }: Turn): void {
  const reset = has(facts, 'activation-reset');
  if (after.consecutiveFailures < before.consecutiveFailures) {
    const confirmed = has(facts, 'sms-attempt-ended', { outcome: 'confirmed' });
    expect(reset || confirmed || has(facts, 'activation-unlocked', { cause: 'sms' })).toBe(true);
  }
  if (after.wrongOtps < before.wrongOtps) {
    const right = has(facts, 'document-signed');
    expect(reset || right || has(facts, 'activation-unlocked', { cause: 'otp' })).toBe(true);
  }
  const excused = facts.filter(({ type }) => type === 'sms-attempt-excused').length;
  if (excused > 0) expect(has(facts, 'outage-lock-cleared')).toBe(true);
  if (after.lifetimeFailures < before.lifetimeFailures && !reset) {
    expect(before.lifetimeFailures - after.lifetimeFailures).toBe(excused);
  }
  expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
  expect(after.unlocks.length).toBeGreaterThanOrEqual(before.unlocks.length);
}

/** From locked only an unlock, a reset, a freeze or the lifetime's end leads away; from frozen and disabled only a reset. */
export function stoppedStaysStopped({ before, after, facts }: Turn): void {
  if (before.status === after.status) return;
  const reset = has(facts, 'activation-reset');
  const frozen = has(facts, 'activation-frozen');
  if (before.status === 'locked') {
    expect(reset || frozen || has(facts, 'activation-unlocked', { cause: before.cause })).toBe(true);
  }
  if (before.status === 'frozen') expect(reset).toBe(true);
  if (before.status === 'disabled') expect(reset || frozen).toBe(true);
}

/** A full counter has locked, and a stopped activation lets no secret out and no signature through. */
export function fullCountersStop({ after, facts, happening }: Turn): void {
  const { policy } = happening.situation;
  const full =
    after.consecutiveFailures >= policy.sms.failuresToLock ||
    after.wrongOtps >= policy.otp.failuresToLock ||
    after.lifetimeFailures >= policy.lifetimeFailures;
  const stopped = ['locked', 'frozen', 'disabled'].includes(after.status);
  if (full) expect(stopped).toBe(true);
  if (stopped) {
    expect(happening.decision).not.toHaveProperty('disclosure.secret');
    expect(has(facts, 'document-signed') || has(facts, 'otp-secret-issued')).toBe(false);
  }
}

const factsOf: Partial<Record<RefusalCode, ActivationFact['type']>> = {
  'wrong-code': 'wrong-code-entered',
  'attempt-failed': 'sms-attempt-ended',
  'otp-wrong': 'otp-refused',
  'otp-already-used': 'otp-refused',
  'otp-of-old-secret': 'otp-refused',
  'otp-of-other-certificate': 'otp-refused',
  'otp-clock-off': 'otp-refused',
};

/** A refusal that says something was counted carries the fact that counts it. */
export function refusalsKeepTheirFacts({ facts, happening }: Turn): void {
  const { decision } = happening;
  if (decision.verdict !== 'refused') return;
  const needed = factsOf[decision.refusal.code];
  if (needed) expect(facts.map(({ type }) => type)).toContain(needed);
}

/** Each fact of time is dated at a deadline that stood before, and nothing is dated later than now. */
export function timeKeepsItsDeadlines({ before, settled, facts, happening }: Turn): void {
  const { policy, now } = happening.situation;
  const { qrVisible, supersededKept } = policy.otp;
  const deadlines = before.superseded.map(({ supersededAt }) => supersededAt + supersededKept);
  if (before.pendingApproval) deadlines.push(before.pendingApproval.expiresAt);
  if (before.status === 'awaiting_code') deadlines.push(before.attempt.deadline);
  if (before.status === 'awaiting_otp' && before.qr.state !== 'closed') {
    deadlines.push((before.qr.state === 'shown' ? before.qr.at : before.secret.issuedAt) + qrVisible);
  }
  for (const { at } of settled) expect(deadlines).toContain(at);
  for (const { at } of facts) expect(at).toBeLessThanOrEqual(now);
  if (facts.some(({ type }) => type === 'sms-code-requested')) return;
  const after = happening.after as Activation;
  if (before.status === 'awaiting_code' && after.status === 'awaiting_code') {
    expect(after.attempt.deadline).toBe(before.attempt.deadline);
  }
}

/** Settling on the way changes nothing: at any moment in between and again at the end is the same as once at the end. */
export function settlingOnTheWayIsSettlingAtTheEnd({ before, settled, happening }: Turn): void {
  const { situation } = happening;
  const due = nextDueAt(before, situation.policy) ?? Number.POSITIVE_INFINITY;
  expect(settled.length > 0).toBe(due <= situation.now);
  if (settled.length === 0) return;
  const settledAt = (state: Activation, now: number) => {
    const around: Pick<Situation, 'now' | 'policy' | 'outages'> = { ...situation, now };
    return fold(activationDecider, state, settleActivation(state, around));
  };
  const atTheEnd = settledAt(before, situation.now);
  for (const moment of [due - 1, due, (due + situation.now) / 2, situation.now]) {
    const onTheWay = settledAt(before, moment);
    expect(settledAt(onTheWay, situation.now)).toEqual(atTheEnd);
  }
  expect(nextDueAt(atTheEnd, situation.policy) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(situation.now);
}

/** Attempts are numbered without a gap and at most the last is open; of secrets each has a higher number than all before. */
export function numbersRise({ before, after, facts, happening }: Turn): void {
  const open = [...happening.attempts.values()].filter(({ outcome }) => outcome === null);
  expect(open.map(({ number }) => number)).toEqual(after.status === 'awaiting_code' ? [after.attempts] : []);
  expect([...happening.attempts.keys()]).toEqual(Array.from({ length: after.attempts }, (_, place) => place + 1));
  const issued = facts.filter((fact) => fact.type === 'otp-secret-issued');
  for (const { generation } of issued) expect(generation).toBe(before.generations + 1);
  expect(after.generations).toBe(before.generations + issued.length);
}

const activationFacts = Object.values(everyFact).filter(isActivationFact);
const counters = ['consecutiveFailures', 'wrongOtps', 'lifetimeFailures', 'attempts', 'generations'] as const;
const statuses: Readonly<Record<ActivationStatus, true>> = {
  inactive: true,
  awaiting_code: true,
  awaiting_otp: true,
  active: true,
  locked: true,
  frozen: true,
  disabled: true,
};

/** Whatever fact comes in whatever state: `evolve` answers with a state. */
export function evolveIsTotal({ after }: Turn): void {
  for (const fact of activationFacts) {
    const next = evolveActivation(after, fact);
    expect(statuses[next.status]).toBe(true);
    for (const counter of counters) expect(Number.isInteger(next[counter])).toBe(true);
  }
}

function isActivationFact(fact: { readonly type: string }): fact is ActivationFact {
  return !/^(account|phone|certificate|case|caller|agent|audit|personal|filter|sign|signed|bulk|outage-recognised|outage-ended)\b/.test(
    fact.type,
  );
}
