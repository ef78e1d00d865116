import type { AuditProof } from './domain/audit-proof.ts';
import { cleanText } from './domain/clean-text.ts';
import type { Command } from './domain/commands.ts';
import type { Answer, Decider, FactBase } from './domain/decision.ts';
import type { Diagnosis } from './domain/diagnosis.ts';
import type { Examination, ExaminationCheck } from './domain/examination.ts';
import type { Foreseen } from './domain/foresight.ts';
import type { AgentId, CaseId, Instant, Realm, Serial } from './domain/ids.ts';
import type { ImportRecord, ImportVerdict } from './domain/import-record.ts';
import { once } from './domain/once.ts';
import type { Actor } from './domain/permissions.ts';
import { type Phone, plainPhone } from './domain/phone-number.ts';
import type { Policy } from './domain/policy.ts';
import { mayBeSet, type SettingName, type SettingValue } from './domain/policy-settings.ts';
import type { Clock, CommandContext, Entropy, Store } from './domain/ports.ts';
import type { AuditCheck, AuditVerdict, Backup, Copying, KeyRotation, Questions } from './domain/read-models.ts';
import type { Refusal } from './domain/refusal.ts';
import { type ClockChange, changedClock, timeAt } from './domain/training-clock.ts';
import { cleanActor, withCleanNames } from './domain/typed-names.ts';
import type { World } from './domain/world.ts';

/** What the door makes itself and therefore nobody may bring along. */
type DoorMade = 'code' | 'newSecret' | 'caseId';
type Asking = 'request-approval' | 'request-phone-change';
type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, Extract<keyof C, K>> : never;

/** A command as one asks for it: without time, randomness and freshly made ids. */
export type Request =
  | Exclude<Command, { type: 'request-sms-code' | 'confirm-code' | 'open-case' | Asking }>
  | Without<Extract<Command, { type: 'request-sms-code' }>, DoorMade>
  | (Without<Extract<Command, { type: 'open-case' }>, DoorMade | 'words'> & { readonly words?: string })
  | (Without<Extract<Command, { type: Asking }>, 'finding' | 'emergency'> & { readonly emergency?: boolean })
  | Without<Extract<Command, { type: 'confirm-code' }>, 'newSecret'>;

export interface AppParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Reads a phone number as people write it; without a reader only E.164 is understood. */
  readonly readPhone?: (text: string) => Promise<Phone | null>;
  /** Reads a moment as people write it, in Polish time; without a reader none is understood. */
  readonly readInstant?: (text: string, now: Instant) => Promise<Instant | null>;
}

export interface Rehearsal {
  readonly actor: Actor;
  readonly request: Request;
}

type Exported =
  | { readonly verdict: 'done'; readonly proof: AuditProof }
  | Extract<Answer, { readonly verdict: 'refused' }>;

/** The one door: all that the console, the command line and the simulated world know of the system. */
export interface App {
  readonly realm: Realm;
  readonly policy: Policy;
  readonly ask: Questions;
  /** The simulated outside; null in a live database. */
  readonly world: World | null;
  /** The moment that counts: real time in live, the training clock in training. Epoch milliseconds. */
  now(): Instant;
  /** Changes the training clock, in one transaction; in a live database nothing happens. */
  changeClock(change: ClockChange): Promise<void>;
  /** Carries out one request, audited. Rejects only when the machine is broken; then nothing was changed. */
  perform(actor: Actor, request: Request): Promise<Answer>;
  /**
   * What would come of these requests, one after the other, each by its actor: the rules decide them on the stored rows and
   * all of it is taken back. `caseId` is the case that an `open-case` among them opens.
   */
  rehearse(steps: (caseId: CaseId) => readonly Rehearsal[]): Promise<readonly Foreseen[]>;
  /** A phone number as people write it; null when it is none. */
  readPhone(text: string): Promise<Phone | null>;
  /** A moment as people write it; of a day alone its last second; null when it is none. */
  readInstant(text: string): Promise<Instant | null>;
  /** Signs an agent in: the attempt is counted before the password is looked at. In training there are no passwords. */
  signIn(agentId: AgentId, password: string | null): Promise<Answer>;
  /** Hashes a new password (argon2id). */
  hashPassword(password: string): Promise<string>;
  /** Imports clean records in order, in one transaction, with one audit entry for each that changes something. */
  importRecords(
    actor: Actor,
    records: readonly ImportRecord[],
    options: { readonly dryRun: boolean },
  ): Promise<readonly ImportVerdict[]>;
  /** Writes down what time has decided, in small transactions; how many things were settled. */
  sweep(): Promise<number>;
  /** Unlocks those whom an outage of this operator keeps locked, on the approval of them all, one audited command each. Goes on where it was broken off. */
  unlockAfterOutage(actor: Actor, operator: string): Promise<BulkResult>;
  verifyAudit(check?: AuditCheck): Promise<AuditVerdict>;
  /** Looks the whole database over: file, references, log, and every thing against the log. Changes nothing. Rejects when the signal stops it. */
  examine(check?: ExaminationCheck): Promise<Examination>;
  /** The audit of a case, or of an account, with its chain proof, as a document to be kept; the export itself is audited. */
  exportAudit(actor: Actor, about: AuditProof['about']): Promise<Exported>;
  /** The same door with other randomness, so that a demonstration can be told again. Null in a live database: nothing there may be guessed. */
  readonly withEntropy: ((entropy: Entropy) => App) | null;
  /** Puts a new key in force and seals every secret anew; done again after an accident it goes on. */
  rotateKeys(actor: Actor, onProgress?: (resealed: number) => void): Promise<KeyRotation>;
  /**
   * Sets one number of the policy (durations in milliseconds), for everybody from their next command on, on record with what
   * it was before. False when the number is out of its bounds; then nothing was changed.
   */
  changePolicy(actor: Actor, name: SettingName, value: SettingValue, why: string): Promise<boolean>;
  /** Copies everything but the keys to a new file, on record in the log. Rejects when its signal stops it; nothing is left of it then. */
  backUp(actor: Actor, path: string, copying?: Copying): Promise<Backup>;
  /** Changes whenever anyone, in whatever process, has changed the database. */
  revision(): number;
  close(): void;
}

