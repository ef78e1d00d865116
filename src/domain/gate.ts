import type { CommandType } from './commands.ts';
import type { Instant } from './ids.ts';
import { isPermitted, type Party } from './permissions.ts';
import type { Policy } from './policy.ts';
import type { Refusal } from './refusal.ts';
import type { Grounds, Situation } from './situation.ts';
import type { Verification } from './support-case.ts';

/** Null when the one who asks may give this command here and now, else why not. Every decider asks this first. */
export function checkActor(command: CommandType, situation: Situation): Refusal | null {
  const party = partyOf(situation);
  if (typeof party !== 'string') return party;
  return isPermitted(party, command, situation.realm) ? null : { code: 'not-permitted', command, party };
}

function partyOf({ actor, agent }: Situation): Party | Refusal {
  if (actor.kind !== 'agent') return actor.kind;
  if (agent.status === 'absent') return { code: 'agent-unknown', agentId: actor.id };
  if (agent.status === 'disabled') return { code: 'agent-disabled' };
  if (agent.status === 'locked') return { code: 'agent-locked', failures: agent.failures };
  return agent.role;
}

/**
 * Null when a support command rests on solid ground: an open case of this account, opened by the same agent, whose caller
 * was verified recently enough; a free text; and not the agent's own account. Else why not.
 */
export function checkGrounds(grounds: Grounds, situation: Situation): Refusal | null {
  const { supportCase, now, policy } = situation;
  const unfit = checkCase(grounds, situation);
  if (unfit) return unfit;
  if (supportCase.status === 'absent' || supportCase.verification.status !== 'passed') {
    return { code: 'caller-not-verified' };
  }
  const { verification } = supportCase;
  return hasLapsed(verification, now, policy) ? { code: 'verification-expired', verifiedAt: verification.at } : null;
}

/** Was the caller verified too long ago for anything to rest on it? */
export function hasLapsed(
  verification: Verification,
  now: Instant,
  { support }: Policy,
): verification is Extract<Verification, { status: 'passed' }> {
  return verification.status === 'passed' && now >= verification.at + support.verificationValid;
}

/** As `checkGrounds`, but for what needs no verified caller (to freeze on suspicion). */
export function checkCase(grounds: Grounds, situation: Situation): Refusal | null {
  const { actor, account, supportCase } = situation;
  if (account.status === 'absent') return { code: 'account-unknown' };
  const own = ownAccountRefusal(situation);
  if (own) return own;
  if (supportCase.status === 'absent') return { code: 'case-unknown' };
  if (supportCase.customerId !== account.customerId) return { code: 'case-of-another-account' };
  if (supportCase.agentId !== actor.id) return { code: 'case-of-another-agent' };
  if (supportCase.status === 'closed') return { code: 'case-closed' };
  return grounds.note.trim() === '' ? { code: 'note-missing' } : null;
}

/** Nobody of the staff touches their own subscription, whatever their role. */
export function ownAccountRefusal({ agent, account }: Pick<Situation, 'agent' | 'account'>): Refusal | null {
  return ownAccountOf(agent, account) ? { code: 'own-account' } : null;
}

export function ownAccountOf(agent: Situation['agent'], account: Situation['account']): boolean {
  return agent.status !== 'absent' && account.status !== 'absent' && agent.ownCustomerId === account.customerId;
}
