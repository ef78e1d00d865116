import type { SimRefusal } from '../sim/answer.ts';
import type { Computer } from '../sim/machines.ts';
import { seenRefusal } from '../sim/seen-refusal.ts';
import type { Texts } from '../text/en.ts';
import { tellOnScreen } from '../text/tell.ts';
import { button, buttons, type Lines } from './machine-lines.ts';
import { certificateDocument } from './views.ts';

/** ECSigner Desktop in words. */
export function desktopLines(texts: Texts, { desktop }: Computer): Lines {
  const { desktop: say } = texts.machines;
  switch (desktop.is) {
    case 'absent':
      return [say.title, say.absent];
    case 'stopped':
      return [say.title, say.stopped];
    case 'logged-out': {
      const { heading, login, password, button: go } = say.logIn;
      const fields = [`${login}: ____`, `${password}: ____`, button(go)];
      return [say.title, '', heading, ...fields, ...refusedLines(texts, desktop.refusal)];
    }
    case 'running':
      return desktop.window === 'minimised'
        ? [say.title, say.minimised]
        : [say.title, '', say.running, buttons(say.minimise, say.quit)];
  }
}

/** SecureDoc's window in words. */
export function secureDocLines(texts: Texts, { secureDoc: window, certificates }: Computer): Lines {
  const { secureDoc: say } = texts.machines;
  const refused = 'refusal' in window ? refusedLines(texts, window.refusal) : [];
  switch (window.on) {
    case 'absent':
      return [say.title, say.absent];
    case 'start':
      return [say.title, '', say.dropHint, button(say.addFile), ...refused];
    case 'files':
      return [say.title, '', window.document.name, buttons(say.signFiles, say.verify, say.close), ...refused];
    case 'devices':
      return [say.title, window.document.name, '', say.chooseDevice, buttons(say.devices, say.close), ...refused];
    case 'certificates': {
      const list = certificates.map(({ certificate: { serial, subject } }) => {
        const mark = serial === window.chosen ? '(•)' : '( )';
        return `${mark} ${subject}  ${serial}`;
      });
      const shown = list.length === 0 && refused.length === 0 ? [say.noCertificate] : list;
      return [
        say.title,
        window.document.name,
        '',
        say.chooseCertificate,
        ...shown,
        buttons(say.ok, say.close),
        ...refused,
      ];
    }
    case 'otp': {
      const { heading, field, hint } = say.otp;
      return [say.title, window.document.name, '', heading, `${field}: ______  ${button(say.ok)}`, hint, ...refused];
    }
    case 'signed':
      return [say.title, '', say.signed(window.document.name, window.at), buttons(say.verify, say.close)];
    case 'verified':
      return [say.title, '', say.valid(window.document.name, window.signer, window.at), button(say.close)];
    case 'not-valid': {
      const { refusal, document } = window;
      const why = refusal.code === 'signature-not-valid' ? [say.faults[refusal.why]] : refusedLines(texts, refusal);
      return [say.title, '', say.notValid(document.name), ...why, button(say.close)];
    }
  }
}

/** What `--json` prints of a computer. */
export function computerDocument({ desktop, secureDoc, certificates }: Computer): object {
  return { desktop, secureDoc, certificates: certificates.map(certificateDocument) };
}

function refusedLines({ machines }: Texts, refusal: SimRefusal | null): Lines {
  return refusal ? [`! ${tellOnScreen(machines.refusals, seenRefusal(refusal))}`] : [];
}
