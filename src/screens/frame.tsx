import { useLayoutEffect } from 'react';
import { widthOf } from '../text/width.ts';
import { type Cell, cell, drawnWidth, fixed, line, wrap } from '../ui/cells.ts';
import { footer } from '../ui/footer.ts';
import { helpLines } from '../ui/help.ts';
import { tall } from '../ui/layout.ts';
import { Lines } from '../ui/lines.tsx';
import type { FieldFocus, Offer } from '../ui/offers.ts';
import { type Console, isTooSmall, useConsole, useInFront } from './console-context.ts';

/** Lines that the frame itself takes: header and a rule above, notice and footer below. */
export const FRAME_LINES = 4;
const noticeGlyphs = { ok: '✓', warning: '!', danger: '✗', muted: '·' } as const;

/** What every screen looks like: realm, place, person and clock above; what to press below; nothing else ever there. */
export function Frame({
  title,
  body,
  offers,
  field = null,
}: {
  readonly title: string;
  readonly body: readonly string[];
  readonly offers: readonly Offer[];
  readonly field?: FieldFocus | null;
}) {
  const console = useConsole();
  const inFront = useInFront();
  const { size, window, texts, helpOpen, everywhere } = console;
  const hidden = isTooSmall(window);
  const all = hidden ? everywhere : [...offers, ...everywhere];
  useLayoutEffect(() => {
    if (inFront) console.claimKeys({ offers: all, field: helpOpen || hidden ? null : field });
  });
  if (!inFront) return null;
  // The screens stay as they are behind it, so that nothing typed is lost.
  if (hidden) return <Lines lines={tooSmall(console)} />;
  const shown = helpOpen ? helpLines(all, texts.keys, size.columns) : body;
  const told = noticeLines(console);
  return (
    <Lines
      lines={[
        header(console, title),
        line([cell('─'.repeat(size.columns), 'muted')]),
        ...tall(shown, size.rows - FRAME_LINES + 1 - told.length),
        ...told,
        footer(all, texts.keys, size.columns, field !== null && !helpOpen),
      ]}
    />
  );
}

/** The realm by word, glyph and colour. */
function realmBadge({ app: { realm }, texts }: Console): Cell {
  return cell(` ${realm === 'live' ? '●' : '◆'} ${texts.words.realm[realm]} `, realm);
}

function tooSmall(console: Console): readonly string[] {
  const { texts, window } = console;
  const told = wrap(texts.console.tooSmall(window), window.columns - 1);
  return [line([realmBadge(console)], window.columns), ...told].slice(0, window.rows);
}

function header(console: Console, title: string): string {
  const { app, texts, session, size, now } = console;
  const left = line([
    realmBadge(console),
    cell(`  ${texts.console.product}`, 'muted'),
    cell(' › ', 'muted'),
    cell(title, 'strong'),
  ]);
  const clock = texts.moments.timeExact(now);
  const room = size.columns - drawnWidth(left) - clock.length - 4;
  const whos = session
    ? [`${session.name}, ${texts.words.role[session.role]}`, session.name]
    : [texts.console.realmHint[app.realm]];
  const who = whos.find((one) => widthOf(one) <= room) ?? whos.at(-1) ?? '';
  const shown = fixed(who, Math.max(0, Math.min(widthOf(who), room)));
  const gap = ' '.repeat(Math.max(1, room - widthOf(shown.text) + 1));
  return `${left}${gap}${line([shown, cell('  '), cell(clock, 'muted')])}`;
}

/** As many lines as the sentence needs: why something cannot be done is never cut short. */
function noticeLines({ notice, size }: Console): readonly string[] {
  if (!notice) return [''];
  return wrap(notice.text, size.columns - 4).map((part, row) =>
    line(
      [cell(row === 0 ? ` ${noticeGlyphs[notice.tone]} ` : '   ', notice.tone), cell(part, notice.tone)],
      size.columns,
    ),
  );
}
