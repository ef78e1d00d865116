import { useMemo } from 'react';
import { cell, line, wrap } from '../ui/cells.ts';
import { table } from '../ui/table.ts';
import { useQuestion } from '../ui/use-question.ts';
import { useConsole } from './console-context.ts';
import { FRAME_LINES, Frame } from './frame.tsx';
import { queueColumns, queueSummary } from './queue-view.ts';
import { useList } from './use-list.ts';

/** Summary, a blank line and the table's heading stand above the rows. */
const ABOVE = 3;
/** Who waits too long or is about to expire changes with time alone. */
const ASK_AGAIN_EVERY = 5_000;

/** Home: who needs help now, why, and since when. */
export function QueueScreen() {
  const { app, texts, size, now, revision, go } = useConsole();
  const { answer } = useQuestion(
    async () => ({ queue: await app.ask.queue(app.now()), waiting: (await app.ask.approvals(app.now())).length }),
    `${revision} ${Math.floor(now / ASK_AGAIN_EVERY)}`,
  );
  const items = answer?.queue.items ?? [];
  const height = size.rows - FRAME_LINES - ABOVE;
  const { list, offers } = useList(items, height, ({ reason, serial }) => `${reason} ${serial}`);
  const drawn = useMemo(() => table(queueColumns(texts, now), size.columns), [texts, now, size.columns]);
  const plain = useMemo(() => items.map((item) => drawn.row(item, false)), [items, drawn]);
  const chosen = items[list.selected];

  const rows = items.slice(list.top, list.top + height).map((item, row) => {
    const place = list.top + row;
    return place === list.selected ? drawn.row(item, true) : (plain[place] ?? '');
  });
  const body = answer
    ? [
        queueSummary(answer.queue, answer.waiting, texts, size.columns),
        '',
        ...(items.length > 0 ? [drawn.heading, ...rows] : empty()),
      ]
    : [line([cell(` ${texts.console.loading}`, 'muted')])];

  return (
    <Frame
      title={texts.console.queue.title}
      body={body}
      offers={[
        ...(chosen
          ? [
              {
                action: 'open' as const,
                run: () => go({ screen: 'account', customerId: chosen.customerId, serial: chosen.serial }),
              },
            ]
          : []),
        { action: 'search', run: () => go({ screen: 'search' }) },
        { action: 'approvals', run: () => go({ screen: 'approvals' }) },
        { action: 'audit', run: () => go({ screen: 'audit' }) },
        ...offers,
      ]}
    />
  );

  function empty(): readonly string[] {
    return wrap(texts.console.queue.empty, size.columns - 4).map((one) => line([cell('  '), cell(one, 'ok')]));
  }
}
