import type { Account } from './account.ts';
import { type CaseHandedOver, type HandOver, type HandOverCase, handOver } from './case-hand-over.ts';
import { type Decider, type Decision, done, refuse } from './decision.ts';
import { checkActor, ownAccountRefusal } from './gate.ts';
import type { AgentId, CaseId, CustomerId, Instant, Ticket } from './ids.ts';
import type { Situation } from './situation.ts';

/**
 * What an agent can check, and what each check is worth. The first three prove that the caller has what only the subscriber
 * has: the number on file, the mailbox on file, or themselves with their identity document (ETSI TS 119 461). The others
 * are knowledge, which others may have too.
 */
export const proofPoints = {
  'call-back': 3,
  'contract-number': 2,
  'date-of-birth': 1,
  'certificate-expiry': 1,
  'e-mail-on-file': 1,
  'last-signature': 1,
  'e-mail-reply': 3,
  'personal-visit': 4,
} as const;
export type Proof = keyof typeof proofPoints;
export const proofs = Object.keys(proofPoints) as readonly Proof[];

/** Ticket numbers as the usual systems print them: `INC-20931`, `T4711`. */
export const ticketPattern = /^[A-Za-z0-9][A-Za-z0-9#/_-]{1,31}$/;

export type Verification =
  | { readonly status: 'none' }
  | { readonly status: 'passed'; readonly at: Instant; readonly proofs: readonly Proof[]; readonly points: number }
  | { readonly status: 'failed'; readonly at: Instant; readonly failures: number }
  | { readonly status: 'aborted'; readonly at: Instant };

interface CaseFile {
  readonly caseId: CaseId;
  readonly ticket: Ticket;
  readonly customerId: CustomerId;
  readonly agentId: AgentId;
  /** What the caller said, in their own words; may be empty. */
  readonly words: string;
  readonly openedAt: Instant;
  readonly verification: Verification;
  /** By whom the case came here; null while it is with the agent who opened it. */
  readonly handOver: HandOver | null;
}

/** One call: whose account, which ticket, which agent, and whether the caller was verified. */
export type SupportCase =
  | { readonly status: 'absent' }
  | (CaseFile & { readonly status: 'open' })
  | (CaseFile & { readonly status: 'closed'; readonly closedAt: Instant });

interface Checked {
  readonly caseId: CaseId;
  readonly passed: readonly Proof[];
  readonly failed: readonly Proof[];
}

export type SupportCaseCommand =
  | {
      readonly type: 'open-case';
      readonly caseId: CaseId;
      readonly ticket: Ticket;
      readonly customerId: CustomerId;
      readonly words: string;
    }
  | ({ readonly type: 'record-verification' } & Checked)
  | ({ readonly type: 'abort-verification' } & Checked)
  | HandOverCase
  | { readonly type: 'close-case'; readonly caseId: CaseId };

interface Shortfall {
  readonly at: Instant;
  readonly passed: readonly Proof[];
  readonly failed: readonly Proof[];
  readonly points: number;
}

export type SupportCaseFact =
  | {
      readonly type: 'case-opened';
      readonly at: Instant;
      readonly caseId: CaseId;
      readonly ticket: Ticket;
      readonly customerId: CustomerId;
      readonly agentId: AgentId;
      readonly words: string;
    }
  | {
      readonly type: 'caller-verified';
      readonly at: Instant;
      readonly proofs: readonly Proof[];
      readonly points: number;
    }
  | ({ readonly type: 'caller-verification-failed' } & Shortfall)
  | ({ readonly type: 'caller-verification-aborted' } & Shortfall)
  | CaseHandedOver
  | { readonly type: 'case-closed'; readonly at: Instant };

/** Sum of the points of different proofs; naming one twice does not count twice. */
export function pointsOf(passed: readonly Proof[]): number {
  return [...new Set(passed)].reduce((sum, proof) => sum + proofPoints[proof], 0);
}

/** Does whoever answers the number on file prove anything by it? Not where there is none, nor before a new one counts. */
export function isNumberProven(account: Account, now: Instant): boolean {
  return account.status !== 'absent' && account.phone !== null && now >= account.phoneUsableFrom;
}

function decide(state: SupportCase, command: SupportCaseCommand, situation: Situation): Decision<SupportCaseFact> {
  const barred = checkActor(command.type, situation);
  if (barred) return refuse(barred);
  if (command.type === 'open-case') return openCase(state, command, situation);
  if (state.status === 'absent') return refuse({ code: 'case-unknown' });
  if (state.status === 'closed') return refuse({ code: 'case-closed' });
  if (command.type === 'hand-over-case') return handOver(state.agentId, command, situation);
  if (state.agentId !== situation.actor.id) return refuse({ code: 'case-of-another-agent' });
  switch (command.type) {
    case 'record-verification':
      return recordVerification(command, situation);
    case 'abort-verification':
      return abortVerification(command, situation);
    case 'close-case':
      return done([{ type: 'case-closed', at: situation.now }]);
  }
}

function openCase(
  state: SupportCase,
  command: Extract<SupportCaseCommand, { type: 'open-case' }>,
  situation: Situation,
): Decision<SupportCaseFact> {
  const { account, actor, now } = situation;
  if (state.status !== 'absent') return refuse({ code: 'case-exists' });
  if (account.status === 'absent') return refuse({ code: 'account-unknown' });
  const own = ownAccountRefusal(situation);
  if (own) return refuse(own);
  if (!ticketPattern.test(command.ticket)) return refuse({ code: 'ticket-malformed' });
  const { caseId, ticket, customerId, words } = command;
  return done([{ type: 'case-opened', at: now, caseId, ticket, customerId, agentId: actor.id, words }]);
}

/** Enough points and no failed proof verifies the caller; anything else is refused, and recorded as a failed verification. */
function recordVerification(command: Checked, situation: Situation): Decision<SupportCaseFact> {
  const { policy, now, agent } = situation;
  const own = ownAccountRefusal(situation);
  if (own) return refuse(own);
  // Whoever lets in a visitor looks at their identity document: not a thing to be told over the phone.
  const visited = command.passed.includes('personal-visit');
  if (visited && (agent.status === 'absent' || agent.role !== 'supervisor')) {
    return refuse({ code: 'visit-needs-supervisor' });
  }
  const { account } = situation;
  if (command.passed.includes('call-back') && !isNumberProven(account, now)) {
    const known = account.status !== 'absent' && account.phone !== null;
    return refuse({ code: 'call-back-proves-nothing', usableFrom: known ? account.phoneUsableFrom : null });
  }
  const points = pointsOf(command.passed);
  const needed = policy.support.verificationPoints;
  if (points >= needed && command.failed.length === 0) {
    return done([{ type: 'caller-verified', at: now, proofs: [...new Set(command.passed)], points }]);
  }
  const { passed, failed } = command;
  const fact = { type: 'caller-verification-failed', at: now, passed, failed, points } as const;
  return failed.length > 0
    ? refuse({ code: 'caller-not-verified' }, [fact])
    : refuse({ code: 'not-enough-points', points, needed }, [fact]);
}

/** The call ended before the caller was verified, or not: what was checked by then is kept, and nothing rests on it. */
function abortVerification({ passed, failed }: Checked, situation: Situation): Decision<SupportCaseFact> {
  const own = ownAccountRefusal(situation);
  if (own) return refuse(own);
  const at = situation.now;
  return done([
    { type: 'caller-verification-aborted', at, passed, failed, points: pointsOf(passed) },
    { type: 'case-closed', at },
  ]);
}

function evolve(state: SupportCase, fact: SupportCaseFact): SupportCase {
  if (fact.type === 'case-opened') {
    const { type: _type, at, ...file } = fact;
    return { ...file, status: 'open', openedAt: at, verification: { status: 'none' }, handOver: null };
  }
  if (state.status !== 'open') return state;
  switch (fact.type) {
    case 'caller-verified':
      return {
        ...state,
        verification: { status: 'passed', at: fact.at, proofs: fact.proofs, points: fact.points },
      };
    case 'caller-verification-failed': {
      const failures = state.verification.status === 'failed' ? state.verification.failures : 0;
      return { ...state, verification: { status: 'failed', at: fact.at, failures: failures + 1 } };
    }
    case 'caller-verification-aborted':
      return { ...state, verification: { status: 'aborted', at: fact.at } };
    case 'case-handed-over': {
      const { from, at, note, to, verificationKept } = fact;
      const verification: Verification = verificationKept ? state.verification : { status: 'none' };
      return { ...state, agentId: to, handOver: { from, at, note }, verification };
    }
    case 'case-closed':
      return { ...state, status: 'closed', closedAt: fact.at };
  }
}

export const supportCaseDecider: Decider<SupportCase, SupportCaseCommand, SupportCaseFact> = {
  kind: 'support-case',
  initial: { status: 'absent' },
  settle: () => [],
  decide,
  evolve,
  announce: () => null,
};