/** What became of a bulk unlock: how many were unlocked now, and whom a rule kept locked. */
export interface BulkResult {
  readonly unlocked: number;
  readonly refused: readonly { readonly serial: Serial; readonly refusal: Refusal }[];
}

const SWEEP_BATCH = 200;

export function createApp(parts: AppParts): App {
  const { store, clock } = parts;
  const { world, policy } = store;
  const now = () => (world ? timeAt(world.clockSetting(), clock.now()) : clock.now());
  // Node takes five microseconds to find again what it has read.
  const rules = once(() => import('./domain/commands.ts'));
  const contextFor = (actor: Actor): CommandContext => ({ now: now(), actor: cleanActor(actor), policy });

  const perform = async (actor: Actor, request: Request): Promise<Answer> => {
    // Loaded with the first change: questions need no decider.
    const { commandKinds, deciders, targetOf } = await rules();
    // What has failed by now failed before anybody knew: such a lock goes only by a list that a second person approved.
    if (request.type === 'recognise-outage') await sweep();
    const context = contextFor(actor);
    const command = await complete(request, parts, context.now);
    const decider = deciders[commandKinds[command.type]] as unknown as Decider<unknown, Command, FactBase>;
    const decision = await store.handle(decider, targetOf(command), command, context);
    return decision.verdict === 'done'
      ? { verdict: 'done', facts: decision.facts, disclosure: decision.disclosure }
      : { verdict: 'refused', refusal: decision.refusal };
  };

  const rehearse: App['rehearse'] = async (steps) => {
    const caseId = parts.entropy.caseId();
    const entropy = { ...parts.entropy, caseId: () => caseId };
    const commands = steps(caseId).map(async ({ actor, request }) => {
      const context = contextFor(actor);
      return { command: await complete(request, { ...parts, entropy }, context.now), context };
    });
    return store.rehearse(await Promise.all(commands));
  };

  const signIn = async (agentId: AgentId, password: string | null): Promise<Answer> => {
    const actor: Actor = { kind: 'agent', id: agentId };
    const attempt = await perform(actor, { type: 'attempt-sign-in', agentId });
    // Whoever is not there is answered like a wrong password, and as late: names are not to be found out.
    const unknown = attempt.verdict === 'refused' && attempt.refusal.code === 'agent-unknown';
    if (attempt.verdict === 'refused' && !(unknown && store.realm === 'live')) return attempt;
    const proven = store.realm === 'training' || (await store.passwordMatches(agentId, password ?? ''));
    if (!proven) {
      const locked = attempt.verdict === 'done' && attempt.facts.some(({ type }) => type === 'agent-locked');
      const limit = policy.support.passwordFailuresToLock;
      return {
        verdict: 'refused',
        refusal: locked ? { code: 'agent-locked', failures: limit } : { code: 'password-wrong', limit },
      };
    }
    return perform(actor, { type: 'complete-sign-in', agentId });
  };

  const sweep = async (): Promise<number> => {
    const context = contextFor({ kind: 'clock', id: 'clock' });
    let settled = 0;
    for (;;) {
      const batch = await store.sweep(context, SWEEP_BATCH);
      settled += batch;
      if (batch < SWEEP_BATCH) return settled;
      // A batch may be too short to pause in, and a thousand of them are not: keys are answered in between.
      await new Promise(setImmediate);
    }
  };

  const unlockAfterOutage = async (actor: Actor, operator: string): Promise<BulkResult> => {
    const { locks, bulkUnlock } = await store.questions.outage(operator, now());
    const approved = new Set(bulkUnlock?.approved ? bulkUnlock.serials : []);
    const refused: BulkResult['refused'][number][] = [];
    let unlocked = 0;
    for (const { serial } of locks) {
      if (!approved.has(serial)) continue;
      const answer = await perform(actor, { type: 'clear-outage-lock', serial, operator });
      if (answer.verdict === 'refused') refused.push({ serial, refusal: answer.refusal });
      else unlocked += 1;
      // Hundreds of changes on end: keys are answered in between.
      await new Promise(setImmediate);
    }
    return { unlocked, refused };
  };

  return {
    realm: store.realm,
    policy,
    ask: store.questions,
    world,
    now,
    async changeClock(change) {
      await world?.changeClock((setting) => changedClock(setting, clock.now(), change));
    },
    perform,
    rehearse,
    readPhone: parts.readPhone ?? (async (text) => plainPhone(text)),
    readInstant: async (text) => (await parts.readInstant?.(text, now())) ?? null,
    signIn,
    hashPassword: (password) => store.hashPassword(password),
    importRecords: (actor, records, options) => store.importRecords(records, contextFor(actor), options),
    sweep,
    unlockAfterOutage,
    withEntropy: store.world ? (other) => createApp({ ...parts, entropy: other }) : null,
    verifyAudit: (check) => store.verifyAudit(check),
    examine: (check) => store.examine(check),
    async exportAudit(actor, about) {
      const answer = await perform(actor, { type: 'export-audit', agentId: actor.id, ...about });
      if (answer.verdict === 'refused') return answer;
      return { verdict: 'done', proof: await store.auditProof(about, now()) };
    },
    rotateKeys: (actor, onProgress) => store.rotateKeys(contextFor(actor), onProgress),
    async changePolicy(actor, name, value, why) {
      if (!mayBeSet(name, value)) return false;
      await store.changePolicy(contextFor(actor), { name, value, why: cleanText(why) });
      return true;
    },
    backUp: (actor, path, copying) => store.backUp(contextFor(actor), path, copying),
    revision: () => store.revision(),
    close: () => store.close(),
  };
}

