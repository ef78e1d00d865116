import type { RecordedFact } from './audit.ts';
import type { AgentId, CaseId, Instant, Serial } from './ids.ts';
import {
  type CausesReport,
  type Compared,
  type LockCounts,
  type LocksReport,
  type ReportPeriod,
  type ResolutionReport,
  resolutionSteps,
  type SolvedBy,
  sideOf,
  spreadOf,
  stepsOf,
} from './report.ts';
import type { ReasonCode } from './situation.ts';

/** What a report wants to know of one entry of the audit log. */
export interface Noted {
  readonly seq: number;
  readonly actorId: AgentId;
  readonly caseId: CaseId | null;
  readonly reason: ReasonCode | null;
  /** A supervisor's yes or no to what was asked for. */
  readonly isDecision: boolean;
  readonly facts: readonly RecordedFact[];
}

type FactType = RecordedFact['type'];

/** The facts that each report is made from. */
export const factsOf = {
  locks: ['activation-locked', 'activation-frozen'],
  causes: [
    'activation-unlocked',
    'activation-reset',
    'activation-frozen',
    'phone-changed',
    'approval-requested',
    'phone-change-requested',
    'case-closed',
  ],
  resolution: ['activation-locked', 'activation-unlocked', 'activation-reset', 'case-opened', 'case-closed'],
  approvals: [
    'approval-requested',
    'phone-change-requested',
    'bulk-unlock-requested',
    'approval-granted',
    'phone-changed',
    'bulk-unlock-approved',
    'approval-rejected',
    'phone-change-rejected',
    'bulk-unlock-rejected',
    'approval-lapsed',
    'phone-change-lapsed',
    'bulk-unlock-lapsed',
  ],
} as const satisfies Readonly<Record<string, readonly FactType[]>>;

/** Counted at the moment of the fact, which for what time decides is the deadline. */
export function locksReport(facts: readonly RecordedFact[], period: ReportPeriod): LocksReport {
  const total = { current: noLocks(), before: noLocks() };
  const days = period.days.map((from) => ({ from, ...noLocks() }));
  for (const fact of facts) {
    const what = lockOf(fact);
    const side = sideOf(fact.at, period);
    if (!what || !side) continue;
    total[side][what] += 1;
    const day = side === 'current' ? days.findLast(({ from }) => from <= fact.at) : undefined;
    if (day) day[what] += 1;
  }
  return { report: 'locks', days, total };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function noLocks(): Mutable<LockCounts> {
  return { sms: 0, otp: 0, frozen: 0 };
}

function lockOf(fact: RecordedFact): keyof LockCounts | null {
  if (fact.type === 'activation-locked') return fact.cause;
  return fact.type === 'activation-frozen' ? 'frozen' : null;
}

/** Cases by why they could be solved, each once: at its first change that was carried out, or closed without any. */
export function causesReport(
  log: readonly Noted[],
  period: ReportPeriod,
  /** Was something done or asked for in this case before that entry? Asked about cases older than the log that was read. */
  workedOnBefore: (caseId: CaseId, seq: number) => boolean,
): CausesReport {
  const asked = new Map<string, Pick<Noted, 'caseId' | 'reason'>>();
  const solved = new Map<CaseId, { readonly at: Instant; readonly cause: SolvedBy }>();
  const solve = (caseId: CaseId, at: Instant, cause: SolvedBy) => {
    if (!solved.has(caseId)) solved.set(caseId, { at, cause });
  };
  for (const entry of log) {
    for (const fact of entry.facts) {
      switch (fact.type) {
        case 'approval-requested':
        case 'phone-change-requested':
          asked.set(fact.id, entry);
          break;
        case 'activation-unlocked':
        case 'activation-reset':
        case 'activation-frozen':
        case 'phone-changed': {
          const { caseId, reason } = entry.isDecision ? (asked.get(fact.id) ?? entry) : entry;
          if (caseId) solve(caseId, fact.at, reason ?? 'other');
          break;
        }
        case 'case-closed':
          if (!solved.has(fact.id) && !workedOnBefore(fact.id, entry.seq)) solve(fact.id, fact.at, 'no-change');
          break;
      }
    }
  }
  const counts = new Map<SolvedBy, Mutable<Compared<number>>>();
  const total = { current: 0, before: 0 };
  for (const { at, cause } of solved.values()) {
    const side = sideOf(at, period);
    if (!side) continue;
    const row = counts.get(cause) ?? { current: 0, before: 0 };
    counts.set(cause, row);
    row[side] += 1;
    total[side] += 1;
  }
  const causes = [...counts].map(([cause, row]) => ({ cause, ...row }));
  return {
    report: 'causes',
    causes: causes.sort((a, b) => b.current - a.current || b.before - a.before || a.cause.localeCompare(b.cause)),
    total,
  };
}

/** What the log that was read does not say: what happened before it, and how things stand. */
export interface Besides {
  lockedBefore(serial: Serial, seq: number): Instant | null;
  openedAt(caseId: CaseId): Instant | null;
  readonly stillLocked: number;
  readonly stillOpen: number;
}

export function resolutionReport(log: readonly Noted[], period: ReportPeriod, besides: Besides): ResolutionReport {
  const lockedAt = new Map<Serial, Instant | null>();
  const openedAt = new Map<CaseId, Instant>();
  const locks: Record<keyof Compared<unknown>, number[]> = { current: [], before: [] };
  const cases: typeof locks = { current: [], before: [] };
  const took = (where: typeof locks, since: Instant | null, at: Instant) => {
    const side = sideOf(at, period);
    if (side && since !== null) where[side].push(at - since);
  };
  for (const { seq, facts } of log) {
    for (const fact of facts) {
      switch (fact.type) {
        case 'activation-locked':
          lockedAt.set(fact.id, fact.at);
          break;
        case 'activation-unlocked':
        case 'activation-reset': {
          const known = lockedAt.get(fact.id);
          // A reset may come without a lock; an unlock never does.
          const isUnread = known === undefined && fact.type === 'activation-unlocked';
          took(locks, isUnread ? besides.lockedBefore(fact.id, seq) : (known ?? null), fact.at);
          lockedAt.set(fact.id, null);
          break;
        }
        case 'case-opened':
          openedAt.set(fact.id, fact.at);
          break;
        case 'case-closed':
          took(cases, openedAt.get(fact.id) ?? besides.openedAt(fact.id), fact.at);
          break;
      }
    }
  }
  return {
    report: 'resolution',
    locks: { current: spreadOf(locks.current), before: spreadOf(locks.before) },
    cases: { current: spreadOf(cases.current), before: spreadOf(cases.before) },
    lockSteps: stepsOf(locks.current, resolutionSteps),
    caseSteps: stepsOf(cases.current, resolutionSteps),
    stillLocked: besides.stillLocked,
    stillOpen: besides.stillOpen,
  };
}
