import type { Ask, AskedCounters } from '../domain/approval.ts';
import type { Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { ReasonCode } from '../domain/situation.ts';
import { pointsOf } from '../domain/support-case.ts';
import type { Call } from './seed-calls.ts';

/** What an agent asked of a supervisor in a seeded call. */
export function seededAsk(
  { caseId, ticket, agentId, proofs }: Call,
  asked: {
    readonly at: Instant;
    readonly reason: ReasonCode;
    readonly note: string;
    readonly counters: AskedCounters | null;
  },
  policy: Policy,
): Ask {
  const { at, reason, note, counters } = asked;
  return {
    requestedBy: agentId,
    requestedAt: at,
    expiresAt: at + policy.support.approvalValid,
    caseId,
    ticket,
    reason,
    note,
    emergency: false,
    firstYesBy: null,
    askedOn: { proofs, points: pointsOf(proofs), finding: null, counters },
  };
}
