import type { AgentId } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/permissions.ts';

/** How long until the next step: so many milliseconds, or until the next moment at which time itself acts, give or take one. */
export type Pause = { readonly by: number } | { readonly toDeadline: -1 | 0 | 1 };

/** What the agent could check: something the caller has, only what they know, too little of it, a wrong answer, a visit. */
export type Checked = 'possession' | 'knowledge' | 'little' | 'wrong-answer' | 'visit';

/** Something somebody tries. Codes, OTPs and references are named by what they are: only whoever plays the history knows them. */
export type Move =
  | { readonly do: 'request-code' }
  | { readonly do: 'enter-code'; readonly code: 'right' | 'wrong' | 'previous' | 'malformed' }
  | {
      readonly do: 'report-receipt';
      readonly attempt: 'latest' | 'previous';
      readonly state: 'accepted' | 'submitted' | 'held' | 'delivered' | 'failed';
      readonly secondsAgo: number;
    }
  | { readonly do: 'show-qr' | 'close-qr' }
  /** `right` is what an app shows whose clock is `drift` steps fast; `previous` is the OTP sent last, once more. */
  | {
      readonly do: 'sign';
      readonly otp: 'right' | 'wrong' | 'previous' | 'old-entry' | 'malformed';
      readonly drift: number;
    }
  | { readonly do: 'not-me' | 'refuse-phone-change'; readonly reference: 'newest' | 'made-up' }
  | { readonly do: 'open-case' | 'close-case' | 'unlock' | 'freeze' | 'abort-call' | 'abort-verification' }
  | { readonly do: 'verify'; readonly checked: Checked }
  | { readonly do: 'hand-over'; readonly from: AgentId; readonly to: AgentId }
  | { readonly do: 'ask-approval'; readonly action: 'reset' | 'unlock'; readonly emergency: boolean }
  | { readonly do: 'approve' | 'reject' }
  | { readonly do: 'ask-phone-change'; readonly ending: number; readonly emergency: boolean }
  | { readonly do: 'approve-phone-change'; readonly atOnce: boolean }
  | { readonly do: 'reject-phone-change' }
  | { readonly do: 'suspend' | 'reinstate' | 'revoke' | 'block' | 'unblock' }
  | { readonly do: 'disable' | 'enable' | 'demote' | 'promote'; readonly agentId: AgentId }
  | { readonly do: 'recognise-outage'; readonly minutesAgo: number }
  | { readonly do: 'end-outage' | 'approve-bulk-unlock' | 'reject-bulk-unlock' | 'clear-outage-lock' }
  | { readonly do: 'ask-bulk-unlock'; readonly whom: 'them' | 'somebody-else' };

export interface Step {
  readonly pause: Pause;
  readonly actor: Actor;
  readonly move: Move;
}
export type History = readonly Step[];