/** Adds to a request what only the door may make, and cleans the free text. */
async function complete(raw: Request, { store, entropy }: AppParts, now: Instant): Promise<Command> {
  const { policy } = store;
  const request = withCleanNames(raw);
  switch (request.type) {
    case 'request-sms-code':
      return { ...request, code: entropy.code(policy.sms.codeDigits) };
    case 'confirm-code':
      return { ...request, newSecret: entropy.bytes(policy.otp.secretBytes) };
    case 'open-case':
      return { ...request, caseId: entropy.caseId(), words: cleanText(request.words ?? '') };
    case 'request-approval': {
      const diagnosis = await store.questions.diagnosis(request.serial, now);
      return { ...request, ...asked(request, diagnosis) };
    }
    case 'request-phone-change': {
      const view = await store.questions.account(request.customerId, now);
      const serial = view?.certificates[0]?.certificate.serial;
      const diagnosis = serial === undefined ? null : await store.questions.diagnosis(serial, now);
      return { ...request, ...asked(request, diagnosis) };
    }
    case 'add-agent': {
      // Customer ids are stored in capitals: an own account under another spelling would be nobody's.
      const own = cleanText(request.ownCustomerId ?? '').toUpperCase();
      return { ...request, ownCustomerId: own === '' ? null : own };
    }
    case 'save-filter':
      return { ...request, text: cleanText(request.text) };
    default:
      return 'note' in request ? { ...request, note: cleanText(request.note) } : request;
  }
}

function asked(
  { note, emergency = false }: { readonly note: string; readonly emergency?: boolean },
  diagnosis: Diagnosis | null,
) {
  return { note: cleanText(note), emergency, finding: diagnosis?.findings[0]?.cause ?? null };
}
