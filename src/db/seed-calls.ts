import type { AgentId, CaseId, CustomerId, Instant, Ticket } from '../domain/ids.ts';
import { MINUTE, SECOND } from '../domain/ids.ts';
import { type Proof, pointsOf, type SupportCaseFact } from '../domain/support-case.ts';
import type { Random } from '../fiction/random.ts';

/** The calls of one subscriber to support: each a case with a verified caller. */
export interface Calls {
  readonly cases: readonly { readonly caseId: CaseId; readonly facts: readonly SupportCaseFact[] }[];
  /** A call in which something was done or asked for at this moment; it is over soon after, if that has passed. */
  take(at: Instant): Call;
  /** The same, but Ewa keeps the case open. */
  keepOpen(at: Instant): Call;
}

export interface Call {
  readonly caseId: CaseId;
  readonly ticket: Ticket;
  readonly agentId: AgentId;
  readonly proofs: readonly Proof[];
}

const KEEPING = 'ewa';
const agents = [KEEPING, 'jan'] as const;
const verifications = [
  ['call-back', 'date-of-birth'],
  ['call-back', 'contract-number'],
  ['e-mail-reply', 'contract-number'],
] as const satisfies readonly (readonly Proof[])[];

const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CASE_ID_LENGTH = 8;
/** Cases that one account may have, so that ids count on from account to account. */
const CASES_PER_ACCOUNT = 8;
/** Odd, so that counting by it meets every id before any comes again (they are numbers of 40 bits). */
const SCATTER = 123_456_789;

export function callsOf(customerId: CustomerId, number: number, random: Random, now: Instant): Calls {
  const cases: { caseId: CaseId; facts: SupportCaseFact[] }[] = [];
  const call = (at: Instant, agentId: AgentId) => {
    const index = cases.length;
    if (index >= CASES_PER_ACCOUNT) throw new Error('a seeded subscriber calls too often');
    const caseId = caseIdOf(number * CASES_PER_ACCOUNT + index);
    const ticket = `INC-${random.digits(6)}`;
    const proofs = random.pick(verifications);
    const points = pointsOf(proofs);
    const openedAt = at - random.between(3 * MINUTE, 6 * MINUTE);
    const verifiedAt = at - random.between(20 * SECOND, 2 * MINUTE);
    const facts: SupportCaseFact[] = [
      { type: 'case-opened', at: openedAt, caseId, ticket, customerId, agentId, words: '' },
      { type: 'caller-verified', at: verifiedAt, proofs, points },
    ];
    cases.push({ caseId, facts });
    return { facts, taken: { caseId, ticket, agentId, proofs } };
  };
  return {
    cases,
    take(at) {
      const { facts, taken } = call(at, random.pick(agents));
      const closedAt = at + random.between(30 * SECOND, 3 * MINUTE);
      if (closedAt <= now) facts.push({ type: 'case-closed', at: closedAt });
      return taken;
    },
    keepOpen: (at) => call(at, KEEPING).taken,
  };
}

function caseIdOf(count: number): CaseId {
  let rest = (count * SCATTER) % READABLE.length ** CASE_ID_LENGTH;
  let id = '';
  for (let index = 0; index < CASE_ID_LENGTH; index++) {
    id += READABLE[rest % READABLE.length] ?? '';
    rest = Math.floor(rest / READABLE.length);
  }
  return id;
}
