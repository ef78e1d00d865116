import type { Phone, PhoneScreen } from '../../sim/machines.ts';
import type { ShownOtp } from '../../sim/otp-shown.ts';
import type { InboxMessage } from '../../sim/shelves.ts';
import { spacedPhone } from '../../text/spaced-phone.ts';
import { tellMessage } from '../../text/tell-message.ts';
import { cell, fill, line, wrapTo } from '../../ui/cells.ts';
import { paint } from '../../ui/theme.ts';
import { button, type MachineSettings, refusalLines, rounded, sentence } from './drawing.ts';

/** Edges and the blank beside each. */
const FRAME = 4;
const WIDEST = { upright: 40, lying: 60 };
/** With fewer lines than this a phone lies on its side, so that a message is read to its end. */
const UPRIGHT = 14;
const RING = 10;

/** A phone: its clock and number on top, the app or what lies over it, and the messages below. */
export function phoneLines(phone: Phone, settings: MachineSettings): readonly string[] {
  const width = Math.min(settings.height < UPRIGHT ? WIDEST.lying : WIDEST.upright, settings.width);
  const inner = { ...settings, width: width - FRAME };
  const { machines } = settings.texts;
  const clock = machines.phone.clock(settings.now + phone.skew);
  const number = phone.number === null ? '' : spacedPhone(phone.number);
  const dark = phone.screen.on === 'lost' || phone.screen.on === 'off';
  const top = line([
    cell(dark ? '' : clock, phone.skew === 0 ? 'muted' : 'warning'),
    cell(' '.repeat(Math.max(1, inner.width - (dark ? 0 : clock.length) - number.length))),
    cell(number, 'muted'),
  ]);
  const rule = paint('muted', '─'.repeat(inner.width));
  const screen = [top, rule, ...screenLines(phone.screen, inner)];
  const room = settings.height - 2;
  const messages = dark ? [] : messageLines(phone.inbox, inner, room - screen.length);
  const gap = Math.max(0, room - screen.length - messages.length);
  return rounded([...screen, ...Array.from({ length: gap }, () => ''), ...messages], width, settings.height);
}

function screenLines(screen: PhoneScreen, settings: MachineSettings): readonly string[] {
  const { texts, width } = settings;
  const { phone: say } = texts.machines;
  const heading = (text: string) => line([cell(text, 'strong')], width);
  switch (screen.on) {
    case 'lost':
      return ['', ...sentence(`✗ ${say.lost}`, width, 'danger')];
    case 'off':
      return ['', ...sentence(`○ ${say.off}`, width, 'muted')];
    case 'store':
      return [heading(say.store.heading), ...sentence(say.store.found, width), button(say.store.install, width)];
    case 'choose-pin':
      return [
        heading(say.choosePin.heading),
        ...sentence(say.choosePin[screen.entry], width),
        line([cell(' ○ ○ ○ ○', 'accent')], width),
        ...sentence(say.choosePin.notice, width, 'muted'),
        ...refusalLines(screen.refusal, settings),
      ];
    case 'ask-pin':
      return [
        heading(`${say.appName} · ${say.askPin.heading}`),
        line([cell(' ○ ○ ○ ○', 'accent')], width),
        ...refusalLines(screen.refusal, settings),
        ...(screen.refusal ? sentence(say.askPin.forgotten, width, 'muted') : []),
      ];
    case 'scanner':
      return [
        heading(say.scanner.heading),
        ...sentence(say.scanner.hint, width, 'muted'),
        ...refusalLines(screen.refusal, settings),
      ];
    case 'codes':
      return [
        line([cell(say.codes.heading, 'strong'), cell(`   [ ${say.codes.add} ]`, 'accent')], width),
        ...(screen.entries.length === 0 ? sentence(say.codes.none, width, 'muted') : []),
        ...screen.entries.flatMap((entry) => otpLines(entry, screen.period, settings)),
      ];
  }
}

/** `287 082  ━━━━━━╌╌╌╌ 18 s` under the entry's own name. */
function otpLines({ issuer, label, otp, changesIn }: ShownOtp, period: number, { width }: MachineSettings) {
  const left = Math.ceil((changesIn / period) * RING);
  return [
    line([cell(` ${issuer}`, 'muted')], width),
    line([cell(` ${label}`, 'muted')], width),
    line(
      [
        cell(` ${otp.slice(0, 3)} ${otp.slice(3)}`, 'strong'),
        cell(`  ${'━'.repeat(left)}`, 'ok'),
        cell('╌'.repeat(RING - left), 'muted'),
        cell(` ${Math.ceil(changesIn / 1_000)} s`, 'muted'),
      ],
      width,
    ),
  ];
}

/** As many of the newest messages as there is room for, each whole or not at all; the newest always, cut if need be. */
function messageLines(inbox: readonly InboxMessage[], { texts, width }: MachineSettings, room: number) {
  const { inbox: say } = texts.machines.phone;
  const head = fill(line([cell(`${say.heading} (${inbox.length})`, 'strong')], width), width);
  if (inbox.length === 0) return room > 1 ? [head, line([cell(` ${say.none}`, 'muted')], width)] : [];
  const lines = [head];
  for (const message of inbox) {
    const most = lines.length > 1 ? Number.POSITIVE_INFINITY : Math.max(1, room - 2);
    const text = wrapTo(tellMessage(texts, message), width - 2, most);
    const drawn = [
      line([cell(` ${texts.moments.timeExact(message.arrivedAt)}`, 'muted')], width),
      ...text.map((part) => line([cell(` ${part}`)], width)),
    ];
    if (lines.length > 1 && lines.length + drawn.length > room) break;
    lines.push(...drawn);
  }
  return lines.slice(0, Math.max(0, room));
}
