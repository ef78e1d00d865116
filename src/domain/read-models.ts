import type { KnownAccount } from './account.ts';
import type { Step } from './account-past.ts';
import type { Activation, ActivationStatus, PendingApproval } from './activation.ts';
import type { KnownAgent } from './agent.ts';
import type { Ask } from './approval.ts';
import type { AuditEntry } from './audit.ts';
import type { BulkUnlock } from './bulk-unlock.ts';
import type { CertificateStatus, KnownCertificate } from './certificate.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { AgentId, CaseId, CustomerId, Instant, Serial } from './ids.ts';
import type { Phone } from './phone-number.ts';
import type { RadarView } from './radar.ts';
import type { Asking, Report, ReportName, ReportPeriod } from './report.ts';
import type { FilteredView, SavedFilter } from './saved-filter.ts';
import type { Outage } from './situation.ts';
import type { AttemptRecord } from './sms-attempt.ts';
import type { SupportCase } from './support-case.ts';

/** One line of search results. Lists mask the personal data when they draw it (`src/domain/mask.ts`). */
export interface FoundSubscriber {
  readonly customerId: CustomerId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly status: 'open' | 'blocked';
  readonly certificates: number;
  /** The most pressing activation state among the certificates, settled; null without a certificate. */
  readonly activation: ActivationStatus | null;
}

/** A certificate as the portal's *List* shows it, with its activation as time has left it. */
export interface CertificateView {
  readonly certificate: KnownCertificate;
  readonly status: CertificateStatus | 'not-yet-valid';
  readonly activation: Activation;
  /** Newest first, at most 50; settled. */
  readonly attempts: readonly AttemptRecord[];
}

/** Which open cases. */
export interface CaseFilter {
  readonly agentId?: AgentId;
  readonly limit: number;
}

/** A case with whose it is, and how often that subscriber called within seven days, this call included. */
export interface CaseView {
  readonly supportCase: Exclude<SupportCase, { status: 'absent' }>;
  readonly givenName: string;
  readonly familyName: string;
  readonly calls: number;
}

export interface AccountView {
  readonly account: KnownAccount;
  /** Newest first. */
  readonly certificates: readonly CertificateView[];
  /** Open cases of this account, newest first. */
  readonly cases: readonly CaseView['supportCase'][];
  /** Cases opened within the last seven days. */
  readonly calls: number;
}

export const queueReasons = [
  'not-me',
  'aborted-call',
  'locked-sms',
  'locked-otp',
  'frozen',
  'waiting-for-sms',
  'expiring-soon',
] as const;
export type QueueReason = (typeof queueReasons)[number];

/** What a supervisor has to look into: somebody may be trying to get at the signature. */
export const alarming: readonly QueueReason[] = ['not-me', 'aborted-call'];

/** Someone who needs help now. `since` is when it began; for `expiring-soon` it is when the certificate ends. */
export interface QueueItem {
  readonly reason: QueueReason;
  readonly since: Instant;
  readonly serial: Serial;
  readonly customerId: CustomerId;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
  readonly consecutiveFailures: number;
  /** Cases of this subscriber within the last seven days. */
  readonly calls: number;
}

/** The queue's first items (alarms, locked longest first, then waiting, then expiring soonest) and how many there are in all. */
export interface QueueView {
  readonly items: readonly QueueItem[];
  readonly counts: Readonly<Record<QueueReason, number>>;
}

interface AskedFor extends Ask {
  readonly customerId: CustomerId;
  readonly givenName: string;
  readonly familyName: string;
}

/** One whom an outage has locked, and which of their attempts failed by it. */
export interface OutageLock {
  readonly serial: Serial;
  readonly customerId: CustomerId;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
  readonly lockedAt: Instant;
  readonly consecutiveFailures: number;
  readonly failures: readonly number[];
}

/** The outage of one operator that lasts or was the last, whom it keeps locked, and what is asked for or approved for them. */
export interface OutageView {
  readonly operator: string;
  readonly outage: Outage | null;
  readonly bulkUnlock: BulkUnlock | null;
  /** Locked first, first. */
  readonly locks: readonly OutageLock[];
}
/** What an agent asked for and a supervisor has to decide: about whom, and what it rests on. */
export type PendingRequest = AskedFor &
  (
    | { readonly action: PendingApproval['action']; readonly serial: Serial }
    | { readonly action: 'phone-change'; readonly serial: null; readonly phone: Phone }
  );

/** The unlock of everybody whom an outage has locked, asked for and not decided. */
export interface PendingBulkUnlock {
  readonly action: 'bulk-unlock';
  readonly operator: string;
  readonly outage: BulkUnlock['outage'];
  /** How many are on the list. */
  readonly count: number;
  readonly requestedBy: AgentId;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  readonly note: string;
}

/** Whatever waits for a supervisor. */
export type Undecided = PendingRequest | PendingBulkUnlock;

/** Something in the decisions of the last weeks that another supervisor ought to see. */
export type ApprovalPattern =
  | {
      readonly what: 'same-pair';
      readonly requestedBy: AgentId;
      readonly approvedBy: AgentId;
      readonly count: number;
    }
  | { readonly what: 'many-resets' | 'emergencies'; readonly requestedBy: AgentId; readonly count: number };

/** An agent without the password's hash. */
export type AgentView = Pick<KnownAgent, 'agentId' | 'name' | 'role' | 'status' | 'ownCustomerId'> & {
  readonly hasPassword: boolean;
};

