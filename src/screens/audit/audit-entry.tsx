import { useState } from 'react';
import { cell, line } from '../../ui/cells.ts';
import { listMoves, moveList } from '../../ui/list-state.ts';
import type { Offer } from '../../ui/offers.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';
import { CopyFrame } from '../copy-frame.tsx';
import { entryValues } from '../copyable.ts';
import { FRAME_LINES } from '../frame.tsx';
import type { Route } from '../routes.ts';
import { entryLines } from './audit-entry-view.ts';
import { exportOffer } from './audit-export.ts';

/** One entry of the audit log, whole: who, what, about whom, on what grounds, every fact, and its links in the chain. */
export function AuditEntryScreen({ route }: { readonly route: Extract<Route, { screen: 'audit-entry' }> }) {
  const console = useConsole();
  const { app, texts, size, revision, go, back } = console;
  const [seq, setSeq] = useState(route.seq);
  const [top, setTop] = useState(0);
  const { answer } = useQuestion(async () => {
    const [newest] = await app.ask.audit({ limit: 1 });
    const [entry] = await app.ask.audit({ before: seq + 1, limit: 1 });
    return { entry, newest: newest?.seq ?? 0 };
  }, `${revision} ${seq}`);
  const entry = answer?.entry;
  const lines = entry
    ? entryLines(entry, texts, size.columns)
    : [line([cell(` ${answer ? texts.auditScreen.gone : texts.console.loading}`, 'muted')])];
  const room = size.rows - FRAME_LINES;
  const lastTop = Math.max(0, lines.length - room);
  const from = Math.min(top, lastTop);

  return (
    <CopyFrame
      title={texts.auditScreen.entry(seq)}
      body={lines.slice(from, from + room)}
      offers={offers()}
      values={entry ? entryValues(entry, texts) : []}
    />
  );

  function offers(): readonly Offer[] {
    const customerId = entry?.customerId ?? null;
    return [
      ...(customerId
        ? [
            {
              action: 'open' as const,
              run: () => go({ screen: 'account', customerId, serial: entry?.serial ?? null }),
            },
          ]
        : []),
      { action: 'earlier', run: () => step(-1), disabled: seq > 1 ? undefined : texts.auditScreen.noEarlier },
      {
        action: 'later',
        run: () => step(1),
        disabled: seq < (answer?.newest ?? 0) ? undefined : texts.auditScreen.noLater,
      },
      exportOffer(console, entry),
      { action: 'back', run: back },
      ...listMoves.map((move) => ({
        action: move,
        run: () => setTop(moveList({ selected: from, top: 0 }, move, lastTop + 1, room).selected),
      })),
    ];
  }

  function step(by: number): void {
    setSeq((one) => one + by);
    setTop(0);
  }
}
