import { type Walk, walkSteps } from '../../domain/walkthrough.ts';
import type { Phone, PortalScreen } from '../../sim/machines.ts';
import type { Texts } from '../../text/en.ts';
import { cell, line, wrap } from '../../ui/cells.ts';
import { panel, tall } from '../../ui/layout.ts';
import type { Tone } from '../../ui/theme.ts';
import { type MachineSettings, sentence } from '../stage/drawing.ts';
import { phoneLines } from '../stage/phone-view.ts';
import { portalLines } from '../stage/portal-view.ts';

/** Least lines for the phone under the portal; with less room one of the two is shown. */
const PORTAL_LINES = 16;
const PHONE_LINES = 14;

type Way = Extract<Walk, { on: 'way' }>;

/** The sentences for where the caller stands. */
export function sentencesOf(walk: Walk, { walkthrough }: Texts): readonly string[] {
  return walk.on === 'way' ? walkthrough.steps[walk.step].say : [walkthrough.barriers[walk.barrier].say];
}

/** Left: what the caller has before them. */
export function callerLines(
  { portal, phone, walk }: { readonly portal: PortalScreen; readonly phone: Phone | null; readonly walk: Walk },
  settings: MachineSettings,
): readonly string[] {
  const { texts, width, height } = settings;
  const { walkthrough: say } = texts;
  const portalTitle = say.portal;
  const both = phone !== null && height >= PORTAL_LINES + PHONE_LINES;
  const phoneHeight = both ? height - PORTAL_LINES - 1 : height - 1;
  const onPhone = walk.on === 'way' && walk.step === 'prove';
  if (!both && phone !== null && onPhone) {
    return panel(say.phone, phoneLines(phone, { ...settings, height: phoneHeight }), width);
  }
  const portalHeight = both ? PORTAL_LINES - 1 : height - 1;
  const note = phone === null ? sentence(say.asRecorded, width, 'muted') : [];
  const drawn = [...note, ...portalAsSeen(portal, { ...settings, height: portalHeight - note.length })];
  const top = panel(portalTitle, tall(drawn, portalHeight), width);
  return both ? [...top, ...panel(say.phone, phoneLines(phone, { ...settings, height: phoneHeight }), width)] : top;
}

/** As the browser shows it, but for the QR: that is the caller's alone. */
function portalAsSeen(portal: PortalScreen, settings: MachineSettings): readonly string[] {
  if (portal.on !== 'secret') return portalLines(portal, settings);
  const { texts, width, now } = settings;
  const { secret } = texts.machines.portal;
  return [
    line([cell(` ${secret.heading}`, 'strong')], width),
    ...sentence(secret.scan, width),
    '',
    ...sentence(`▒▒ ${texts.walkthrough.secretHidden}`, width, 'muted'),
    '',
    ...sentence(`! ${secret.keepOpen}`, width, 'danger'),
    ...sentence(secret.timeLeft(portal.until - now), width, 'warning'),
  ];
}

/** Right: where the caller stands, what to notice, one sentence to say, what comes then, and what often goes wrong. */
export function wayLines(walk: Walk, place: number, settings: MachineSettings): readonly string[] {
  const { texts, width } = settings;
  const { walkthrough: say } = texts;
  const sentences = sentencesOf(walk, texts);
  const spoken = wrap(texts.words.quoted(sentences[place] ?? ''), width - 2);
  const toSay = [
    line([cell(say.say(place + 1, sentences.length), 'accent')], width),
    ...spoken.map((part) => line([cell(` ${part}`, 'strong')], width)),
    '',
  ];
  if (walk.on === 'barrier') {
    const from =
      walk.barrier === 'phone-too-new'
        ? texts.console.account.phoneUsableFrom(texts.moments.moment(walk.usableFrom))
        : '';
    const why = from === '' ? [] : wrapped(`! ${from}`, width, 'warning');
    return [...wrapped(`✗ ${say.barriers[walk.barrier].name}`, width, 'danger'), ...why, '', ...toSay];
  }
  const { expect, slips, name } = say.steps[walk.step];
  const lines = [
    line([cell(say.step(walkSteps.indexOf(walk.step) + 1, walkSteps.length, name), 'strong')], width),
    progress(walk, settings),
    ...walk.alarms.flatMap((alarm) => wrapped(`! ${alarmText(alarm, walk, settings)}`, width, 'warning')),
    '',
    ...toSay,
    ...wrapped(`${say.expect}: ${expect}`, width, 'plain'),
  ];
  return [...lines, ...slipLines(slips, settings, settings.height - lines.length)];
}

/** As many slips as there is room for, each whole or not at all. */
function slipLines(slips: readonly string[], { texts, width }: MachineSettings, room: number): readonly string[] {
  const lines = ['', line([cell(texts.walkthrough.slips, 'accent')], width)];
  for (const slip of slips) {
    const drawn = bullet(slip, width);
    if (lines.length + drawn.length > room) break;
    lines.push(...drawn);
  }
  return lines.length > 2 ? lines : [];
}

function alarmText(alarm: Way['alarms'][number], { since }: Way, { texts, now }: MachineSettings): string {
  return texts.walkthrough.alarms[alarm](since === null ? 0 : now - since);
}

/** `●●●○○○○  4:59 left` */
function progress({ step, until }: Way, { texts, width, now }: MachineSettings): string {
  const { walkthrough: say } = texts;
  const done = walkSteps.indexOf(step) + 1;
  const left = until === null ? '' : `  ${until > now ? say.left(until - now) : say.over}`;
  return line(
    [cell('●'.repeat(done), 'ok'), cell('○'.repeat(walkSteps.length - done), 'muted'), cell(left, 'warning')],
    width,
  );
}

function bullet(text: string, width: number): readonly string[] {
  return wrap(text, width - 3).map((part, row) =>
    line([cell(row === 0 ? '• ' : '  ', 'accent'), cell(part, 'muted')], width),
  );
}

function wrapped(text: string, width: number, tone: Tone): readonly string[] {
  return wrap(text, width - 1).map((part) => line([cell(part, tone)], width));
}
