import type { Ask, AskGrounds } from './approval.ts';
import type { BulkUnlock } from './bulk-unlock.ts';
import type { AgentId, Instant, Serial, Ticket } from './ids.ts';
import type { NoticeTemplate } from './message.ts';
import type { Receipt } from './receipt.ts';
import type { Grounds } from './situation.ts';
import type { AttemptFact, OpenAttempt } from './sms-attempt.ts';
import type { Proof } from './support-case.ts';

/** A TOTP key, sealed. Generations count from 1 within a certificate. */
export interface Secret {
  readonly generation: number;
  readonly sealed: string;
  readonly issuedAt: Instant;
}

/** The portal's "Secret" window: shown once, closed by the subscriber, hidden by policy. */
export type QrWindow =
  | { readonly state: 'unseen' }
  | { readonly state: 'shown'; readonly at: Instant }
  | { readonly state: 'closed'; readonly at: Instant };

export interface SupersededSecret extends Secret {
  readonly supersededAt: Instant;
}

export interface Unlock {
  readonly at: Instant;
  readonly approved: boolean;
}

/** What waits here for a supervisor. */
export interface PendingApproval extends Ask {
  readonly action: 'reset' | 'unlock';
}

/** Why an activation was frozen: an agent's suspicion, a call that was broken off, or the subscriber's "this was not me". */
export const freezeCauses = ['suspicion', 'aborted-call', 'not-me'] as const;
export type FreezeCause = (typeof freezeCauses)[number];

/** What made an agent break off a call. */
export const abortCauses = ['pressure', 'not-the-subscriber', 'somebody-dictates', 'asks-for-secrets'] as const;
export type AbortCause = (typeof abortCauses)[number];

/** What every status carries. The two counters are never mixed. */
export interface Counters {
  readonly consecutiveFailures: number;
  readonly wrongOtps: number;
  readonly lifetimeFailures: number;
  readonly attempts: number;
  readonly generations: number;
  readonly unlocks: readonly Unlock[];
  readonly superseded: readonly SupersededSecret[];
  readonly pendingApproval: PendingApproval | null;
  /** The last rejected request, aborted call or "this was not me"; nothing is asked for soon after it. */
  readonly lastNoAt: Instant | null;
  /** Of the newest code, also when its attempt is over: a late entry of it can be told from a wrong one. */
  readonly lastCodeDigest: string | null;
}

interface WithSecret {
  readonly secret: Secret;
  readonly lastTimeStep: number | null;
}

export type Activation = Counters &
  (
    | { readonly status: 'inactive'; readonly secret: Secret | null }
    | { readonly status: 'awaiting_code'; readonly attempt: OpenAttempt; readonly secret: Secret | null }
    | (WithSecret & { readonly status: 'awaiting_otp'; readonly qr: QrWindow })
    | (WithSecret & { readonly status: 'active'; readonly activatedAt: Instant })
    | {
        readonly status: 'locked';
        readonly cause: 'sms';
        readonly lockedAt: Instant;
        readonly secret: Secret | null;
      }
    | (WithSecret & {
        readonly status: 'locked';
        readonly cause: 'otp';
        readonly lockedAt: Instant;
        /** Null when the five wrong OTPs came before the first right one. */
        readonly activatedAt: Instant | null;
      })
    | {
        readonly status: 'frozen';
        readonly frozenAt: Instant;
        readonly cause: FreezeCause;
        readonly secret: Secret | null;
      }
    | { readonly status: 'disabled'; readonly disabledAt: Instant; readonly secret: Secret | null }
  );

export type ActivationStatus = Activation['status'];
export const untouched: Activation = {
  status: 'inactive',
  secret: null,
  consecutiveFailures: 0,
  wrongOtps: 0,
  lifetimeFailures: 0,
  attempts: 0,
  generations: 0,
  unlocks: [],
  superseded: [],
  pendingApproval: null,
  lastNoAt: null,
  lastCodeDigest: null,
};

