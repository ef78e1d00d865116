import type { Account } from './account.ts';
import type { Activation } from './activation.ts';
import { isAttemptFact } from './attempt-facts.ts';
import type { AuditEntry, RecordedFact } from './audit.ts';
import type { Certificate } from './certificate.ts';
import { deciders, type Things } from './commands.ts';
import type { Decider, FactBase, ThingKind } from './decision.ts';
import type { CaseId, Instant, Serial } from './ids.ts';
import type { Operator } from './operator.ts';
import type { Outage } from './situation.ts';
import { type AttemptRecord, evolveAttempts } from './sms-attempt.ts';
import type { SupportCase } from './support-case.ts';

/** A thing after one more fact of the audit log; folding all of its facts gives the stored rows, secrets redacted. */
export function evolveThing<Kind extends ThingKind>(kind: Kind, state: Things[Kind], fact: RecordedFact): Things[Kind] {
  const { on: _on, id: _id, ...happened } = fact;
  const decider = deciders[kind] as unknown as Decider<Things[Kind], never, FactBase>;
  return decider.evolve(state, happened);
}

/** The attempts of an activation after one more fact of the audit log. */
export function evolveAttemptsBy(
  attempts: ReadonlyMap<number, AttemptRecord>,
  { on: _on, id: _id, ...happened }: RecordedFact,
): ReadonlyMap<number, AttemptRecord> {
  return isAttemptFact(happened) ? evolveAttempts(attempts, happened) : attempts;
}

/** An account with all that belongs to it, as the facts have left it. */
export interface AccountState {
  readonly account: Account;
  readonly certificates: ReadonlyMap<Serial, Certificate>;
  readonly activations: ReadonlyMap<Serial, Activation>;
  readonly attempts: ReadonlyMap<Serial, ReadonlyMap<number, AttemptRecord>>;
  readonly cases: ReadonlyMap<CaseId, SupportCase>;
}

const nothingYet: AccountState = {
  account: deciders.account.initial,
  certificates: new Map(),
  activations: new Map(),
  attempts: new Map(),
  cases: new Map(),
};

/** One moment of an account's past: what one entry of the audit log says happened then, and how things stood around it. */
export interface Step {
  readonly at: Instant;
  readonly entry: AuditEntry;
  /** Of the entry those that happened at this moment; none when it was refused and nothing happened. */
  readonly facts: readonly RecordedFact[];
  readonly before: AccountState;
  readonly after: AccountState;
}

/** A place in the past: a moment, and of several steps at that moment the last one that counts. */
export interface PastMoment {
  readonly at: Instant;
  readonly seq: number;
}

/**
 * The past of an account, step by step in the order in which it happened, folded from the entries about it (oldest first).
 * What time decided stands at its deadline, although it was written down later; what came in bulk stands where it belongs.
 */
export function pastOf(entries: readonly AuditEntry[]): readonly Step[] {
  const last = new Map<string, Instant>();
  const moments = entries.flatMap((entry) => momentsIn(entry, last));
  let state = nothingYet;
  return moments
    .toSorted((one, other) => one.at - other.at || one.entry.seq - other.entry.seq)
    .map((moment) => {
      const before = state;
      state = moment.facts.reduce(afterFact, before);
      return { ...moment, before, after: state };
    });
}

/** The last step that had happened by then; none before the first. */
export function stepAt(past: readonly Step[], { at, seq }: PastMoment): Step | undefined {
  return past[placeOf(past, { at, seq })];
}

/** Its place among the steps; -1 before the first. */
export function placeOf(past: readonly Step[], { at, seq }: PastMoment): number {
  return past.findLastIndex((step) => step.at < at || (step.at === at && step.entry.seq <= seq));
}

const inBulk: readonly AuditEntry['command'][] = ['seed-subscriber', 'import-record'];

/** How things stood by what was written down then, and the moment by which time has decided what nobody had written down yet. */
export interface Standing {
  readonly state: AccountState;
  readonly settledBy: Instant;
}

