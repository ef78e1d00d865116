import { isFirstOfTwo } from '../../domain/approval.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { Foreseen } from '../../domain/foresight.ts';
import type { ApprovalPattern, PendingRequest } from '../../domain/read-models.ts';
import { spacedPhone } from '../../text/spaced-phone.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import type { ViewSettings } from '../account/account-view.ts';
import { nameOf } from '../change/change-view.ts';
import { bulletLines, foresightLines } from '../change/foresight-view.ts';
import { grouped } from '../grouped.ts';

interface Asked {
  readonly request: PendingRequest;
  /** What a yes would do; null until the rules were asked. */
  readonly yes: Foreseen | null;
  readonly patterns: readonly ApprovalPattern[];
  /** What the diagnosis names first now. */
  readonly why: Diagnosis | null;
}

/** Everything a supervisor decides on: who asks for what, why, what the caller could prove, and what a yes would change. */
export function approvalLines({ request, yes, patterns, why }: Asked, settings: ViewSettings): readonly string[] {
  const { texts, width, now, policy } = settings;
  const { approvals, unlock } = texts.console;
  const { safety } = texts;
  const { moment, duration } = texts.moments;
  const { action, requestedBy, requestedAt, expiresAt, ticket, reason, note, askedOn, emergency, firstYesBy } = request;
  const proven = askedOn.proofs.map((proof) => texts.words.proof[proof]).join(', ');
  const pair = (name: string, value: string) =>
    wrap(value, width - NAMES - 2).map((part, row) =>
      line([cell(` ${row === 0 ? name : ''}`.padEnd(NAMES), 'muted'), cell(part)], width),
    );
  const warned = (text: string) => wrap(text, width - 3).map((part) => line([cell(` ${part}`, 'danger')], width));
  const { counters, finding } = askedOn;
  const whom = request.serial === null ? request.customerId : grouped(request.serial);
  return [
    ...(emergency ? warned(`‼ ${safety.emergency}${firstYesBy ? `: ${safety.firstYes(firstYesBy)}` : ''}`) : []),
    ...pair(
      approvals.askedBy,
      `${approvals.askedAt(requestedBy, moment(requestedAt))} · ${ticket} · ${approvals.until(duration(expiresAt - now), moment(expiresAt))}`,
    ),
    ...(request.action === 'phone-change'
      ? pair(
          safety.phoneStep,
          safety.phoneRead(spacedPhone(request.phone.e164), texts.words.phoneKind[request.phone.kind]),
        )
      : []),
    ...pair(approvals.reason, `${texts.words.reason[reason]} · ${note}`),
    ...pair(approvals.proofs, proven === '' ? approvals.noProofs : approvals.proven(proven, askedOn.points)),
    ...(counters
      ? pair(
          safety.evidence,
          safety.counters(
            counters.consecutiveFailures,
            counters.wrongOtps,
            counters.lifetimeFailures,
            counters.unlocks,
          ),
        )
      : []),
    ...(finding && finding !== why?.findings[0]?.cause
      ? pair(safety.foundThen, texts.diagnosis.cause[finding].name)
      : []),
    ...patternsAbout(patterns, requestedBy).flatMap((pattern) =>
      warned(`! ${safety.pattern(pattern, duration(policy.support.patterns.within))}`),
    ),
    line([cell(` ${approvals.effects}`, 'accent')], width),
    ...(isFirstOfTwo(request)
      ? bulletLines(safety.change({ what: 'request', becomes: 'half-approved' }), width, 'warning')
      : []),
    ...(yes ? foresightLines(yes, settings, 'in-short') : bulletLines(safety.noSupervisor, width, 'warning')),
    ...(request.action === 'phone-change'
      ? bulletLines(safety.atOnce(keyOf('approve-at-once', texts.keys.names)), width)
      : []),
    ...wrap(safety.decide[action](`${nameOf(request)} · ${whom}`), width - 3).map((part) =>
      line([cell(` ${part}`, 'warning')], width),
    ),
    ...wrap(unlock.oneNo(duration(policy.support.coolDown)), width - 3).map((part) =>
      line([cell(` ${part}`, 'muted')], width),
    ),
  ];
}

function patternsAbout(patterns: readonly ApprovalPattern[], agentId: string): readonly ApprovalPattern[] {
  return patterns.filter(({ requestedBy }) => requestedBy === agentId);
}

const NAMES = 20;
