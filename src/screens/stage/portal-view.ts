import type { CertificateView } from '../../domain/read-models.ts';
import type { PortalScreen, Wall } from '../../sim/machines.ts';
import { largestQr } from '../../sim/qr.ts';
import { software } from '../../sim/software.ts';
import { spacedPhone } from '../../text/spaced-phone.ts';
import { cell, drawnWidth, line } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import { grouped } from '../grouped.ts';
import { certificateMarks } from '../state-marks.ts';
import { button, input, type MachineSettings, refusalLines, sentence } from './drawing.ts';

/** Lines around the QR, where there is room for them. */
const AROUND_QR = 8;

/** The portal as the subscriber's browser shows it. */
export function portalLines(screen: PortalScreen, settings: MachineSettings): readonly string[] {
  const { texts, width, height } = settings;
  if (screen.on === 'secret') return secretLines(screen, settings);
  const refusal = 'refusal' in screen ? refusalLines(screen.refusal, settings) : [];
  const title = line([cell(` ${texts.machines.portal.title}`, 'muted')], width);
  const head = [title, ...tabsOf(screen, settings)];
  const body = bodyOf(screen, settings);
  const airy = [...head, '', ...body, ...refusal];
  if (airy.length <= height) return airy;
  // Why something was not done is read first: what stands on the page gives way to it.
  const dense = body.filter((one) => one !== '').slice(0, Math.max(0, height - head.length - refusal.length));
  return [...head, ...dense, ...refusal].slice(0, height);
}

/** `Software  ▸Certificates      Log out`; nothing of it before somebody is logged in. */
function tabsOf({ on }: PortalScreen, { texts, width }: MachineSettings): readonly string[] {
  const { tabs, logOut } = texts.machines.portal;
  if (on === 'log-in') return [];
  const tab = (name: keyof typeof tabs) => {
    const open = (name === 'software') === (on === 'software');
    return cell(open ? ` ▸ ${tabs[name]} ` : `   ${tabs[name]} `, open ? 'selected' : 'plain');
  };
  const open = [tab('software'), tab('certificates')];
  const all = [...open, cell(`   ${logOut}`, 'muted')];
  // Beside the walkthrough there is room for the tabs alone.
  return [line(drawnWidth(line(all)) <= width ? all : open, width)];
}

function bodyOf(screen: Exclude<PortalScreen, { on: 'secret' }>, settings: MachineSettings): readonly string[] {
  const { texts, width, now } = settings;
  const { portal: say } = texts.machines;
  const heading = (text: string) => line([cell(` ${text}`, 'strong')], width);
  switch (screen.on) {
    case 'log-in':
      return [
        heading(say.logIn.heading),
        '',
        input(say.logIn.login, '', width),
        input(say.logIn.password, '', width),
        '',
        button(say.logIn.button, width),
        '',
      ];
    case 'software':
      return software.flatMap((one) => [
        line(
          [
            cell(` ${say.software.names[one]}  `, 'strong'),
            screen.installed.includes(one)
              ? cell(`✓ ${say.software.installed}`, 'ok')
              : cell(`[ ${say.software.install} ]`, 'accent'),
          ],
          width,
        ),
        ...sentence(say.software.purposes[one], width, 'muted'),
        '',
      ]);
    case 'list':
      return [
        heading(say.list.heading),
        '',
        ...(screen.certificates.length === 0 ? sentence(say.list.none, width, 'muted') : []),
        ...screen.certificates.flatMap((one) => certificateLines(one, settings)),
      ];
    case 'qr-code':
      return [
        heading(say.qrCode.heading),
        '',
        ...(screen.last?.outcome ? sentence(say.qrCode.lastEnded[screen.last.outcome], width, 'warning') : []),
        ...(screen.failures > 0 ? sentence(say.qrCode.failed(screen.failures, screen.limit), width, 'warning') : []),
        button(say.qrCode.send, width),
        '',
        ...sentence(say.qrCode.notice, width, 'muted'),
        ...sentence(say.qrCode.wallAhead(screen.limit), width, 'muted'),
        '',
      ];
    case 'enter-code':
      return [
        heading(say.enterCode.heading),
        '',
        ...sentence(say.enterCode.sentTo(spacedPhone(screen.phone)), width),
        input(say.enterCode.field, '', width),
        button(say.enterCode.confirm, width),
        '',
        ...sentence(
          now < screen.deadline ? say.enterCode.timeLeft(screen.deadline - now) : say.enterCode.over,
          width,
          'warning',
        ),
        ...sentence(say.enterCode.entriesLeft(screen.entriesLeft), width, 'muted'),
        ...sentence(say.enterCode.notice, width, 'muted'),
        ...(now < screen.resendFrom
          ? sentence(say.enterCode.resendFrom(screen.resendFrom), width, 'muted')
          : [button(say.enterCode.resend, width)]),
        '',
      ];
    case 'confirmed':
      return [
        heading(say.confirmed.heading),
        '',
        ...sentence(`✓ ${say.confirmed.text}`, width, 'ok'),
        '',
        button(say.confirmed.show, width),
        '',
      ];
    case 'window-closed':
      return [
        heading(say.windowClosed.heading),
        '',
        ...sentence(say.windowClosed.text, width),
        ...sentence(say.windowClosed.again, width),
        '',
        button(say.windowClosed.send, width),
        '',
      ];
    case 'contact-support':
      return [
        ...sentence(`✗ ${say.support.heading}`, width, 'danger'),
        '',
        ...sentence(wallText(screen.wall, settings), width),
        ...sentence(say.support.next, width),
      ];
    case 'active':
      return [
        ...sentence(`✓ ${say.active.heading}`, width, 'ok'),
        '',
        ...sentence(say.active.since(screen.since), width),
        ...sentence(say.active.next, width),
        '',
      ];
  }
}

