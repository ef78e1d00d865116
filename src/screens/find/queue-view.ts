import { maskPhone } from '../../domain/mask.ts';
import type { QueueItem, QueueView } from '../../domain/read-models.ts';
import { queueReasons } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line } from '../../ui/cells.ts';
import type { Column } from '../../ui/table.ts';
import { queueMarks } from '../state-marks.ts';

/** `23 locked by SMS · 2 frozen · 1 approval`: what there is, and how much of it. */
export function queueSummary({ counts }: QueueView, waiting: number, texts: Texts, width: number): string {
  const present = queueReasons.filter((reason) => counts[reason] > 0);
  const cells = present.flatMap((reason) => {
    const { glyph, tone } = queueMarks[reason];
    return [cell(`${glyph} `, tone), cell(`${texts.console.queue.counts[reason](counts[reason])}  `)];
  });
  const approvals = waiting > 0 ? [cell('▪ ', 'accent'), cell(texts.console.approvals.waiting(waiting))] : [];
  return line([cell(' '), ...cells, ...approvals], width);
}

/** The columns of the queue; the moment is the second that is shown. */
export function queueColumns(texts: Texts, now: number): readonly Column<QueueItem>[] {
  const { queue } = texts.console;
  const { duration } = texts.moments;
  return [
    {
      title: queue.reason,
      width: 27,
      text: ({ reason }) => `${queueMarks[reason].glyph} ${texts.words.queueReason[reason]}`,
      tone: ({ reason }) => queueMarks[reason].tone,
    },
    {
      title: queue.subscriber,
      width: 20,
      grows: true,
      // Whoever called several times this week waits no longer than they have to.
      text: ({ familyName, givenName, calls }) => `${familyName} ${givenName}${calls > 1 ? ` (${calls}×)` : ''}`,
    },
    {
      title: queue.since,
      width: 19,
      text: ({ reason, since }) =>
        reason === 'expiring-soon' ? queue.endsIn(duration(since - now)) : queue.ago(duration(now - since)),
    },
    {
      title: queue.failures,
      width: 8,
      from: 100,
      text: ({ consecutiveFailures }) => (consecutiveFailures > 0 ? String(consecutiveFailures) : '–'),
      tone: () => 'muted',
    },
    {
      title: queue.phone,
      width: 15,
      from: 110,
      text: ({ phone }) => (phone === null ? '–' : maskPhone(phone)),
      tone: () => 'muted',
    },
    {
      title: queue.certificate,
      width: 11,
      from: 90,
      text: ({ serial }) => `…${serial.slice(-8)}`,
      tone: () => 'muted',
    },
  ];
}
