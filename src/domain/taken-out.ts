import { type Decision, done, refuse } from './decision.ts';
import type { AgentId, CaseId, CustomerId, Instant } from './ids.ts';
import type { Situation } from './situation.ts';

/** Personal data that lists mask and an opened account shows in full. */
export const personalData = ['name', 'login', 'email', 'phone'] as const;
export type PersonalDatum = (typeof personalData)[number];

/** What a member of the staff takes out of the house: a record as a file, or one datum on the clipboard. */
export type TakingOut =
  | {
      readonly type: 'export-audit';
      readonly agentId: AgentId;
      readonly customerId: CustomerId;
      readonly caseId: CaseId | null;
    }
  | {
      readonly type: 'copy-personal';
      readonly agentId: AgentId;
      readonly customerId: CustomerId;
      readonly what: PersonalDatum;
    };

/** What was taken, never its value. */
export type TakenOut =
  | {
      readonly type: 'audit-exported';
      readonly at: Instant;
      readonly customerId: CustomerId;
      readonly caseId: CaseId | null;
    }
  | {
      readonly type: 'personal-copied';
      readonly at: Instant;
      readonly customerId: CustomerId;
      readonly what: PersonalDatum;
    };

/** Taking a subscriber's data out of the house is itself on record. */
export function takeOut(
  { agentId }: { readonly agentId: AgentId },
  command: TakingOut,
  { actor, account, supportCase, now: at }: Situation,
): Decision<TakenOut> {
  const { customerId } = command;
  if (actor.id !== agentId) return refuse({ code: 'not-your-account' });
  if (account.status === 'absent') return refuse({ code: 'account-unknown' });
  if (command.type === 'copy-personal') return done([{ type: 'personal-copied', at, customerId, what: command.what }]);
  const { caseId } = command;
  if (caseId !== null) {
    if (supportCase.status === 'absent') return refuse({ code: 'case-unknown' });
    if (supportCase.customerId !== customerId) return refuse({ code: 'case-of-another-account' });
  }
  return done([{ type: 'audit-exported', at, customerId, caseId }]);
}
