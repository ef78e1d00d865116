import type { CertificateStatus } from './certificate.ts';
import type { CommandType } from './commands.ts';
import type { Instant } from './ids.ts';
import type { Party, Role } from './permissions.ts';

/** Why a command was not carried out, with what is needed to explain it. Never thrown. */
export type Refusal =
  // who asks
  | { readonly code: 'not-permitted'; readonly command: CommandType; readonly party: Party }
  | { readonly code: 'not-your-account' }
  | { readonly code: 'own-account' }
  | { readonly code: 'agent-unknown'; readonly agentId: string }
  | { readonly code: 'agent-disabled' }
  | { readonly code: 'agent-locked'; readonly failures: number }
  | { readonly code: 'agent-exists'; readonly agentId: string }
  | { readonly code: 'agent-id-malformed' }
  | { readonly code: 'agent-name-missing' }
  | { readonly code: 'same-person' }
  | { readonly code: 'no-sign-in-open' }
  | { readonly code: 'password-wrong'; readonly limit: number }
  | { readonly code: 'training-only' }
  | { readonly code: 'clock-behind'; readonly lastEntryAt: Instant; readonly now: Instant }
  // account and certificate
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-blocked'; readonly since: Instant }
  | { readonly code: 'account-not-blocked' }
  | { readonly code: 'no-phone' }
  | { readonly code: 'phone-too-new'; readonly usableFrom: Instant }
  | { readonly code: 'phone-unchanged' }
  | { readonly code: 'phone-invalid' }
  | { readonly code: 'phone-not-mobile' }
  | { readonly code: 'certificate-unknown' }
  | {
      readonly code: 'certificate-not-valid';
      readonly status: Exclude<CertificateStatus, 'valid'> | 'not-yet-valid';
      readonly since: Instant;
    }
  | { readonly code: 'certificate-not-suspended' }
  // activation
  | { readonly code: 'activation-locked'; readonly cause: 'sms' | 'otp'; readonly since: Instant }
  | { readonly code: 'activation-frozen'; readonly since: Instant }
  | { readonly code: 'activation-disabled'; readonly failures: number }
  | { readonly code: 'already-active'; readonly since: Instant }
  | { readonly code: 'too-soon'; readonly retryAt: Instant }
  | { readonly code: 'too-many-codes'; readonly limit: number; readonly window: number; readonly retryAt: Instant }
  | { readonly code: 'no-open-attempt' }
  | { readonly code: 'code-to-old-number' }
  | { readonly code: 'attempt-unknown' }
  | { readonly code: 'receipt-known' }
  | { readonly code: 'code-malformed'; readonly digits: number }
  | { readonly code: 'wrong-code'; readonly entriesLeft: number }
  | { readonly code: 'attempt-failed'; readonly failures: number; readonly limit: number }
  | { readonly code: 'no-secret' }
  | { readonly code: 'qr-already-shown'; readonly shownAt: Instant }
  | { readonly code: 'qr-expired'; readonly since: Instant }
  | { readonly code: 'qr-window-closed' }
  | { readonly code: 'not-activated' }
  | { readonly code: 'otp-malformed'; readonly digits: number }
  | { readonly code: 'otp-wrong'; readonly triesLeft: number }
  | { readonly code: 'otp-already-used'; readonly triesLeft: number }
  | { readonly code: 'otp-of-old-secret'; readonly triesLeft: number }
  | { readonly code: 'otp-of-other-certificate'; readonly triesLeft: number }
  | { readonly code: 'otp-clock-off'; readonly steps: number; readonly triesLeft: number }
  | { readonly code: 'secret-unreadable' }
  | { readonly code: 'not-locked' }
  | { readonly code: 'already-frozen' }
  // support
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' }
  | { readonly code: 'case-exists' }
  | { readonly code: 'case-of-another-account' }
  | { readonly code: 'case-of-another-agent' }
  | { readonly code: 'already-holds-case'; readonly agentId: string }
  | { readonly code: 'colleague-cannot'; readonly agentId: string }
  | { readonly code: 'ticket-malformed' }
  | { readonly code: 'caller-not-verified' }
  | { readonly code: 'verification-expired'; readonly verifiedAt: Instant }
  | { readonly code: 'not-enough-points'; readonly points: number; readonly needed: number }
  | { readonly code: 'note-missing' }
  | { readonly code: 'possession-needed' }
  | { readonly code: 'visit-needs-supervisor' }
  /** Null when there is no number at all. */
  | { readonly code: 'call-back-proves-nothing'; readonly usableFrom: Instant | null }
  | { readonly code: 'cool-down'; readonly until: Instant }
  | { readonly code: 'overruled'; readonly since: Instant }
  | { readonly code: 'reference-unknown' }
  /** `freeAgainAt` is null where no unlock goes without an approval. */
  | {
      readonly code: 'approval-needed';
      readonly limit: number;
      readonly window: number;
      readonly freeAgainAt: Instant | null;
    }
  | { readonly code: 'approval-pending'; readonly expiresAt: Instant }
  | { readonly code: 'no-approval-pending' }
  | { readonly code: 'outage-known' }
  | { readonly code: 'no-outage' }
  | { readonly code: 'outage-lasts'; readonly since: Instant }
  | { readonly code: 'nobody-locked-by-outage' }
  | { readonly code: 'too-many-at-once'; readonly most: number }
  | { readonly code: 'bulk-unlock-not-approved' }
  | { readonly code: 'not-on-the-list' }
  | { readonly code: 'lock-has-another-cause' }
  | { readonly code: 'yourself' }
  | { readonly code: 'supervisors-by-administrator' }
  | { readonly code: 'last-supervisor' }
  | { readonly code: 'filter-incomplete' }
  | { readonly code: 'filter-too-long'; readonly name: number; readonly text: number }
  | { readonly code: 'too-many-filters'; readonly most: number }
  | { readonly code: 'filter-unknown'; readonly name: string }
  | { readonly code: 'role-unchanged'; readonly role: Role };

export type RefusalCode = Refusal['code'];
