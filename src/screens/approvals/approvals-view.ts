import type { ApprovalPattern, QueueItem, Undecided } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import type { ViewSettings } from '../account/account-view.ts';
import { grouped } from '../grouped.ts';
import { queueMarks } from '../state-marks.ts';

/** The columns of what waits for a supervisor; the moment is the second that is shown. */
export function approvalColumns(texts: Texts, now: number): readonly Column<Undecided>[] {
  const { approvals } = texts.console;
  const { radar } = texts;
  const { duration } = texts.moments;
  return [
    {
      title: approvals.what,
      width: 28,
      text: (one) => `${isEmergency(one) ? '‼ ' : ''}${texts.words.approvalAction[one.action]}`,
      tone: (one) => (isEmergency(one) ? 'danger' : 'plain'),
    },
    {
      title: approvals.whom,
      width: 18,
      grows: NAME_CELLS,
      text: (one) =>
        one.action === 'bulk-unlock' ? radar.listOf(one.operator, one.count) : `${one.familyName} ${one.givenName}`,
    },
    { title: approvals.askedBy, width: 10, text: ({ requestedBy }) => requestedBy },
    {
      title: approvals.left,
      width: 14,
      text: ({ expiresAt }) => duration(expiresAt - now),
      tone: () => 'muted',
    },
    {
      title: approvals.ticket,
      width: 12,
      from: 100,
      text: (one) => (one.action === 'bulk-unlock' ? '–' : one.ticket),
      tone: () => 'muted',
    },
    {
      title: approvals.certificate,
      width: 20,
      from: 120,
      text: (one) => {
        if (one.action === 'bulk-unlock') return radar.outageTimes(one.outage.from, one.outage.until);
        return one.serial === null ? one.customerId : grouped(one.serial.slice(0, 16));
      },
      tone: () => 'muted',
    },
  ];
}

function isEmergency(one: Undecided): boolean {
  return one.action !== 'bulk-unlock' && one.emergency;
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
