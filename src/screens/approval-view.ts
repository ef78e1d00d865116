import type { AccountView, CertificateView, PendingRequest } from '../domain/read-models.ts';
import { pointsOf } from '../domain/support-case.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import type { ViewSettings } from './account-view.ts';
import { bulletLines, effectsOf, nameOf } from './change-view.ts';
import { grouped } from './grouped.ts';

interface Asked {
  readonly account: AccountView['account'];
  readonly view: CertificateView;
  readonly request: PendingRequest;
}

/** Everything a supervisor decides on: who asks for what, why, what the caller could prove, and what a yes would change. */
export function approvalLines({ account, view, request }: Asked, settings: ViewSettings): readonly string[] {
  const { texts, width, now } = settings;
  const { approvals, unlock } = texts.console;
  const { moment, duration } = texts.moments;
  const { action, requestedBy, requestedAt, expiresAt, ticket, reason, note, proofs } = request;
  const proven = proofs.map((proof) => texts.words.proof[proof]).join(', ');
  const pair = (name: string, value: string) =>
    wrap(value, width - NAMES - 2).map((part, row) =>
      line([cell(` ${row === 0 ? name : ''}`.padEnd(NAMES), 'muted'), cell(part)], width),
    );
  return [
    ...pair(approvals.askedBy, approvals.askedAt(requestedBy, moment(requestedAt))),
    ...pair(approvals.left, approvals.until(duration(expiresAt - now), moment(expiresAt))),
    ...pair(approvals.ticket, ticket),
    ...pair(approvals.reason, `${texts.words.reason[reason]} · ${note}`),
    ...pair(approvals.proofs, proven === '' ? approvals.noProofs : approvals.proven(proven, pointsOf(proofs))),
    '',
    line([cell(` ${approvals.effects}`, 'accent')], width),
    ...effectsOf(action, view, texts).flatMap((sentence) => bulletLines(sentence, width)),
    '',
    ...wrap(approvals.question[action](`${nameOf(account)} · ${grouped(view.certificate.serial)}`), width - 3).map(
      (part) => line([cell(` ${part}`, 'warning')], width),
    ),
    ...wrap(unlock.oneNo, width - 3).map((part) => line([cell(` ${part}`, 'muted')], width)),
  ];
}

const NAMES = 20;
