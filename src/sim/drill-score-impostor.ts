import { eventsOf } from './drill.ts';
import { deedsDone, deedsWanted, helping } from './drill-deeds.ts';
import type { Drilled, Mark, Reason } from './drill-score.ts';
import { causeMark } from './drill-score-subscriber.ts';
import { verificationsIn } from './drill-verification.ts';

/** A call of somebody who is not the subscriber: help nothing, write it down, freeze where it is called for, say no. */
export function impostorMarks(drilled: Drilled): readonly Mark[] {
  const { drill, events, entries, policy } = drilled;
  const { refusal, cause } = policy.impostorPoints;
  const helped = deedsDone(drill, events, entries).filter((deed) => helping.includes(deed));
  if (helped.length > 0) {
    return [{ topic: 'refusal', points: 0, of: refusal, reasons: [{ why: 'helped-impostor', deeds: helped }] }];
  }
  return [refusalMark(drilled), verificationMark(drilled), causeMark(drilled, cause)];
}

function refusalMark({ events, policy }: Drilled): Mark {
  const of = policy.impostorPoints.refusal;
  const how = eventsOf(events, 'ended').at(-1)?.how;
  const reason: Reason =
    how === 'refused'
      ? { why: 'refused-impostor' }
      : how === 'caller-left'
        ? { why: 'left-waiting' }
        : { why: 'let-go-impostor' };
  return { topic: 'refusal', points: how === 'refused' ? of : Math.floor(of / 2), of, reasons: [reason] };
}

/** The failed verification is in the log, and the activation is frozen where the model solution freezes it. */
function verificationMark({ drill, events, entries, policy }: Drilled): Mark {
  const of = policy.impostorPoints.verification;
  const frozen = deedsDone(drill, events, entries).includes('freeze');
  const mustFreeze = deedsWanted(drill.scenario).includes('freeze');
  const recorded = frozen || verificationsIn(entries, events).some(({ verdict }) => verdict === 'failed');
  const reasons: readonly Reason[] = [
    { why: recorded ? 'failure-recorded' : 'failure-not-recorded' },
    ...(mustFreeze
      ? [frozen ? { why: 'did' as const, deeds: ['freeze' as const] } : { why: 'not-frozen' as const }]
      : []),
  ];
  const half = Math.floor(of / 2);
  const points = !recorded ? 0 : mustFreeze && !frozen ? half : of;
  return { topic: 'verification', points, of, reasons };
}
