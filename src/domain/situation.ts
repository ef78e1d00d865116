import type { Account } from './account.ts';
import type { Secret } from './activation.ts';
import type { Agent } from './agent.ts';
import type { BulkUnlock } from './bulk-unlock.ts';
import type { Certificate } from './certificate.ts';
import type { AgentId, CaseId, Instant, Realm, Serial } from './ids.ts';
import type { NoticeTemplate } from './message.ts';
import type { Actor } from './permissions.ts';
import type { Policy } from './policy.ts';
import type { AttemptRecord } from './sms-attempt.ts';
import type { SupportCase } from './support-case.ts';

/** Seals and opens secrets. Pure in its results; the keys live outside the database (see `src/db/vault.ts`). */
export interface Vault {
  /**
   * Keyed digest (HMAC-SHA-256) of an SMS code, bound to certificate and attempt. To be compared with an older digest it
   * is made with the key of that one: `like`. It says how many digits the code has.
   */
  digestCode(serial: string, attempt: number, code: string, like?: string): string;
  /** How many digits the code has that a digest is of; null of a digest of before, which does not say. */
  digitsOf(codeDigest: string): number | null;
  /** AES-256-GCM, bound by AAD to certificate and generation. */
  seal(serial: string, generation: number, secret: Uint8Array): string;
  /** @throws when the ciphertext, its tag or its binding is not ours. */
  open(serial: string, generation: number, sealed: string): Uint8Array;
}

/** A recognised outage of one mobile operator; `until` is null while it lasts. */
export interface Outage {
  readonly operator: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Everything beside its own state that a rule may look at, loaded in the same transaction. */
export interface Situation {
  readonly now: Instant;
  readonly policy: Policy;
  readonly realm: Realm;
  readonly actor: Actor;
  readonly vault: Vault;
  /** When the newest audit entry was written; a clock far behind it is not to be trusted. */
  readonly lastEntryAt: Instant | null;
  /** The agent who asks, as stored; absent for every other kind of actor. */
  readonly agent: Agent;
  /** The colleague a command names, as stored. */
  readonly colleague: Agent;
  /** Enabled supervisors besides the agent that the command is about. */
  readonly otherSupervisors: number;
  readonly account: Account;
  readonly certificate: Certificate;
  /** The case a support command rests on. */
  readonly supportCase: SupportCase;
  /** The stored attempt that a receipt speaks of. */
  readonly attempt: AttemptRecord | null;
  /** Codes sent to the account's phone number, to any certificate, inside the policy's window: how many, and the oldest. */
  readonly codesToPhone: { readonly count: number; readonly oldest: Instant | null };
  readonly outages: readonly Outage[];
  /** The newest attempts of the activation, newest first. */
  readonly recentAttempts: readonly AttemptRecord[];
  /** What is asked for or approved for the operator that the command names. */
  readonly bulkUnlock: BulkUnlock | null;
  /** The last "no" about this account or any certificate of it: a rejected request, an aborted call, "this was not me". */
  readonly lastNoAt: Instant | null;
  /** The notice to this account that the command answers, by its reference. */
  readonly notice: SentNotice | null;
  /** The staff whose own account this is. */
  readonly holders: readonly AgentId[];
  /** The secrets in use of the same person's other certificates. */
  readonly otherSecrets: readonly (Secret & { readonly serial: Serial })[];
}

/** A notice as it was sent; `serial` is null when it was about the account. */
export interface SentNotice {
  readonly template: NoticeTemplate;
  readonly serial: Serial | null;
  readonly sentAt: Instant;
}

/** What supports a change: the case, the reason, the free text. */
export interface Grounds {
  readonly caseId: CaseId;
  readonly reason: ReasonCode;
  readonly note: string;
}

export const reasonCodes = [
  'sms-not-received',
  'sms-late',
  'wrong-code-typed',
  'operator-outage',
  'new-phone',
  'lost-phone',
  'clock-drift',
  'suspicion',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
