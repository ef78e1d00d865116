import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openShelves } from '../../src/db/shelves/shelves.ts';
import { evolveAttemptsBy, evolveThing } from '../../src/domain/account-past.ts';
import type { RecordedFact } from '../../src/domain/audit.ts';
import { REDACTED } from '../../src/domain/audit.ts';
import { deciders, type Things } from '../../src/domain/commands.ts';
import type { ThingKind } from '../../src/domain/decision.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { AttemptRecord } from '../../src/domain/sms-attempt.ts';

export interface Difference {
  readonly thing: string;
  readonly folded: unknown;
  readonly stored: unknown;
}

/** Folds the whole audit log and names every thing whose stored rows say something else. Secrets are compared as redacted. */
export function differencesFromAudit(db: Database.Database): readonly Difference[] {
  const facts = db
    .prepare<[], { facts: string }>('SELECT facts FROM audit_log ORDER BY seq')
    .all()
    .flatMap((row) => JSON.parse(row.facts) as RecordedFact[]);
  const shelves = openShelves(drizzle(db), () => defaultPolicy);
  return [...Map.groupBy(facts, ({ on, id }) => `${on} ${id}`)].flatMap(([thing, own]) => {
    const [kind = '', ...rest] = thing.split(' ');
    const id = rest.join(' ');
    const compared = [compare(thing, foldState(kind as ThingKind, own), shelves[kind as ThingKind].load(id))];
    if (kind === 'activation') compared.push(attemptsDifference(thing, id, own, shelves));
    return compared.filter((difference) => difference !== null);
  });
}

function foldState(kind: ThingKind, facts: readonly RecordedFact[]): unknown {
  return facts.reduce((state, fact) => evolveThing(kind, state, fact), deciders[kind].initial as Things[ThingKind]);
}

function attemptsDifference(
  thing: string,
  serial: string,
  facts: readonly RecordedFact[],
  shelves: ReturnType<typeof openShelves>,
): Difference | null {
  const none: ReadonlyMap<number, AttemptRecord> = new Map();
  const folded = facts.reduce(evolveAttemptsBy, none);
  const id = shelves.certificate.rowId(serial);
  const stored = [...folded.keys()].map((number) => shelves.attempts.load(id, number));
  return compare(`${thing} attempts`, [...folded.values()], stored);
}

function compare(thing: string, folded: unknown, stored: unknown): Difference | null {
  const [left, right] = [canonical(folded), canonical(stored)];
  return left === right ? null : { thing, folded: JSON.parse(left), stored: JSON.parse(right) };
}

const secretFields = ['sealed', 'codeDigest', 'previousDigest', 'lastCodeDigest', 'passwordHash'];

export function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner) => {
    if (secretFields.includes(key) && inner !== null) return REDACTED;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
