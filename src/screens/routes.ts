import type { AgentId, CaseId, CustomerId, Serial } from '../domain/ids.ts';
import type { Scenario } from '../sim/scenario.ts';

/** What an agent does for a verified caller, or asks a supervisor for; `verify` alone leaves the case open for what follows. */
export type SupportChange = 'verify' | 'unlock' | 'ask-unlock' | 'ask-reset' | 'ask-phone' | 'freeze';

/** Where one can be. The stack of these is the way back. */
export type Route =
  | { readonly screen: 'queue' }
  /** To ask for a search again begins a new one, to go back to it does not. */
  | { readonly screen: 'search'; readonly number: number }
  | { readonly screen: 'audit' }
  | { readonly screen: 'audit-entry'; readonly seq: number }
  | { readonly screen: 'audit-check' }
  | { readonly screen: 'account'; readonly customerId: CustomerId; readonly serial: Serial | null }
  | { readonly screen: 'walkthrough'; readonly customerId: CustomerId; readonly serial: Serial }
  /** The account as it was. */
  | { readonly screen: 'past'; readonly customerId: CustomerId; readonly serial: Serial | null }
  | { readonly screen: 'diagnosis'; readonly customerId: CustomerId; readonly serial: Serial }
  | {
      readonly screen: 'change';
      readonly customerId: CustomerId;
      readonly serial: Serial;
      readonly change: SupportChange;
    }
  | { readonly screen: 'school' }
  | { readonly screen: 'call' }
  | { readonly screen: 'debrief'; readonly agentId: AgentId; readonly number: number }
  | { readonly screen: 'class' }
  | { readonly screen: 'runs'; readonly agentId: AgentId }
  | { readonly screen: 'cases' }
  | { readonly screen: 'hand-over'; readonly caseId: CaseId; readonly customerId: CustomerId }
  | { readonly screen: 'agents' }
  | { readonly screen: 'agent-add' }
  | { readonly screen: 'radar' }
  | { readonly screen: 'reports' }
  | { readonly screen: 'outage'; readonly operator: string }
  | { readonly screen: 'approvals' }
  /** Without a serial it is about the account: another phone number. */
  | { readonly screen: 'approval'; readonly customerId: CustomerId; readonly serial: Serial | null }
  | { readonly screen: 'abort'; readonly customerId: CustomerId; readonly serial: Serial }
  /** The simulated subscriber; without a scenario one is chosen there. */
  | { readonly screen: 'stage'; readonly scenario: Scenario | null; readonly seed: number }
  /** The model solution of a call, for whoever may not see a simulated subscriber's secrets. */
  | { readonly screen: 'replay'; readonly scenario: Scenario; readonly seed: number };
