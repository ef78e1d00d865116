import { maskPhone } from '../../domain/mask.ts';
import type { QueueItem, QueueView } from '../../domain/read-models.ts';
import { queueReasons } from '../../domain/read-models.ts';
import type { Texts } from '../../text/en.ts';
import { widthOf } from '../../text/width.ts';
import { type Cell, cell, line } from '../../ui/cells.ts';
import { type Column, NAME_CELLS } from '../../ui/table.ts';
import { queueMarks } from '../state-marks.ts';

/** `SMS locks 23  frozen 2  approvals 1`: what there is, and how much of it; what does not fit stands in the line below. */
export function queueSummary({ counts }: QueueView, waiting: number, texts: Texts, width: number): readonly string[] {
  const present = queueReasons.filter((reason) => counts[reason] > 0);
  const told = present.map((reason) => {
    const { glyph, tone } = queueMarks[reason];
    return [cell(`${glyph} `, tone), cell(texts.console.queue.counts[reason](counts[reason]))];
  });
  if (waiting > 0) told.push([cell('▪ ', 'accent'), cell(texts.console.approvals.waiting(waiting))]);
  const lines: Cell[][] = [[]];
  for (const one of told) {
    const current = lines.at(-1) ?? [];
    if (widthOfAll([...current, cell('  '), ...one]) < width)
      current.push(cell(current.length > 0 ? '  ' : ' '), ...one);
    else lines.push([cell(' '), ...one]);
  }
  return lines.map((cells) => line(cells, width));
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, { text }) => sum + widthOf(text), 0);
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
      grows: NAME_CELLS,
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