/**
 * What was known at a moment. A deadline that had passed is judged anew by what was known then, for the entry that tells
 * of it came later and may have known more; at its own step it is over, that is a millisecond later.
 */
export function standingAt(past: readonly Step[], moment: PastMoment): Standing | null {
  const happened = past.slice(0, placeOf(past, moment) + 1);
  const newest = happened.at(-1);
  if (!newest) return null;
  const written = happened.filter(({ entry }) => isWritten(entry, moment));
  if (written.length === happened.length) return { state: newest.after, settledBy: moment.at };
  const state = written.flatMap(({ facts }) => facts).reduce(afterFact, nothingYet);
  const passing = happened.some(({ at, entry }) => at === moment.at && !isWritten(entry, moment));
  return { state, settledBy: passing ? moment.at + 1 : moment.at };
}

/** What came in bulk is told as if it had been written when it happened. */
function isWritten(entry: AuditEntry, { at, seq }: PastMoment): boolean {
  return inBulk.includes(entry.command) || entry.at < at || (entry.at === at && entry.seq <= seq);
}

/** The outages known at a moment, of each operator the last one, from the entries that recognised and ended them. */
export function outagesKnownAt(entries: readonly AuditEntry[], moment: PastMoment): readonly Outage[] {
  const facts = entries.filter((entry) => isWritten(entry, moment)).flatMap((entry) => entry.facts);
  const operators = Map.groupBy(facts, ({ id }) => id);
  return [...operators].flatMap(([operator, own]): readonly Outage[] => {
    const state = own.reduce(
      (before, fact) => evolveThing('operator', before, fact),
      deciders.operator.initial as Operator,
    );
    if (state.status === 'out') return [{ operator, from: state.from, until: null }];
    return state.last ? [state.last] : [];
  });
}

/**
 * What time decided counts from its own moment on; what a receipt reports of the past, when it came, for nobody knew before.
 * A clock that went back turns the facts of one thing not around: none counts before the one it followed.
 */
function momentsIn(entry: AuditEntry, last: Map<string, Instant>): readonly Pick<Step, 'at' | 'entry' | 'facts'>[] {
  const heard = entry.facts.findIndex(({ type }) => type === 'sms-receipt-recorded');
  const reported = heard < 0 || inBulk.includes(entry.command) ? Number.POSITIVE_INFINITY : heard;
  const dated = entry.facts.map((fact, place) => {
    const thing = `${fact.on} ${fact.id}`;
    const own = place < reported ? fact.at : entry.at;
    const at = Math.max(own, last.get(thing) ?? own);
    last.set(thing, at);
    return { at, fact };
  });
  const byMoment = Map.groupBy(dated, ({ at }) => at);
  if (byMoment.size === 0) return [{ at: entry.at, entry, facts: [] }];
  return [...byMoment].map(([at, own]) => ({ at, entry, facts: own.map(({ fact }) => fact) }));
}

function afterFact(state: AccountState, fact: RecordedFact): AccountState {
  const { id } = fact;
  switch (fact.on) {
    case 'account':
      return { ...state, account: evolveThing('account', state.account, fact) };
    case 'certificate':
      return { ...state, certificates: evolved('certificate', state.certificates, fact) };
    case 'activation': {
      const attempts = evolveAttemptsBy(state.attempts.get(id) ?? new Map(), fact);
      return {
        ...state,
        activations: evolved('activation', state.activations, fact),
        attempts: new Map(state.attempts).set(id, attempts),
      };
    }
    case 'support-case':
      return { ...state, cases: evolved('support-case', state.cases, fact) };
    // Whoever exported the account, or unlocked many at once, is no part of it.
    case 'agent':
    case 'operator':
      return state;
  }
}

function evolved<Kind extends ThingKind>(
  kind: Kind,
  things: ReadonlyMap<string, Things[Kind]>,
  fact: RecordedFact,
): ReadonlyMap<string, Things[Kind]> {
  const before = things.get(fact.id) ?? (deciders[kind].initial as Things[Kind]);
  return new Map(things).set(fact.id, evolveThing(kind, before, fact));
}
