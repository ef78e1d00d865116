import type { KnownAccount } from './account.ts';
import type { FreezeCause, OtpRefusal } from './activation.ts';
import type { AuditEntry } from './audit.ts';
import { rules } from './diagnosis-rules.ts';
import type { Instant } from './ids.ts';
import type { Policy } from './policy.ts';
import type { Trouble } from './radar.ts';
import type { CertificateView } from './read-models.ts';
import type { Lasting, RawReceipt, ReceiptCause } from './receipt.ts';
import type { RefusalCode } from './refusal.ts';
import type { Outage } from './situation.ts';
import type { WrongCodeKind } from './wrong-code.ts';

/** Moves when a rule changes, so that an old diagnosis can be understood. */
export const diagnosisVersion = 3;

/** Why a caller may be stuck. The order is the order in which they stand in the way. */
export const causes = [
  'account-blocked',
  'certificate-revoked',
  'certificate-expired',
  'certificate-suspended',
  'certificate-not-yet-valid',
  'activation-frozen',
  'activation-disabled',
  'phone-missing',
  'phone-landline',
  'phone-malformed',
  'phone-too-new',
  'sms-to-other-number',
  'previous-code',
  'digits-swapped',
  'one-digit-off',
  'wrong-code',
  'code-not-typed',
  'operator-outage',
  'operator-outage-over',
  'phone-unreachable',
  'inbox-full',
  'number-unknown',
  'number-barred',
  'sms-rejected',
  'sms-expired',
  'sms-late',
  'sms-lost',
  'phone-foreign',
  'sms-on-its-way',
  'asked-too-soon',
  'too-many-codes',
  'qr-window-closed',
  'qr-not-scanned',
  'phone-clock-off',
  'otp-reused',
  'old-app-entry',
  'other-certificate',
  'wrong-app',
  'otp-mistyped',
  'reset-not-set-up',
  'already-active',
  'many-locks',
] as const;
export type Cause = (typeof causes)[number];

export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

/** What speaks for a finding; durations in milliseconds. */
export type Evidence =
  | {
      readonly what: 'certificate';
      readonly status: 'suspended' | 'revoked' | 'expired' | 'not-yet-valid';
      readonly since: Instant;
    }
  | { readonly what: 'account-blocked'; readonly since: Instant }
  | { readonly what: 'frozen'; readonly since: Instant; readonly by: FreezeCause }
  | { readonly what: 'disabled'; readonly since: Instant }
  | { readonly what: 'number'; readonly e164: string | null }
  | { readonly what: 'number-usable-from'; readonly at: Instant }
  | {
      readonly what: 'outage-recognised';
      readonly operator: string;
      readonly from: Instant;
      readonly until: Instant | null;
    }
  | {
      readonly what: 'others-on-operator';
      readonly operator: string;
      readonly sent: number;
      readonly failed: number;
      readonly median: number | null;
      readonly trouble: Trouble | null;
    }
  | { readonly what: 'sent-to'; readonly attempt: number; readonly e164: string }
  | { readonly what: 'delivered'; readonly attempt: number; readonly after: number; readonly until: Instant }
  | { readonly what: 'delivered-late'; readonly attempt: number; readonly after: number }
  | {
      readonly what: 'undelivered';
      readonly attempt: number;
      readonly operator: string | null;
      readonly cause: ReceiptCause | null;
      /** The operator's receipt as it came; null when none did. */
      readonly said: RawReceipt | null;
      /** Does it help to try again? */
      readonly lasts: Lasting | null;
      /** Did the operator take it from our gateway? */
      readonly taken: boolean;
    }
  | { readonly what: 'superseded'; readonly attempt: number; readonly after: number }
  | { readonly what: 'waiting'; readonly attempt: number; readonly for: number }
  | { readonly what: 'typed'; readonly kind: WrongCodeKind; readonly times: number }
  | { readonly what: 'refused'; readonly code: RefusalCode; readonly times: number; readonly lastAt: Instant }
  | { readonly what: 'qr'; readonly state: 'unseen' | 'shown' | 'closed'; readonly since: Instant }
  | { readonly what: 'otps'; readonly cause: OtpRefusal; readonly times: number; readonly lastAt: Instant }
  | { readonly what: 'clock'; readonly ahead: number }
  | { readonly what: 'reset'; readonly at: Instant }
  | { readonly what: 'active-since'; readonly since: Instant }
  | { readonly what: 'locks'; readonly count: number; readonly within: number };

/** One cause, what speaks for it, and what can no longer be the cause because of it. */
export interface Finding {
  readonly cause: Cause;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly rulesOut: readonly Cause[];
}

/** How the SMS of all others have fared on one operator lately. `median` is the delivery time. */
export interface OperatorHealth {
  readonly operator: string;
  readonly sent: number;
  readonly failed: number;
  readonly median: number | null;
  /** A stretch up to now in which most of theirs came late or not at all. */
  readonly trouble: Trouble | null;
  /** The last one that a supervisor recognised, over or not; null when nobody ever did. */
  readonly outage: Outage | null;
}

/** Everything that a diagnosis may look at, as time has left it by `now`. */
export interface Known {
  readonly now: Instant;
  readonly policy: Policy;
  readonly account: KnownAccount;
  readonly view: CertificateView;
  /** What the audit log says of this certificate and its account, newest first, as far back as matters. */
  readonly entries: readonly AuditEntry[];
  /** Of the operator that carried the newest SMS; null when none did. */
  readonly operator: OperatorHealth | null;
}

/** What to ask the caller when the record alone does not say why. */
export const openQuestions = ['what-do-you-see', 'which-step', 'which-app', 'which-number'] as const;
export type OpenQuestion = (typeof openQuestions)[number];

export interface Diagnosis {
  readonly version: number;
  /** Most likely first. Empty: not enough evidence; then there is something to ask. */
  readonly findings: readonly Finding[];
  readonly ask: readonly OpenQuestion[];
}

/** Why the caller is stuck, as far as the record tells. Never a guess: without evidence it says what to ask. */
export function diagnose(known: Known): Diagnosis {
  const found = rules.flatMap((rule) => rule(known) ?? []).sort(moreCertainFirst);
  const findings = found.filter(
    ({ cause }, place) => !found.slice(0, place).some((one) => one.rulesOut.includes(cause)),
  );
  return { version: diagnosisVersion, findings, ask: findings.length > 0 ? [] : questionsFor(known) };
}

function moreCertainFirst(one: Finding, other: Finding): number {
  const byConfidence = confidences.indexOf(one.confidence) - confidences.indexOf(other.confidence);
  return byConfidence || causes.indexOf(one.cause) - causes.indexOf(other.cause);
}

function questionsFor({ view }: Known): readonly OpenQuestion[] {
  switch (view.activation.status) {
    case 'inactive':
    case 'awaiting_code':
      return ['what-do-you-see', 'which-step', 'which-number'];
    case 'awaiting_otp':
    case 'active':
    case 'locked':
    case 'frozen':
    case 'disabled':
      return ['what-do-you-see', 'which-app'];
  }
}
