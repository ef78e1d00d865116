import { type Proof, pointsOf } from '../domain/support-case.ts';
import { type DrillEvent, eventsOf, onTheLine, rightCause } from './drill.ts';
import { changes, changesIn, deedsDone, deedsWanted, helping } from './drill-deeds.ts';
import type { Drilled, Mark, Reason } from './drill-score.ts';
import { isHonest, verificationsIn } from './drill-verification.ts';

/** A call of the subscriber: find the cause, soon; verify before changing; do what helps, and nothing else. */
export function subscriberMarks(drilled: Drilled): readonly Mark[] {
  return [
    causeMark(drilled, drilled.policy.points.cause),
    speedMark(drilled),
    verificationMark(drilled),
    actionMark(drilled),
  ];
}

/** Time on the line until the right cause was named for good; null when the last word was another. */
export function diagnosisOf({ drill, events }: Drilled): number | null {
  const last = eventsOf(events, 'cause-named').at(-1);
  return last?.cause === rightCause(drill.scenario) ? onTheLine(events, last.at) : null;
}

/** The last word counts; every wrong one before it costs. */
export function causeMark(drilled: Drilled, of: number): Mark {
  const { drill, events, policy } = drilled;
  const named = eventsOf(events, 'cause-named').map(({ cause }) => cause);
  const right = rightCause(drill.scenario);
  const last = named.at(-1);
  if (last === undefined) return { topic: 'cause', points: 0, of, reasons: [{ why: 'cause-not-named', right }] };
  if (last !== right) return { topic: 'cause', points: 0, of, reasons: [{ why: 'cause-wrong', cause: last, right }] };
  const wrong = named.filter((cause) => cause !== right).length;
  return {
    topic: 'cause',
    points: Math.max(0, of - wrong * policy.perWrongCause),
    of,
    reasons: [
      { why: 'cause-right', cause: last, right },
      ...(wrong > 0 ? [{ why: 'guessed' as const, times: wrong }] : []),
    ],
  };
}

function speedMark(drilled: Drilled): Mark {
  const { policy } = drilled;
  const of = policy.points.speed;
  const took = diagnosisOf(drilled);
  const { full, half } = policy.diagnosisWithin;
  if (took === null) return { topic: 'speed', points: 0, of, reasons: [{ why: 'not-found' }] };
  if (took > half) return { topic: 'speed', points: 0, of, reasons: [{ why: 'found-late', took, limit: half }] };
  const limit = took <= full ? full : half;
  return { topic: 'speed', points: took <= full ? of : of / 2, of, reasons: [{ why: 'found-within', took, limit }] };
}

/**
 * Everything ticked has to come from the caller, before anything is changed that would help somebody else; freezing
 * helps nobody and may not wait. What was ticked beyond that costs half when the rest is enough, and everything when it
 * is not.
 */
function verificationMark({ drill, events, entries, pointsNeeded, policy }: Drilled): Mark {
  const of = policy.points.verification;
  const mark = (points: number, reasons: readonly Reason[]): Mark => ({ topic: 'verification', points, of, reasons });
  const changed = changesIn(entries).filter(({ deed }) => helping.includes(deed));
  const first = changed[0]?.entry.seq ?? Number.POSITIVE_INFINITY;
  const passed = verificationsIn(entries, events).filter(({ verdict, seq }) => verdict === 'passed' && seq < first);
  const wanted = drill.scenario.support.some((move) => move.do === 'verify' && move.by === 'agent');
  const last = passed.at(-1);
  if (!last) {
    const heard = provenOnTheLine(events);
    const enough = pointsOf(heard) >= pointsNeeded;
    // Where nothing is to be changed there is nothing to record: what the caller proved on the line counts.
    if (changed.length === 0 && enough) return mark(of, [{ why: 'verified', proofs: heard, points: pointsOf(heard) }]);
    return changed.length > 0 || wanted ? mark(0, [{ why: 'not-verified' }]) : mark(of, [{ why: 'nothing-to-verify' }]);
  }
  const faults: readonly Reason[] = [
    ...(last.unasked.length > 0 ? [{ why: 'ticked-unasked' as const, proofs: last.unasked }] : []),
    ...(last.false.length > 0 ? [{ why: 'ticked-untrue' as const, proofs: last.false }] : []),
    ...(last.ignored.length > 0 ? [{ why: 'wrong-ignored' as const, proofs: last.ignored }] : []),
  ];
  if (last.points < pointsNeeded) {
    return mark(0, [...faults, { why: 'proven-too-little', points: last.points, needed: pointsNeeded }]);
  }
  if (!isHonest(last)) return mark(Math.floor(of / 2), faults);
  return mark(of, [{ why: 'verified', proofs: last.proven, points: last.points }]);
}

/** What the caller needed was done, and nothing that they did not need. */
function actionMark({ drill, events, entries, policy }: Drilled): Mark {
  const of = policy.points.action;
  const mark = (points: number, reasons: readonly Reason[]): Mark => ({ topic: 'action', points, of, reasons });
  const wanted = deedsWanted(drill.scenario);
  const done = deedsDone(drill, events, entries);
  const overdone = done.filter((deed) => changes.includes(deed) && !wanted.includes(deed));
  if (changesIn(entries).some(({ entry }) => entry.customerId !== drill.customerId)) {
    return mark(0, [{ why: 'wrong-account' }]);
  }
  if (overdone.length > 0) return mark(0, [{ why: 'overdid', deeds: overdone }]);
  const did = wanted.filter((deed) => done.includes(deed));
  const undone = wanted.filter((deed) => !done.includes(deed));
  const left = eventsOf(events, 'ended').at(-1)?.how === 'caller-left';
  const advice = wanted.length > 1 && undone.includes('advise') ? policy.advice : 0;
  const earned = undone.some((deed) => deed !== 'advise') || undone.length === wanted.length ? 0 : of - advice;
  const points = wanted.length === 0 ? of : earned;
  return mark(left ? Math.floor(points / 2) : points, [
    ...(did.length > 0 ? [{ why: 'did' as const, deeds: did }] : []),
    ...(undone.length > 0 ? [{ why: 'left-undone' as const, deeds: undone }] : []),
    ...(wanted.length === 0 ? [{ why: 'nothing-changed' as const }] : []),
    ...(left ? [{ why: 'caller-left' as const }] : []),
  ]);
}

function provenOnTheLine(events: readonly DrillEvent[]): readonly Proof[] {
  const right = eventsOf(events, 'proof-asked').filter(({ given }) => given === 'right');
  return [...new Set(right.map(({ proof }) => proof))];
}
