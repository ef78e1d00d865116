import { useLayoutEffect, useState } from 'react';
import { helpLines } from '../ui/help.ts';
import { keyOf } from '../ui/keymap.ts';
import { Lines } from '../ui/lines.tsx';
import { listMoves, moveList } from '../ui/list-state.ts';
import type { Offer } from '../ui/offers.ts';
import { paint } from '../ui/theme.ts';
import { useConsole } from './console-context.ts';
import { frameLines } from './frame-lines.ts';
import { spokenKeys } from './spoken-frame.ts';

/**
 * All keys of the screen behind it. Esc closes it; every other key closes it and does what it says there. Only where
 * the keys do not fit do the movements turn its pages.
 */
export function HelpOverlay({
  title,
  offers,
  room,
}: {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly room: number;
}) {
  const console = useConsole();
  const { texts, size, cover, claimKeys } = console;
  const [top, setTop] = useState(0);
  const [heading = '', ...lines] = helpLines(offers, texts.keys, size.columns);
  const height = room - 1;
  const lastTop = Math.max(0, lines.length - height);
  const from = Math.min(top, lastTop);
  useLayoutEffect(() => {
    claimKeys({ offers: [{ action: 'back', run: close }, ...pages(), ...others()], field: null });
  });
  if (console.aloud) return <Lines lines={spokenKeys(console, title, offers)} />;
  const turns = [...(from > 0 ? ['page-up' as const] : []), ...(from < lastTop ? ['page-down' as const] : [])];
  const keys = turns.map((page) => keyOf(page, texts.keys.names)).join(' ');
  const [only, another] = turns;
  // Between the first page and the last the two keys speak for themselves: their names would be cut.
  const more = only ? `   ${keys}${another ? '' : ` ${texts.keys.labels[only]}`}` : '';
  const airy = lines.length < height ? [''] : [];
  const body = [`${heading}${paint('muted', more)}`, ...airy, ...lines.slice(from, from + height)];
  return <Lines lines={frameLines(console, { title, body, offers, typing: false })} />;

  function close(): void {
    cover(null);
  }

  function pages(): readonly Offer[] {
    if (lastTop === 0) return [];
    const turned = (by: (typeof listMoves)[number]) =>
      moveList({ selected: from, top: 0 }, by, lastTop + 1, height).selected;
    return listMoves.map((move) => ({ action: move, run: () => setTop(turned(move)) }));
  }

  function others(): readonly Offer[] {
    return offers
      .filter(({ action }) => action !== 'back' && action !== 'previous-step')
      .map((offer) =>
        offer.action === 'help' || offer.action === 'palette' ? offer : { ...offer, run: closing(offer) },
      );
  }

  function closing(offer: Offer) {
    return () => {
      close();
      offer.run();
    };
  }
}
