import { evolveAttemptsBy, evolveThing } from '../domain/account-past.ts';
import { REDACTED, type RecordedFact } from '../domain/audit.ts';
import { deciders, type Things } from '../domain/commands.ts';
import type { ThingKind } from '../domain/decision.ts';
import type { AttemptRecord } from '../domain/sms-attempt.ts';
import type { Shelves } from './shelves/shelves.ts';

/** A thing whose rows say something else than its facts in the audit log, folded. Secrets are compared as redacted. */
export interface Difference {
  readonly kind: ThingKind | 'sms-attempts';
  readonly id: string;
  readonly folded: unknown;
  /** Undefined when the rows cannot be read at all. */
  readonly stored: unknown;
}

/** Folds facts, oldest first, thing by thing, and compares each with what its rows say. */
export function differencesOf(facts: readonly RecordedFact[], shelves: Shelves): readonly Difference[] {
  return [...Map.groupBy(facts, ({ on, id }) => `${on} ${id}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { on: kind, id } = first;
    const thing = compared(kind, id, foldThing(kind, own), () => shelves[kind].load(id));
    const attempts = kind === 'activation' ? attemptsDifference(id, own, shelves) : [];
    return [...thing, ...attempts];
  });
}

function foldThing(kind: ThingKind, facts: readonly RecordedFact[]): unknown {
  return facts.reduce((state, fact) => evolveThing(kind, state, fact), deciders[kind].initial as Things[ThingKind]);
}

function attemptsDifference(serial: string, facts: readonly RecordedFact[], shelves: Shelves): readonly Difference[] {
  const none: ReadonlyMap<number, AttemptRecord> = new Map();
  const folded = facts.reduce(evolveAttemptsBy, none);
  return compared('sms-attempts', serial, [...folded.values()], () => {
    const id = shelves.certificate.rowId(serial);
    return [...folded.keys()].map((number) => shelves.attempts.load(id, number));
  });
}

function compared(kind: Difference['kind'], id: string, folded: unknown, load: () => unknown): readonly Difference[] {
  const told = canonical(folded);
  const stored = readable(load);
  if (stored === undefined) return [{ kind, id, folded: JSON.parse(told), stored }];
  const said = canonical(stored);
  return said === told ? [] : [{ kind, id, folded: JSON.parse(told), stored: JSON.parse(said) }];
}

/** Undefined when the rows are damaged, or missing where another row refers to them. */
export function readable<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'damaged';
    if (code === 'damaged' || code.startsWith('SQLITE_CORRUPT')) return undefined;
    throw error;
  }
}

const secretFields = ['sealed', 'codeDigest', 'previousDigest', 'lastCodeDigest', 'passwordHash'];

/** A value as text, the same for the same value, secrets redacted as in the log. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner) => {
    if (secretFields.includes(key) && inner !== null) return REDACTED;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
