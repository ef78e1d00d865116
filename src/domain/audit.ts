import type { AccountFact } from './account.ts';
import type { ActivationFact } from './activation.ts';
import type { AgentFact } from './agent.ts';
import type { CertificateFact } from './certificate.ts';
import type { Command, CommandType } from './commands.ts';
import type { ThingKind } from './decision.ts';
import type { CaseId, CustomerId, Instant, Serial, Ticket } from './ids.ts';
import type { OperatorFact } from './operator.ts';
import type { Actor } from './permissions.ts';
import type { RefusalCode } from './refusal.ts';
import type { ReasonCode } from './situation.ts';
import type { SupportCaseFact } from './support-case.ts';

export type Fact = AccountFact | ActivationFact | AgentFact | CertificateFact | OperatorFact | SupportCaseFact;

/** A fact and the thing it happened to. */
export type RecordedFact = { readonly on: ThingKind; readonly id: string } & Fact;

/** Where an entry comes from when no command of the catalogue wrote it: bulk work with an entry per record, and upkeep. */
export type BulkCommand =
  | 'import-record'
  | 'seed-subscriber'
  | 'rotate-keys'
  | 'back-up'
  | 'back-up-failed'
  | 'change-policy';

/** One command, whatever became of it: who, when, what, why, on what grounds, and what happened. Exactly one per command. */
export interface AuditRecord {
  readonly at: Instant;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
  readonly command: CommandType | BulkCommand;
  readonly customerId: CustomerId | null;
  readonly serial: Serial | null;
  readonly caseId: CaseId | null;
  readonly ticket: Ticket | null;
  readonly reason: ReasonCode | null;
  readonly note: string | null;
  readonly verdict: 'done' | 'refused';
  readonly refusal: RefusalCode | null;
  readonly facts: readonly RecordedFact[];
}

/** An entry as it stands in the log: its place, and the links of the chain (SHA-256, hex). */
export interface AuditEntry extends AuditRecord {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** What stands in the log where a secret, a code's digest or a password's hash stood. */
export const REDACTED = '';

/** The fact as the audit log may keep it: without sealed secrets, code digests and password hashes. */
export function redact(fact: RecordedFact): RecordedFact {
  switch (fact.type) {
    case 'sms-code-requested':
      return { ...fact, codeDigest: REDACTED };
    case 'otp-secret-issued':
      return { ...fact, sealed: REDACTED };
    case 'agent-added':
      return { ...fact, passwordHash: fact.passwordHash === null ? null : REDACTED };
    case 'agent-password-set':
      return { ...fact, passwordHash: REDACTED };
    default:
      return fact;
  }
}

/** The reason and the free text a command brought along. */
export function groundsOf(command: Command): { readonly reason: ReasonCode | null; readonly note: string | null } {
  return {
    reason: 'reason' in command ? command.reason : null,
    note: 'note' in command ? command.note : null,
  };
}
