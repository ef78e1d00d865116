import { useLayoutEffect, useState } from 'react';
import { cell, line, wrap } from '../ui/cells.ts';
import { tall } from '../ui/layout.ts';
import { Lines } from '../ui/lines.tsx';
import type { Offer } from '../ui/offers.ts';
import { matching, paletteColumns, paletteOffers } from '../ui/palette.ts';
import { table } from '../ui/table.ts';
import { emptyField, fieldCells, fieldFocus, fieldValue } from '../ui/text-field.ts';
import { useConsole } from './console-context.ts';
import { frameLines } from './frame-lines.ts';
import { spokenFrame } from './spoken-frame.ts';
import { useList } from './use-list.ts';

/** The field, a blank line and the heading above; a blank line and the reason in full below. */
const AROUND = 6;

/** Everything that can be done here, found by typing its name: the same offers as in footer and help. */
export function PaletteOverlay({
  title,
  offers,
  room,
}: {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly room: number;
}) {
  const console = useConsole();
  const { texts, size, cover, notify, everywhere, claimKeys } = console;
  const { palette, keys } = texts;
  const [field, setField] = useState(emptyField);
  const listed = paletteOffers(offers, palette);
  const found = matching(listed, fieldValue(field), keys.labels, keys.categories);
  const height = room - AROUND;
  const { list, offers: moves, reset } = useList(found, height, ({ action }) => action);
  const chosen = found[list.selected];
  const own: readonly Offer[] = [
    ...(chosen ? [{ action: 'run-action' as const, run: () => run(chosen) }] : []),
    { action: 'back', run: close },
    ...moves,
    ...everywhere
      .filter(({ action }) => action === 'palette' || action === 'quit-at-once')
      .map((offer) => ({ ...offer, quiet: true as const })),
  ];
  useLayoutEffect(() => {
    claimKeys({ offers: own, field: fieldFocus(field, setField, reset) });
  });
  const framed = { title, body: body(), offers: own, typing: true };
  return <Lines lines={console.aloud ? spokenFrame(console, framed) : frameLines(console, framed)} />;

  function close(): void {
    cover(null);
  }

  function run({ disabled, run: act }: Offer): void {
    if (disabled !== undefined) {
      notify({ tone: 'warning', text: disabled });
      return;
    }
    close();
    act();
  }

  function body(): readonly string[] {
    const drawn = table(paletteColumns(keys, palette), size.columns);
    const rows = found
      .slice(list.top, list.top + height)
      .map((offer, row) => drawn.row(offer, list.top + row === list.selected));
    const count = found.length > 0 ? palette.count(found.length, listed.length) : '';
    return [
      line(
        [cell(` ${palette.prompt}: `, 'muted'), ...fieldCells(field, true), cell(`   ${count}`, 'muted')],
        size.columns,
      ),
      '',
      ...(chosen ? [drawn.heading, ...tall(rows, height), '', ...reason(chosen)] : nothing()),
    ];
  }

  function reason({ disabled }: Offer): readonly string[] {
    if (disabled === undefined) return [];
    return wrap(`✕ ${disabled}`, size.columns - 2).map((part) => line([cell(` ${part}`, 'warning')], size.columns));
  }

  function nothing(): readonly string[] {
    return [line([cell(` ${palette.none(fieldValue(field))}`, 'warning')], size.columns)];
  }
}
