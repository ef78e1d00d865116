import { useLayoutEffect } from 'react';
import { Lines } from '../ui/lines.tsx';
import type { FieldFocus, Offer } from '../ui/offers.ts';
import { isTooSmall, useConsole, useInFront } from './console-context.ts';
import { frameLines, tooSmallLines } from './frame-lines.ts';
import { HelpOverlay } from './help-overlay.tsx';
import { PaletteOverlay } from './palette-overlay.tsx';
import { spokenFrame } from './spoken-frame.ts';

/** Lines that the frame itself takes: header and a rule above, notice and footer below. */
export const FRAME_LINES = 4;

export interface FrameProps {
  readonly title: string;
  readonly body: readonly string[];
  readonly offers: readonly Offer[];
  readonly field?: FieldFocus | null;
}

/** What every screen looks like, and what lies over it: help, and the palette of actions. */
export function Frame({ title, body, offers, field = null }: FrameProps) {
  const console = useConsole();
  const inFront = useInFront();
  const { window, overlay, everywhere } = console;
  const hidden = isTooSmall(window);
  const own = new Set(hidden ? [] : offers.map(({ action }) => action));
  const all = [...(hidden ? [] : offers), ...everywhere.filter(({ action }) => !own.has(action))];
  const covered = overlay !== null && !hidden;
  useLayoutEffect(() => {
    if (inFront && !covered) console.claimKeys({ offers: all, field: hidden ? null : field });
  });
  if (!inFront) return null;
  // The screens stay as they are behind it, so that nothing typed is lost.
  if (hidden) return <Lines lines={tooSmallLines(console)} />;
  const room = console.size.rows - FRAME_LINES;
  if (overlay === 'help') return <HelpOverlay title={title} offers={all} room={room} />;
  if (overlay === 'palette') return <PaletteOverlay title={title} offers={all} room={room} />;
  const framed = { title, body, offers: all, typing: field !== null };
  return <Lines lines={console.aloud ? spokenFrame(console, framed) : frameLines(console, framed)} />;
}
