import { type Decision, done, refuse } from './decision.ts';
import { ownAccountOf, ownAccountRefusal } from './gate.ts';
import type { AgentId, CaseId, Instant } from './ids.ts';
import { isPermitted } from './permissions.ts';
import type { Situation } from './situation.ts';

/** What the colleague before left to read, and when. */
export interface HandOver {
  readonly from: AgentId;
  readonly at: Instant;
  readonly note: string;
}

export interface HandOverCase {
  readonly type: 'hand-over-case';
  readonly caseId: CaseId;
  readonly to: AgentId;
  readonly note: string;
}

export interface CaseHandedOver extends HandOver {
  readonly type: 'case-handed-over';
  readonly to: AgentId;
  /** Policy at that moment: whether the caller counts as verified for the next agent too. */
  readonly verificationKept: boolean;
}

/**
 * Whoever holds the case gives it to a colleague who may hold one; so does a supervisor for somebody who went home. What
 * one agent verified the next one did not hear: the verification stays behind unless policy says otherwise.
 */
export function handOver(
  holder: AgentId,
  { to, note }: HandOverCase,
  { actor, agent, colleague, account, realm, policy, now }: Situation,
): Decision<CaseHandedOver> {
  const own = ownAccountRefusal({ agent, account });
  if (own) return refuse(own);
  const supervises = agent.status !== 'absent' && agent.role === 'supervisor';
  if (holder !== actor.id && !supervises) return refuse({ code: 'case-of-another-agent' });
  if (note.trim() === '') return refuse({ code: 'note-missing' });
  if (to === holder) return refuse({ code: 'already-holds-case', agentId: to });
  if (colleague.status === 'absent') return refuse({ code: 'agent-unknown', agentId: to });
  const able = colleague.status === 'enabled' && isPermitted(colleague.role, 'open-case', realm);
  if (!able || ownAccountOf(colleague, account)) return refuse({ code: 'colleague-cannot', agentId: to });
  const { verificationSurvivesHandOver: verificationKept } = policy.support;
  return done([{ type: 'case-handed-over', at: now, from: holder, to, note, verificationKept }]);
}
