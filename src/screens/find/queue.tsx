import { useMemo } from 'react';
import { cell, line, wrap } from '../../ui/cells.ts';
import { tall } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { filterLine, fitting, searchedInQueue } from '../filters/row-filter.ts';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { useFilter } from '../filters/use-filter.ts';
import { FRAME_LINES, Frame } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { queueColumns, queueSummary } from './queue-view.ts';

/** The summary takes two lines, needed or not, so that nothing jumps, the second being the filter's; then the heading. */
const SUMMARY = 2;
const ABOVE = SUMMARY + 1;
/** Whoever a filter looks for may stand far down. */
const FILTERED_AMONG = 4_000;
/** Who waits too long or is about to expire changes with time alone. */
const ASK_AGAIN_EVERY = 5_000;

/** Home: who needs help now, why, and since when. */
export function QueueScreen() {
  const { app, texts, size, now, revision, go } = useConsole();
  const filter = useFilter(() => reset());
  const filtered = filter.text !== '';
  const { answer } = useQuestion(
    async () => ({
      queue: await app.ask.queue(app.now(), filtered ? FILTERED_AMONG : undefined),
      waiting: (await app.ask.approvals(app.now())).length,
    }),
    `${revision} ${filtered} ${Math.floor(now / ASK_AGAIN_EVERY)}`,
  );
  const all = answer?.queue.items ?? [];
  const items = useMemo(() => fitting(filter.text, all, searchedInQueue), [filter.text, all]);
  const height = size.rows - FRAME_LINES - ABOVE;
  const { list, offers, reset } = useList(items, height, ({ reason, serial }) => `${reason} ${serial}`);
  const drawn = useMemo(() => table(queueColumns(texts, now), size.columns), [texts, now, size.columns]);
  const plain = useMemo(() => items.map((item) => drawn.row(item, false)), [items, drawn]);
  const chosen = items[list.selected];

  const rows = items.slice(list.top, list.top + height).map((item, row) => {
    const place = list.top + row;
    return place === list.selected ? drawn.row(item, true) : (plain[place] ?? '');
  });
  const body = answer
    ? [...above(answer), ...(items.length > 0 ? [drawn.heading, ...rows] : empty())]
    : [line([cell(` ${texts.console.loading}`, 'muted')])];

  if (filter.listed) return <SavedFilters title={texts.console.queue.title} view="queue" filter={filter} />;
  return (
    <Frame
      title={texts.console.queue.title}
      body={body}
      offers={filter.typing ? [...filter.offers, ...offers] : ownOffers()}
      field={filter.focus}
    />
  );

  function ownOffers(): readonly Offer[] {
    return [
      ...(chosen
        ? [
            {
              action: 'open' as const,
              run: () => go({ screen: 'account', customerId: chosen.customerId, serial: chosen.serial }),
            },
          ]
        : []),
      { action: 'search', run: () => go({ screen: 'search', number: 1 }) },
      { action: 'approvals', run: () => go({ screen: 'approvals' }) },
      { action: 'audit', run: () => go({ screen: 'audit' }) },
      ...filter.offers,
      filter.savedOffer,
      ...offers,
    ];
  }

  function above({ queue, waiting }: NonNullable<typeof answer>): readonly string[] {
    const lines = tall(queueSummary(queue, waiting, texts, size.columns), SUMMARY);
    const filterShown = filterLine(
      filter,
      { view: 'queue', found: items.length, all: all.length },
      texts,
      size.columns,
    );
    return filterShown === '' ? lines : [...lines.slice(0, SUMMARY - 1), filterShown];
  }

  function empty(): readonly string[] {
    if (filtered) return [line([cell(`  ${texts.filters.nothing}`, 'warning')], size.columns)];
    return wrap(texts.console.queue.empty, size.columns - 4).map((one) => line([cell('  '), cell(one, 'ok')]));
  }
}
