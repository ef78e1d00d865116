import type { AuditEntry } from '../domain/audit.ts';
import type { Instant } from '../domain/ids.ts';
import { type Proof, pointsOf } from '../domain/support-case.ts';
import { type DrillEvent, eventsOf, type Given } from './drill.ts';

/** A verification as the trainee recorded it, held against what the caller really gave by then. */
export interface RecordedVerification {
  readonly at: Instant;
  readonly seq: number;
  readonly verdict: 'passed' | 'failed';
  /** Ticked and proven. */
  readonly proven: readonly Proof[];
  /** Ticked, and nobody had asked. */
  readonly unasked: readonly Proof[];
  /** Ticked, although the answer was wrong or there was none. */
  readonly false: readonly Proof[];
  /** A wrong answer that was heard and not marked. */
  readonly ignored: readonly Proof[];
  /** What the proven ones alone are worth. */
  readonly points: number;
}

/** The verifications in these entries, the oldest first. */
export function verificationsIn(
  entries: readonly AuditEntry[],
  events: readonly DrillEvent[],
): readonly RecordedVerification[] {
  return entries.flatMap(({ at, seq, facts }) =>
    facts.flatMap((fact) => {
      switch (fact.type) {
        case 'caller-verified':
          return [compared({ at, seq, verdict: 'passed', passed: fact.proofs, failed: [] }, events)];
        case 'caller-verification-failed':
        case 'caller-verification-aborted':
          return [compared({ at, seq, verdict: 'failed', passed: fact.passed, failed: fact.failed }, events)];
        default:
          return [];
      }
    }),
  );
}

function compared(
  {
    passed,
    failed,
    ...recorded
  }: Pick<RecordedVerification, 'at' | 'seq' | 'verdict'> & {
    readonly passed: readonly Proof[];
    readonly failed: readonly Proof[];
  },
  events: readonly DrillEvent[],
): RecordedVerification {
  const heard = new Map<Proof, Given>(
    eventsOf(events, 'proof-asked')
      .filter(({ at }) => at <= recorded.at)
      .map(({ proof, given }) => [proof, given]),
  );
  const proven = passed.filter((proof) => heard.get(proof) === 'right');
  const wrong = [...heard].filter(([, given]) => given === 'wrong').map(([proof]) => proof);
  return {
    ...recorded,
    proven,
    unasked: passed.filter((proof) => !heard.has(proof)),
    false: passed.filter((proof) => heard.has(proof) && heard.get(proof) !== 'right'),
    ignored: wrong.filter((proof) => !passed.includes(proof) && !failed.includes(proof)),
    points: pointsOf(proven),
  };
}

/** Did everything that was ticked come from the caller, and was nothing kept quiet? */
export function isHonest({ unasked, false: untrue, ignored }: RecordedVerification): boolean {
  return unasked.length + untrue.length + ignored.length === 0;
}
