import type { AgentId, Instant } from './ids.ts';
import {
  type ApprovalCounts,
  type ApprovalsReport,
  type Compared,
  isWithin,
  type PairCounts,
  type ReportPeriod,
  sideOf,
  spreadOf,
} from './report.ts';
import type { Noted } from './report-log.ts';

interface Asked {
  readonly at: Instant;
  readonly requestedBy: AgentId;
  readonly expiresAt: Instant;
}

type End = 'approved' | 'rejected' | 'expired';

interface Ended {
  readonly end: End;
  readonly at: Instant;
  readonly asked: Asked | undefined;
  /** Null when nobody decided, or somebody who was not asked: the subscriber, or a call that was broken off. */
  readonly by: AgentId | null;
  /** The other of the two who said yes to an emergency. */
  readonly firstYesBy: AgentId | null;
}

/** What became of what takes two people. `log` reaches back before the period by as long as a request waits. */
export function approvalsReport(
  log: readonly Noted[],
  period: ReportPeriod,
  now: Instant,
  waiting: number,
): ApprovalsReport {
  const open = new Map<string, Asked>();
  const requests: Asked[] = [];
  const ends: Ended[] = [];
  const end = (key: string, ended: Omit<Ended, 'asked'>) => {
    ends.push({ ...ended, asked: open.get(key) });
    open.delete(key);
  };
  for (const { actorId, isDecision, facts } of log) {
    for (const fact of facts) {
      const key = `${fact.on} ${fact.id}`;
      const { at } = fact;
      switch (fact.type) {
        case 'approval-requested':
        case 'phone-change-requested':
        case 'bulk-unlock-requested': {
          const asked = { at, requestedBy: fact.requestedBy, expiresAt: fact.expiresAt };
          requests.push(asked);
          open.set(key, asked);
          break;
        }
        case 'approval-granted':
        case 'phone-changed':
          end(key, { end: 'approved', at, by: actorId, firstYesBy: fact.firstYesBy });
          break;
        case 'bulk-unlock-approved':
          end(key, { end: 'approved', at, by: fact.by, firstYesBy: null });
          break;
        case 'approval-rejected':
        case 'phone-change-rejected':
        case 'bulk-unlock-rejected':
          end(key, { end: 'rejected', at, by: isDecision ? actorId : null, firstYesBy: null });
          break;
        case 'approval-lapsed':
        case 'phone-change-lapsed':
        case 'bulk-unlock-lapsed':
          // An approved list that was not carried out in time lapses too: it was decided all the same.
          if (open.has(key)) end(key, { end: 'expired', at, by: null, firstYesBy: null });
          break;
      }
    }
  }
  // What time has ended and nobody has written down yet.
  for (const [key, { expiresAt }] of open) {
    if (now >= expiresAt) end(key, { end: 'expired', at: expiresAt, by: null, firstYesBy: null });
  }
  return {
    report: 'approvals',
    total: { current: counts('current'), before: counts('before') },
    pairs: pairsOf(ends.filter(({ at }) => isWithin(at, period))),
    waiting,
  };

  function counts(side: keyof Compared<unknown>): ApprovalCounts {
    const own = ends.filter(({ at }) => sideOf(at, period) === side);
    const how = (wanted: End) => own.filter((one) => one.end === wanted).length;
    const took = own.flatMap(({ end: how, at, asked }) => (asked && how !== 'expired' ? [at - asked.at] : []));
    return {
      asked: requests.filter(({ at }) => sideOf(at, period) === side).length,
      approved: how('approved'),
      rejected: how('rejected'),
      expired: how('expired'),
      decision: spreadOf(took),
    };
  }
}

/** Who decided whose requests; of an emergency both who said yes. */
function pairsOf(ends: readonly Ended[]): readonly PairCounts[] {
  const pairs = new Map<string, { -readonly [Key in keyof PairCounts]: PairCounts[Key] }>();
  for (const { end, asked, by, firstYesBy } of ends) {
    if (!asked || end === 'expired') continue;
    for (const decidedBy of new Set([by, firstYesBy])) {
      if (decidedBy === null) continue;
      const { requestedBy } = asked;
      const key = `${requestedBy}\n${decidedBy}`;
      const pair = pairs.get(key) ?? { requestedBy, decidedBy, approved: 0, rejected: 0 };
      pairs.set(key, pair);
      pair[end] += 1;
    }
  }
  const decisions = ({ approved, rejected }: PairCounts) => approved + rejected;
  const name = ({ requestedBy, decidedBy }: PairCounts) => `${requestedBy} ${decidedBy}`;
  return [...pairs.values()].sort(
    (one, other) => decisions(other) - decisions(one) || name(one).localeCompare(name(other)),
  );
}
