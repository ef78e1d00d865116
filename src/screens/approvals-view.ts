import type { ApprovalPattern, PendingRequest, QueueItem } from '../domain/read-models.ts';
import type { Texts } from '../text/en.ts';
import { cell, line, wrap } from '../ui/cells.ts';
import type { Column } from '../ui/table.ts';
import type { ViewSettings } from './account-view.ts';
import { grouped } from './grouped.ts';
import { queueMarks } from './state-marks.ts';

/** The columns of what waits for a supervisor; the moment is the second that is shown. */
export function approvalColumns(texts: Texts, now: number): readonly Column<PendingRequest>[] {
  const { approvals } = texts.console;
  const { duration } = texts.moments;
  return [
    {
      title: approvals.what,
      width: 28,
      text: ({ action, emergency }) => `${emergency ? '‼ ' : ''}${texts.words.approvalAction[action]}`,
      tone: ({ emergency }) => (emergency ? 'danger' : 'plain'),
    },
    {
      title: approvals.whom,
      width: 18,
      grows: true,
      text: ({ familyName, givenName }) => `${familyName} ${givenName}`,
    },
    { title: approvals.askedBy, width: 10, text: ({ requestedBy }) => requestedBy },
    {
      title: approvals.left,
      width: 14,
      text: ({ expiresAt }) => duration(expiresAt - now),
      tone: () => 'muted',
    },
    { title: approvals.ticket, width: 12, from: 100, text: ({ ticket }) => ticket, tone: () => 'muted' },
    {
      title: approvals.certificate,
      width: 20,
      from: 120,
      text: ({ serial, customerId }) => (serial === null ? customerId : grouped(serial.slice(0, 16))),
      tone: () => 'muted',
    },
  ];
}

/** What happened that a supervisor has to look into, the newest first. */
export function alarmLines(alarms: readonly QueueItem[], { texts, width, now }: ViewSettings): readonly string[] {
  return alarms.map(({ reason, familyName, givenName, since, serial }) => {
    const { glyph, tone } = queueMarks[reason];
    const ago = texts.moments.duration(now - since);
    return line(
      [
        cell(` ${glyph} ${texts.words.queueReason[reason]} `, tone),
        cell(`${familyName} ${givenName}`, 'strong'),
        cell(` · …${serial.slice(-8)} · ${ago}`, 'muted'),
      ],
      width,
    );
  });
}

/** The same two again and again, many resets, emergencies. */
export function patternLines(
  patterns: readonly ApprovalPattern[],
  { texts, width, policy }: ViewSettings,
): readonly string[] {
  const within = texts.moments.duration(policy.support.patterns.within);
  return patterns.flatMap((pattern) =>
    wrap(texts.safety.pattern(pattern, within), width - 4).map((part, row) =>
      line([cell(row === 0 ? ' ! ' : '   ', 'warning'), cell(part, 'warning')], width),
    ),
  );
}
