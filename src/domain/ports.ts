import type { AuditProof } from './audit-proof.ts';
import type { Command } from './commands.ts';
import type { Decider, Decision, FactBase } from './decision.ts';
import type { Examination, ExaminationCheck } from './examination.ts';
import type { Foreseen } from './foresight.ts';
import type { AgentId, Instant, Realm } from './ids.ts';
import type { ImportRecord, ImportVerdict } from './import-record.ts';
import type { Actor } from './permissions.ts';
import type { Policy } from './policy.ts';
import type { PolicyChange } from './policy-settings.ts';
import type { AuditCheck, AuditVerdict, Backup, Copying, KeyRotation, Questions } from './read-models.ts';
import type { World } from './world.ts';

/** What the door adds to a command: the moment, who asks, and the rules in force. */
export interface CommandContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly policy: Policy;
}

export interface RehearsalStep {
  readonly command: Command;
  readonly context: CommandContext;
}

/** Where things are kept. Its contract is `test/db/store-contract.ts`, a suite that any other store must pass too. */
export interface Store {
  readonly realm: Realm;
  readonly questions: Questions;
  /** The rules in force, at each moment: other processes may change them. */
  readonly policy: Policy;
  /** The simulated outside; null in a live database. */
  readonly world: World | null;
  /**
   * Load → settle → decide → evolve → save → audit → outbox, in one transaction. Facts are saved also when refused.
   * Rejects only when the machine is broken; then nothing was changed.
   */
  handle<State, Command, Fact extends FactBase>(
    decider: Decider<State, Command, Fact>,
    id: string,
    command: Command,
    context: CommandContext,
  ): Promise<Decision<Fact>>;
  /** Carries commands out in order, in one transaction, and takes all of it back: what each would do. */
  rehearse(steps: readonly RehearsalStep[]): Promise<readonly Foreseen[]>;
  /** Imports records in order, all in one transaction, one audit entry for each that changes something. `dryRun` rolls back. */
  importRecords(
    records: readonly ImportRecord[],
    context: CommandContext,
    options: { readonly dryRun: boolean },
  ): Promise<readonly ImportVerdict[]>;
  /** Writes down what time has decided for at most `limit` activations and certificates; how many there were. */
  sweep(context: CommandContext, limit: number): Promise<number>;
  /** Does this password belong to this agent? Takes about as long whoever the agent is. Count the attempt before asking. */
  passwordMatches(agentId: AgentId, password: string): Promise<boolean>;
  /** PHC string of argon2id for a new password. */
  hashPassword(password: string): Promise<string>;
  /** One pass over the audit log; `onProgress` gets entries done and in all. Rejects when its signal stops it. */
  verifyAudit(check?: AuditCheck): Promise<AuditVerdict>;
  /** Looks the whole database over and changes nothing. Rejects when its signal stops it. */
  examine(check?: ExaminationCheck): Promise<Examination>;
  /** The entries of a case, or of an account, with the chain up to signed checkpoints. */
  auditProof(about: AuditProof['about'], now: Instant): Promise<AuditProof>;
  /** Puts a new key in force and seals every secret anew; `onProgress` gets how many so far. */
  rotateKeys(context: CommandContext, onProgress?: (resealed: number) => void): Promise<KeyRotation>;
  /** Copies everything but the keys to a new file, on record in the log. Rejects when its signal stops it. */
  backUp(context: CommandContext, path: string, copying?: Copying): Promise<Backup>;
  /** Puts one number of the policy in force for everybody, on record in the log with what it was before. */
  changePolicy(context: CommandContext, change: PolicyChange): Promise<void>;
  /** A number that changes whenever anyone, in whatever process, has changed the database. */
  revision(): number;
  close(): void;
}

/** Real time, epoch milliseconds. */
export interface Clock {
  now(): Instant;
}

/** Unpredictable values, made at the door. */
export interface Entropy {
  /** A code of so many decimal digits, each equally likely. */
  code(digits: number): string;
  bytes(length: number): Uint8Array;
  /** A fresh id for a case: short, readable aloud. */
  caseId(): string;
}
