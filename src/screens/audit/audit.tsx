import { useState } from 'react';
import { cell, line } from '../../ui/cells.ts';
import { tall } from '../../ui/layout.ts';
import type { Offer } from '../../ui/offers.ts';
import { table } from '../../ui/table.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { CopyFrame } from '../copy-frame.tsx';
import { entryValues } from '../copyable.ts';
import { SavedFilters } from '../filters/saved-filters.tsx';
import { useFilter } from '../filters/use-filter.ts';
import { FRAME_LINES } from '../frame.tsx';
import { useList } from '../use-list.ts';
import { exportOffer } from './audit-export.ts';
import { understand } from './audit-filter.ts';
import { auditColumns, DETAIL_LINES, entryDetail, filterLines } from './audit-view.ts';

const PAGE = 500;
/** The filter, what it means, and the table's heading. */
const ABOVE = 3;

/** The audit log, newest first: filtered, followed while at the top, a page at a time; reaching the end asks for more. */
export function AuditScreen() {
  const console = useConsole();
  const { app, texts, size, revision, go, back } = console;
  const [pages, setPages] = useState(1);
  const filter = useFilter(changed);
  const [readTo, setReadTo] = useState<number | null>(null);
  const { text, field, typing } = filter;
  const { answer } = useQuestion(async () => {
    const understood = await understand(text, app, texts);
    return { understood, entries: await app.ask.audit({ ...understood.filter, limit: PAGE * pages }) };
  }, `${revision} ${pages} ${texts.language} ${text}`);
  const entries = answer?.entries ?? [];
  const height = size.rows - FRAME_LINES - ABOVE - DETAIL_LINES;
  const { list, offers: moves, reset } = useList(entries, height, ({ seq }) => seq, { follow: true });
  const chosen = entries[list.selected];
  const follows = list.selected === 0;
  if (follows !== (readTo === null)) setReadTo(follows ? null : (entries[0]?.seq ?? null));

  if (filter.listed) return <SavedFilters title={texts.console.audit.title} view="audit" filter={filter} />;
  return (
    <CopyFrame
      title={texts.console.audit.title}
      body={body()}
      offers={typing ? [...filter.offers, ...movements()] : offers()}
      field={filter.focus}
      values={chosen ? entryValues(chosen, texts) : []}
    />
  );

  function body(): readonly string[] {
    if (!answer) return [line([cell(` ${texts.console.loading}`, 'muted')])];
    const drawn = table(auditColumns(texts, true), size.columns);
    const rows = entries
      .slice(list.top, list.top + height)
      .map((entry, row) => drawn.row(entry, list.top + row === list.selected));
    const newer = readTo === null ? null : entries.filter(({ seq }) => seq > readTo).length;
    const above = filterLines({ field, typing, newer, understood: answer.understood }, texts, size.columns);
    if (!chosen) {
      const { empty } = texts.console.audit;
      return [...above, line([cell(` ${text === '' ? empty : texts.auditScreen.nothing}`, 'muted')])];
    }
    return [...above, drawn.heading, ...tall(rows, height), ...entryDetail(chosen, texts, size.columns)];
  }

  function offers(): readonly Offer[] {
    return [
      ...(chosen ? [{ action: 'open' as const, run: () => go({ screen: 'audit-entry', seq: chosen.seq }) }] : []),
      ...filter.offers,
      { action: 'check-log', run: () => go({ screen: 'audit-check' }) },
      exportOffer(console, chosen),
      { action: 'back', run: back },
      { action: 'search', run: () => go({ screen: 'search', number: 1 }) },
      filter.savedOffer,
      ...movements(),
    ];
  }

  function movements(): readonly Offer[] {
    return moves.map((offer) => ({ ...offer, run: () => moved(offer) }));
  }

  function moved(offer: Offer): void {
    offer.run();
    if (list.selected >= entries.length - height && entries.length === PAGE * pages) setPages(pages + 1);
  }

  function changed(): void {
    setPages(1);
    reset();
  }
}
