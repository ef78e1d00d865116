import type { PendingRequest } from '../domain/read-models.ts';
import type { Texts } from '../text/en.ts';
import type { Column } from '../ui/table.ts';
import { grouped } from './grouped.ts';

/** The columns of what waits for a supervisor; the moment is the second that is shown. */
export function approvalColumns(texts: Texts, now: number): readonly Column<PendingRequest>[] {
  const { approvals } = texts.console;
  const { duration } = texts.moments;
  return [
    { title: approvals.what, width: 26, text: ({ action }) => texts.words.approvalAction[action] },
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
      text: ({ serial }) => grouped(serial.slice(0, 16)),
      tone: () => 'muted',
    },
  ];
}
