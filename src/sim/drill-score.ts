import type { AuditEntry } from '../domain/audit.ts';
import type { Proof } from '../domain/support-case.ts';
import { type Drill, type DrillEvent, eventsOf, type NamedCause } from './drill.ts';
import type { Deed } from './drill-deeds.ts';
import type { DrillPolicy } from './drill-policy.ts';
import { type Harm, harmOf, type Saying } from './drill-sayings.ts';
import { impostorMarks } from './drill-score-impostor.ts';
import { diagnosisOf, subscriberMarks } from './drill-score-subscriber.ts';
import { verificationsIn } from './drill-verification.ts';

/** What a call is judged by. */
export const topics = ['cause', 'speed', 'verification', 'action', 'refusal', 'words'] as const;
export type Topic = (typeof topics)[number];

/** Why points were given or not, with what is needed to say so. */
export type Reason =
  | {
      readonly why: 'cause-right' | 'cause-wrong';
      readonly cause: NamedCause;
      readonly right: NamedCause;
    }
  | { readonly why: 'cause-not-named'; readonly right: NamedCause }
  | { readonly why: 'guessed'; readonly times: number }
  | { readonly why: 'found-within'; readonly took: number; readonly limit: number }
  | { readonly why: 'found-late'; readonly took: number; readonly limit: number }
  | { readonly why: 'not-found' }
  | { readonly why: 'verified'; readonly proofs: readonly Proof[]; readonly points: number }
  | { readonly why: 'proven-too-little'; readonly points: number; readonly needed: number }
  | { readonly why: 'ticked-unasked' | 'ticked-untrue' | 'wrong-ignored'; readonly proofs: readonly Proof[] }
  | { readonly why: 'not-verified' | 'nothing-to-verify' | 'failure-recorded' | 'failure-not-recorded' | 'not-frozen' }
  | { readonly why: 'did' | 'left-undone' | 'overdid' | 'helped-impostor'; readonly deeds: readonly Deed[] }
  | { readonly why: 'wrong-account' | 'caller-left' | 'nothing-changed' }
  | { readonly why: 'refused-impostor' | 'let-go-impostor' | 'left-waiting' }
  | { readonly why: 'said-harm'; readonly saying: Saying; readonly harm: Harm }
  | { readonly why: 'said-no-harm' };

export interface Mark {
  readonly topic: Topic;
  readonly points: number;
  readonly of: number;
  readonly reasons: readonly Reason[];
}

export interface Score {
  /** 0 to 100. */
  readonly points: number;
  readonly passed: boolean;
  readonly marks: readonly Mark[];
  /** What the marks sum up to, when less was given because of what was said. */
  readonly beforeCap: number | null;
  /** Time on the line until the cause was named that turned out right; null when it never was. */
  readonly diagnosedAfter: number | null;
}

/** Everything a call is judged by. `entries` are the trainee's own in the audit log since it rang, the oldest first. */
export interface Drilled {
  readonly drill: Drill;
  readonly events: readonly DrillEvent[];
  readonly entries: readonly AuditEntry[];
  /** Points that make a caller verified. */
  readonly pointsNeeded: number;
  readonly policy: DrillPolicy;
}

/** Judges one call, from what was said on the line and what stands in the audit log. Pure. */
export function score(drilled: Drilled): Score {
  const { policy, drill } = drilled;
  const impostor = drill.scenario.call.caller === 'impostor';
  const marks = [...(impostor ? impostorMarks(drilled) : subscriberMarks(drilled)), wordsMark(drilled, impostor)];
  const helped = marks.some(({ reasons }) => reasons.some(({ why }) => why === 'helped-impostor'));
  const sum = helped ? 0 : marks.reduce((total, { points }) => total + points, 0);
  const harmed = harmsIn(drilled).length > 0;
  const points = harmed ? Math.min(sum, policy.mostAfterHarm) : sum;
  return {
    points,
    passed: points >= policy.pass,
    marks,
    beforeCap: points < sum ? sum : null,
    diagnosedAfter: diagnosisOf(drilled),
  };
}

function wordsMark(drilled: Drilled, impostor: boolean): Mark {
  const { policy } = drilled;
  const of = impostor ? policy.impostorPoints.words : policy.points.words;
  const harms = harmsIn(drilled);
  return {
    topic: 'words',
    points: harms.length === 0 ? of : 0,
    of,
    reasons: harms.length === 0 ? [{ why: 'said-no-harm' }] : harms,
  };
}

/** What was said that must not be said. Nobody is verified by what they could not prove. */
function harmsIn({
  events,
  entries,
  pointsNeeded,
}: Drilled): readonly Extract<Reason, { readonly why: 'said-harm' }>[] {
  const verifications = verificationsIn(entries, events);
  return eventsOf(events, 'said').flatMap(({ saying, at }) => {
    const verified = verifications.some(
      (one) => one.verdict === 'passed' && one.at <= at && one.points >= pointsNeeded,
    );
    const harm = harmOf(saying, verified);
    return harm ? [{ why: 'said-harm' as const, saying, harm }] : [];
  });
}
