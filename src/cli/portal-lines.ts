import type { PortalScreen } from '../sim/machines.ts';
import { seenRefusal } from '../sim/seen-refusal.ts';
import { software } from '../sim/software.ts';
import type { Texts } from '../text/en.ts';
import { tellOnScreen } from '../text/tell.ts';
import { button, buttons, type Lines } from './machine-lines.ts';
import { certificateDocument } from './views.ts';

/** The portal's page in words. The QR itself is drawn by `ecsc portal qr` only, where no scrollback keeps it. */
export function portalLines(texts: Texts, screen: PortalScreen, now: number): Lines {
  const { portal: say, refusals } = texts.machines;
  const refused =
    'refusal' in screen && screen.refusal ? [`! ${tellOnScreen(refusals, seenRefusal(screen.refusal))}`] : [];
  if (screen.on === 'log-in') {
    const { heading, login, password, button: go } = say.logIn;
    return [say.title, '', heading, ...refused, `${login}: ____`, `${password}: ____`, button(go)];
  }
  const tabs = buttons(say.tabs.software, say.tabs.certificates, say.logOut);
  return [say.title, tabs, '', ...pageLines(texts, screen, now), ...refused];
}

function pageLines(texts: Texts, screen: Exclude<PortalScreen, { on: 'log-in' }>, now: number): Lines {
  const { machines, moments, words } = texts;
  const { portal: say } = machines;
  switch (screen.on) {
    case 'software': {
      const { heading, names, purposes, install, installed } = say.software;
      const lines = software.map((one) => {
        const state = screen.installed.includes(one) ? installed : button(install);
        return `${names[one]}: ${purposes[one]}  ${state}`;
      });
      return [heading, ...lines];
    }
    case 'list': {
      const { heading, none, qrCode, validTo } = say.list;
      const lines = screen.certificates.map(({ certificate, status }) =>
        [
          certificate.serial,
          `${validTo} ${moments.date(certificate.notAfter)}`,
          words.certificate[status],
          button(qrCode),
        ].join('  '),
      );
      return [heading, ...(lines.length === 0 ? [none] : lines)];
    }
    case 'qr-code': {
      const { heading, notice, lastEnded, failed, wallAhead, send } = say.qrCode;
      const { last, failures, limit } = screen;
      const before = last?.outcome ? [lastEnded[last.outcome]] : [];
      const counted = failures > 0 ? [failed(failures, limit)] : [];
      return [heading, ...before, ...counted, notice, wallAhead(limit), button(send)];
    }
    case 'enter-code': {
      const { heading, sentTo, notice, timeLeft, entriesLeft, field, confirm, resend, resendFrom } = say.enterCode;
      const again = now >= screen.resendFrom ? button(resend) : resendFrom(screen.resendFrom);
      return [
        heading,
        sentTo(screen.phone),
        notice,
        timeLeft(screen.deadline - now),
        entriesLeft(screen.entriesLeft),
        `${field}: ______  ${button(confirm)}`,
        again,
      ];
    }
    case 'confirmed':
      return [say.confirmed.heading, say.confirmed.text, button(say.confirmed.show)];
    case 'secret': {
      const { heading, scan, keepOpen, timeLeft, close } = say.secret;
      return [heading, '▒▒▒▒▒▒', scan, keepOpen, timeLeft(screen.until - now), button(close)];
    }
    case 'window-closed': {
      const { heading, text, again, send } = say.windowClosed;
      return [heading, text, again, button(send)];
    }
    case 'contact-support':
      return [say.support.heading, wallWords(say.support, screen.wall), say.support.next];
    case 'active':
      return [say.active.heading, say.active.since(screen.since), say.active.next];
  }
}

function wallWords(
  say: Texts['machines']['portal']['support'],
  wall: Extract<PortalScreen, { on: 'contact-support' }>['wall'],
): string {
  switch (wall.why) {
    case 'sms':
      return say.sms(wall.failures);
    case 'otp':
      return say.otp(wall.failures);
    case 'disabled':
      return say.disabled(wall.failures);
    case 'frozen':
      return say.frozen;
  }
}

/** What `--json` prints of it: without the QR, which is a secret. */
export function portalDocument(screen: PortalScreen): object {
  switch (screen.on) {
    case 'list':
      return { ...screen, certificates: screen.certificates.map(certificateDocument) };
    case 'secret': {
      const { on, serial, until } = screen;
      return { on, serial, until };
    }
    default:
      return screen;
  }
}