/** Commands of the subscriber, the network, support and time. Codes, entropy and secrets are made at the door. */
export type ActivationCommand =
  | { readonly type: 'request-sms-code'; readonly serial: Serial; readonly code: string }
  | {
      readonly type: 'record-sms-receipt';
      readonly serial: Serial;
      readonly attempt: number;
      readonly receipt: Receipt;
      /** When the operator says it happened; never later than now. */
      readonly happenedAt: Instant;
    }
  | { readonly type: 'confirm-code'; readonly serial: Serial; readonly code: string; readonly newSecret: Uint8Array }
  | { readonly type: 'show-secret-qr'; readonly serial: Serial }
  | { readonly type: 'close-qr-window'; readonly serial: Serial }
  | {
      readonly type: 'sign-document';
      readonly serial: Serial;
      readonly otp: string;
      /** SHA-256 of the document, hex. */
      readonly digest: string;
      readonly name: string;
    }
  | ({ readonly type: 'unlock-activation'; readonly serial: Serial } & Grounds)
  | ({ readonly type: 'freeze-activation'; readonly serial: Serial } & Grounds)
  | {
      readonly type: 'abort-call';
      readonly serial: Serial;
      readonly cause: AbortCause;
      /** As far as the call had come. */
      readonly ticket: Ticket | null;
      readonly passed: readonly Proof[];
      readonly failed: readonly Proof[];
    }
  | { readonly type: 'report-not-me'; readonly serial: Serial; readonly reference: string }
  | ({ readonly type: 'request-approval'; readonly serial: Serial; readonly action: 'reset' | 'unlock' } & AskGrounds)
  | { readonly type: 'approve-request'; readonly serial: Serial }
  | { readonly type: 'reject-request'; readonly serial: Serial }
  /** On the approval of a bulk unlock of this operator's outage. */
  | { readonly type: 'clear-outage-lock'; readonly serial: Serial; readonly operator: string }
  | { readonly type: 'settle-activation'; readonly serial: Serial };

export type OtpRefusal = 'wrong' | 'used' | 'old-secret' | 'other-certificate' | 'clock-off';

export type ActivationFact =
  | AttemptFact
  | { readonly type: 'otp-secret-issued'; readonly at: Instant; readonly generation: number; readonly sealed: string }
  | { readonly type: 'secret-qr-shown'; readonly at: Instant }
  | { readonly type: 'qr-window-closed'; readonly at: Instant }
  | { readonly type: 'activation-proven'; readonly at: Instant; readonly timeStep: number }
  | {
      readonly type: 'document-signed';
      readonly at: Instant;
      readonly timeStep: number;
      readonly digest: string;
      readonly name: string;
    }
  | {
      readonly type: 'otp-refused';
      readonly at: Instant;
      readonly cause: OtpRefusal;
      /** How many steps the phone's clock is off, when that is the cause. */
      readonly steps: number | null;
    }
  | { readonly type: 'activation-locked'; readonly at: Instant; readonly cause: 'sms' | 'otp' }
  | { readonly type: 'activation-disabled'; readonly at: Instant }
  | {
      readonly type: 'activation-unlocked';
      readonly at: Instant;
      readonly cause: 'sms' | 'otp';
      readonly approved: boolean;
    }
  /** What an unlock without a caller rests on. */
  | {
      readonly type: 'outage-lock-cleared';
      readonly at: Instant;
      readonly outage: BulkUnlock['outage'];
      readonly requestedBy: AgentId;
      readonly approvedBy: AgentId;
      readonly approvedAt: Instant;
    }
  | { readonly type: 'activation-frozen'; readonly at: Instant; readonly cause: FreezeCause }
  | {
      readonly type: 'call-aborted';
      readonly at: Instant;
      readonly cause: AbortCause;
      readonly passed: readonly Proof[];
      readonly failed: readonly Proof[];
    }
  | { readonly type: 'not-me-reported'; readonly at: Instant; readonly about: NoticeTemplate; readonly sentAt: Instant }
  | { readonly type: 'activation-reset'; readonly at: Instant }
  | ({ readonly type: 'approval-requested'; readonly at: Instant } & PendingApproval)
  | { readonly type: 'approval-begun'; readonly at: Instant; readonly by: AgentId }
  | {
      readonly type: 'approval-granted';
      readonly at: Instant;
      readonly action: 'reset' | 'unlock';
      readonly requestedBy: AgentId;
      /** The other of the two supervisors of an emergency. */
      readonly firstYesBy: AgentId | null;
    }
  | { readonly type: 'approval-rejected'; readonly at: Instant }
  | { readonly type: 'approval-lapsed'; readonly at: Instant }
  | { readonly type: 'superseded-secret-wiped'; readonly at: Instant; readonly generation: number };
