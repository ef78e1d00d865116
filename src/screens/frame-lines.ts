import { widthOf } from '../text/width.ts';
import { type Cell, cell, drawnWidth, fixed, line, wrap } from '../ui/cells.ts';
import { footer } from '../ui/footer.ts';
import { rule, tall } from '../ui/layout.ts';
import type { Offer } from '../ui/offers.ts';
import type { Console } from './console-context.ts';

const noticeGlyphs = { ok: '✓', warning: '!', danger: '✗', muted: '·' } as const;
/** Header, rule and footer; the notice takes what it needs. */
const FIXED_LINES = 3;

export interface Framed {
  readonly title: string;
  readonly body: readonly string[];
  readonly offers: readonly Offer[];
  readonly typing: boolean;
}

/** A whole screen: realm, place, person and clock above; the body; a notice and what to press below. */
export function frameLines(console: Console, { title, body, offers, typing }: Framed): readonly string[] {
  const { size, texts, strip } = console;
  const told = noticeLines(console);
  return [
    header(console, title),
    strip ?? rule(size.columns),
    ...tall(body, size.rows - FIXED_LINES - told.length),
    ...told,
    footer(offers, texts.keys, size.columns, typing),
  ];
}

/** What stands there instead while the window is too small. */
export function tooSmallLines(console: Console): readonly string[] {
  const { texts, window } = console;
  const told = wrap(texts.console.tooSmall(window), window.columns - 1);
  return [line([realmBadge(console)], window.columns), ...told].slice(0, window.rows);
}

/** The realm by word, glyph and colour. */
function realmBadge({ app: { realm }, texts }: Console): Cell {
  return cell(` ${realm === 'live' ? '●' : '◆'} ${texts.words.realm[realm]} `, realm);
}

function header(console: Console, title: string): string {
  const { app, texts, session, size, now } = console;
  const clock = texts.moments.timeExact(now);
  const whos = session
    ? [`${session.name}, ${texts.words.role[session.role]}`, session.name]
    : [texts.console.realmHint[app.realm]];
  const roomBeside = (shown: string) => size.columns - drawnWidth(shown) - clock.length - 5;
  const place = title === '' ? [] : [cell(' › ', 'muted'), cell(title, 'strong')];
  const whole = line([realmBadge(console), cell(`  ${texts.console.product}`, 'muted'), ...place]);
  // The product gives way before the place or the person is cut.
  const left = roomBeside(whole) >= widthOf(whos.at(-1) ?? '') ? whole : line([realmBadge(console), ...place]);
  const room = roomBeside(left);
  const who = whos.find((one) => widthOf(one) <= room) ?? whos.at(-1) ?? '';
  const shown = fixed(who, Math.max(0, Math.min(widthOf(who), room)));
  const gap = ' '.repeat(Math.max(2, room - widthOf(shown.text) + 2));
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
