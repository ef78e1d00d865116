import { useState } from 'react';
import { cell, line } from '../ui/cells.ts';
import { tall } from '../ui/layout.ts';
import { table } from '../ui/table.ts';
import { useQuestion } from '../ui/use-question.ts';
import { auditColumns, DETAIL_LINES, entryDetail } from './audit-view.ts';
import { useConsole } from './console-context.ts';
import { FRAME_LINES, Frame } from './frame.tsx';
import { useList } from './use-list.ts';

const PAGE = 500;

/** The whole audit log, newest first, a page at a time; reaching the end of one asks for the next. */
export function AuditScreen() {
  const { app, texts, size, revision, go, back } = useConsole();
  const [pages, setPages] = useState(1);
  const { answer } = useQuestion(() => app.ask.audit({ limit: PAGE * pages }), `${revision} ${pages}`);
  const entries = answer ?? [];
  const height = size.rows - FRAME_LINES - 1 - DETAIL_LINES;
  const { list, offers } = useList(entries, height, ({ seq }) => seq);
  const drawn = table(auditColumns(texts, true), size.columns);
  const chosen = entries[list.selected];
  const rows = entries
    .slice(list.top, list.top + height)
    .map((entry, row) => drawn.row(entry, list.top + row === list.selected));
  const body = chosen
    ? [drawn.heading, ...tall(rows, height), ...entryDetail(chosen, texts, size.columns)]
    : [line([cell(` ${texts.console.audit.empty}`, 'muted')])];
  const customerId = chosen?.customerId ?? null;

  return (
    <Frame
      title={texts.console.audit.title}
      body={body}
      offers={[
        ...(customerId
          ? [
              {
                action: 'open' as const,
                run: () => go({ screen: 'account', customerId, serial: chosen?.serial ?? null }),
              },
            ]
          : []),
        { action: 'search', run: () => go({ screen: 'search' }) },
        { action: 'back', run: back },
        ...offers.map((offer) => ({
          ...offer,
          run: () => {
            offer.run();
            if (list.selected >= entries.length - height && entries.length === PAGE * pages) setPages(pages + 1);
          },
        })),
      ]}
    />
  );
}