function certificateLines({ certificate, status }: CertificateView, { texts, width }: MachineSettings) {
  const { list } = texts.machines.portal;
  const { glyph, tone } = certificateMarks[status];
  return [
    line([cell(` ${list.serial}  `, 'muted'), cell(grouped(certificate.serial))], width),
    line(
      [
        cell(` ${list.validTo} `, 'muted'),
        cell(texts.moments.date(certificate.notAfter)),
        cell(`   ${glyph} ${texts.words.certificate[status]}`, tone),
      ],
      width,
    ),
    button(list.qrCode, width),
    '',
  ];
}

function wallText(wall: Wall, { texts }: MachineSettings): string {
  const { support } = texts.machines.portal;
  switch (wall.why) {
    case 'sms':
      return support.sms(wall.failures);
    case 'otp':
      return support.otp(wall.failures);
    case 'disabled':
      return support.disabled(wall.failures);
    case 'frozen':
      return support.frozen;
  }
}

/** The QR itself before any word about it, so that it can be scanned in the smallest room it fits in. */
function secretLines(
  { lines, until }: Extract<PortalScreen, { on: 'secret' }>,
  { texts, now, width, height }: MachineSettings,
): readonly string[] {
  const { secret } = texts.machines.portal;
  const heading = line([cell(` ${secret.heading}`, 'strong')], width);
  const left = sentence(secret.timeLeft(until - now), width, 'warning');
  const keepOpen = sentence(`! ${secret.keepOpen}`, width, 'danger');
  if (lines.length === 0)
    return [heading, '', ...sentence(texts.stage.qr.veiled, width), '', ...keepOpen, ...left].slice(0, height);
  const fits = width >= largestQr.columns && height >= lines.length;
  if (!fits) {
    const hint = sentence(texts.stage.qr.tooLarge(keyOf('qr-alone', texts.keys.names)), width, 'accent');
    return [heading, '', ...hint, '', ...keepOpen, ...left].slice(0, height);
  }
  const drawn = lines.map((one) => ` ${one}`);
  if (height < lines.length + AROUND_QR) return [...drawn, ...left, ...keepOpen].slice(0, height);
  return [heading, ...sentence(secret.scan, width), ...drawn, ...keepOpen, ...left, button(secret.close, width)].slice(
    0,
    height,
  );
}
