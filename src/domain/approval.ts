import type { Account } from './account.ts';
import type { Cause } from './diagnosis.ts';
import { checkGrounds, ownAccountRefusal } from './gate.ts';
import type { AgentId, CaseId, Instant, Ticket } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { Grounds, ReasonCode, Situation } from './situation.ts';
import { isNumberProven, type Proof, pointsOf } from './support-case.ts';

/** How the activation stood when it was asked for. */
export interface AskedCounters {
  readonly consecutiveFailures: number;
  readonly wrongOtps: number;
  readonly lifetimeFailures: number;
  readonly unlocks: number;
}

/** What a request rests on, as it was at that moment: the one who decides sees this, and how things stand now. */
export interface AskedOn {
  readonly proofs: readonly Proof[];
  readonly points: number;
  /** What the diagnosis named first; null when it named nothing. */
  readonly finding: Cause | null;
  readonly counters: AskedCounters | null;
}

/** What an agent may not do alone: asked for by one, decided by another, who is a supervisor. Lapses by itself. */
export interface Ask {
  readonly requestedBy: AgentId;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly caseId: CaseId;
  readonly ticket: Ticket;
  readonly reason: ReasonCode;
  readonly note: string;
  /** Does not wait for the cool-down, and takes two supervisors. */
  readonly emergency: boolean;
  /** The first of the two; always null when one is enough. */
  readonly firstYesBy: AgentId | null;
  readonly askedOn: AskedOn;
}

/** What every request brings along. The finding is the door's: nobody says themselves what speaks for them. */
export interface AskGrounds extends Grounds {
  readonly emergency: boolean;
  readonly finding: Cause | null;
}

/** Null when it may be asked for by this agent now, else why not. An emergency does not wait, and needs no less proof. */
export function askRefusal(grounds: AskGrounds, situation: Situation): Refusal | null {
  return checkGrounds(grounds, situation) ?? (grounds.emergency ? null : coolDownRefusal(situation));
}

/** After a "no", of a supervisor or the subscriber, and after an aborted call, nothing is asked for until things have cooled down. */
export function coolDownRefusal({
  lastNoAt,
  now,
  policy,
}: Pick<Situation, 'lastNoAt' | 'now' | 'policy'>): Refusal | null {
  if (lastNoAt === null) return null;
  const until = lastNoAt + policy.support.coolDown;
  return now < until ? { code: 'cool-down', until } : null;
}

/**
 * Null when something that only the subscriber has was among the proofs. Answers to questions alone never lead to a new
 * secret or a new number: NIST SP 800-63B-4, 3.1.1.2 (no knowledge-based authentication) and 4.2 (account recovery).
 * A number that was changed a moment ago proves nothing about who answers it.
 */
export function possessionRefusal({ supportCase, account, now }: Situation): Refusal | null {
  const verification = supportCase.status === 'absent' ? null : supportCase.verification;
  const proven = verification?.status === 'passed' ? verification.proofs : [];
  return provesPossession(proven, account, now) ? null : { code: 'possession-needed' };
}

export function provesPossession(proven: readonly Proof[], account: Account, now: Instant): boolean {
  const answered = proven.includes('call-back') && isNumberProven(account, now);
  return answered || proven.includes('e-mail-reply') || proven.includes('personal-visit');
}

export function newAsk(grounds: AskGrounds, counters: AskedCounters | null, situation: Situation): Ask {
  const { now, policy, actor, supportCase } = situation;
  const { caseId, reason, note, emergency, finding } = grounds;
  const verification = supportCase.status === 'absent' ? null : supportCase.verification;
  const proofs = verification?.status === 'passed' ? verification.proofs : [];
  return {
    requestedBy: actor.id,
    requestedAt: now,
    expiresAt: now + (emergency ? policy.support.emergencyValid : policy.support.approvalValid),
    caseId,
    ticket: supportCase.status === 'absent' ? '' : supportCase.ticket,
    reason,
    note,
    emergency,
    firstYesBy: null,
    askedOn: { proofs, points: pointsOf(proofs), finding, counters },
  };
}

/** The request that is still in force. */
export function askInForce<A extends Ask>(ask: A | null, now: Instant): A | null {
  return ask && now < ask.expiresAt ? ask : null;
}

/** Null when this person may say no: somebody else than who asked, and not about themselves. */
export function noRefusal(ask: Ask | null, situation: Situation): Refusal | null {
  const pending = askInForce(ask, situation.now);
  if (!pending) return { code: 'no-approval-pending' };
  return pending.requestedBy === situation.actor.id ? { code: 'same-person' } : ownAccountRefusal(situation);
}

/** As `noRefusal`, for a yes: of the two that an emergency takes, the second is somebody else again. */
export function yesRefusal(ask: Ask | null, situation: Situation): Refusal | null {
  const { actor, lastNoAt } = situation;
  const unfit = noRefusal(ask, situation);
  if (unfit || !ask) return unfit;
  if (ask.firstYesBy === actor.id) return { code: 'same-person' };
  // A no about the number or about another certificate, an aborted call, "not me": said to the account, it counts for all that waits.
  return lastNoAt !== null && lastNoAt >= ask.requestedAt ? { code: 'overruled', since: lastNoAt } : null;
}

/** Is this the first of the two yeses that an emergency takes? */
export function isFirstOfTwo({ emergency, firstYesBy }: Ask): boolean {
  return emergency && firstYesBy === null;
}