/** The past of an account, the first step first; and the entries that recognised and ended outages, oldest first: what is known of them decides what counts. */
export interface AccountPast {
  readonly steps: readonly Step[];
  readonly outageLog: readonly AuditEntry[];
}

/** An agent as those see them who answer for the staff. */
export type StaffView = AgentView & {
  /** Sign-ins begun and not completed since the last one that was. */
  readonly failures: number;
  readonly lastSignInAt: Instant | null;
  readonly openCases: number;
};

/** Which entries of the audit log; newest first. `before` is a sequence number to page on. */
export interface AuditFilter {
  readonly customerId?: CustomerId;
  readonly serial?: Serial;
  readonly caseId?: CaseId;
  /** Entries of this member of the staff. */
  readonly agentId?: AgentId;
  readonly commands?: readonly AuditEntry['command'][];
  readonly verdict?: AuditEntry['verdict'];
  /** From this instant on, and before that one. */
  readonly from?: Instant;
  readonly until?: Instant;
  readonly before?: number;
  readonly limit: number;
}

/** How the audit log is checked: told how far it is, stopped, and whether it still holds a head that was noted elsewhere. */
export interface AuditCheck {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly knownHead?: string;
}

/** What one pass over the audit log found. `firstBad` names the first entry that does not hold. */
export type AuditVerdict =
  | {
      readonly intact: true;
      readonly entries: number;
      readonly head: string;
      /** Where the head that was asked for stands; null when none was. */
      readonly knownHeadEntry: number | null;
      /** SHA-256 of the public key that signs the checkpoints. */
      readonly fingerprint: string;
    }
  | { readonly intact: false; readonly entries: number; readonly firstBad: number; readonly why: AuditFault };
/** What a change of keys came to: the key now in force, and until when a code under way still needs the old one. */
export interface KeyRotation {
  readonly keyId: string;
  readonly resealed: number;
  /** What no key opens, and stays as it is: certificates whose secret in use it is, and how many values else. */
  readonly lost: { readonly certificates: readonly Serial[]; readonly others: number };
  readonly oldKeyUntil: Instant | null;
}

/** How a copy is made: told how many pages are done of how many, and given up. */
export interface Copying {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A copy of the database: its size, where its audit log ends, and where the keys are that open it. */
export interface Backup {
  readonly keysPath: string;
  readonly bytes: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

export type AuditFault =
  | 'content-changed'
  | 'link-broken'
  | 'gap'
  | 'tail-cut'
  | 'head-missing'
  | 'signature-wrong'
  | 'other-installation'
  | 'rolled-back';

/**
 * What screens and commands want to know. Everything is shown as time has left it by `now`.
 * Rejects only when the machine is broken (file unreadable); "nothing found" is an answer.
 */
export interface Questions {
  /** At most `limit` (default 50) subscribers by name fragment, e-mail, phone digits, serial or customer id; accents do not matter. */
  search(query: string, now: Instant, limit?: number): Promise<readonly FoundSubscriber[]>;
  account(customerId: CustomerId, now: Instant): Promise<AccountView | null>;
  /** By full serial, or by an unambiguous beginning of one (at least 4 digits). */
  certificate(serial: string, now: Instant): Promise<CertificateLookup>;
  queue(now: Instant, limit?: number): Promise<QueueView>;
  /** What waits for a supervisor: emergencies first, then the oldest; at most 200. */
  approvals(now: Instant): Promise<readonly Undecided[]>;
  /** The same two again and again, many resets by one agent, emergencies: most striking first. */
  approvalPatterns(now: Instant): Promise<readonly ApprovalPattern[]>;
  /** Open cases, the oldest first. */
  cases(filter: CaseFilter, now: Instant): Promise<readonly CaseView[]>;
  /** How an account came to be as it is, rebuilt from the audit log. */
  past(customerId: CustomerId): Promise<AccountPast>;
  audit(filter: AuditFilter): Promise<readonly AuditEntry[]>;
  /** Why the subscriber of this certificate is stuck; null when there is no such certificate. */
  diagnosis(serial: Serial, now: Instant): Promise<Diagnosis | null>;
  /** How SMS have fared on every operator for some hours. */
  radar(now: Instant): Promise<RadarView>;
  /** Whom an outage of this operator has locked: exactly those a bulk unlock is about. */
  outage(operator: string, now: Instant): Promise<OutageView>;
  /** Figures of a period; reads in slices, and rejects when its signal stops it. */
  report<N extends ReportName>(
    name: N,
    period: ReportPeriod,
    now: Instant,
    asking?: Asking,
  ): Promise<Extract<Report, { report: N }>>;
  agents(): Promise<readonly AgentView[]>;
  /** What this agent has saved for a list, by name. */
  savedFilters(agentId: AgentId, view: FilteredView): Promise<readonly SavedFilter[]>;
  /** The same people with how they fare: sign-ins, failed ones, open cases. */
  staff(): Promise<readonly StaffView[]>;
  accountsByEmail(email: string): Promise<readonly CustomerId[]>;
}

export type CertificateLookup =
  | { readonly found: 'one'; readonly view: CertificateView; readonly account: KnownAccount }
  | { readonly found: 'none' }
  | { readonly found: 'several'; readonly serials: readonly Serial[] };
