import type { SimRefusal } from '../../sim/answer.ts';
import type { DesktopProgram, SecureDocWindow } from '../../sim/computer.ts';
import type { Computer } from '../../sim/machines.ts';
import { seenRefusal } from '../../sim/seen-refusal.ts';
import type { Texts } from '../../text/en.ts';
import { tellOnScreen } from '../../text/tell.ts';
import { type Cell, cell, line } from '../../ui/cells.ts';
import type { Tone } from '../../ui/theme.ts';
import { grouped } from '../grouped.ts';
import { type MachineSettings, sentence } from './drawing.ts';

interface Say {
  readonly text: string;
  readonly tone: Tone;
}

/** ECSigner Desktop on one line, SecureDoc below it: where its window stands, and what it said last. */
export function computerLines({ desktop, secureDoc, certificates }: Computer, settings: MachineSettings) {
  const { texts, width, height } = settings;
  const { desktop: bridge, secureDoc: signer } = texts.machines;
  const titled = (title: string, { text, tone }: Say): readonly string[] => {
    const cells: readonly Cell[] = [cell(` ${title}: `, 'strong'), cell(text, tone)];
    const fits = title.length + text.length + 4 <= width;
    return fits ? [line(cells, width)] : [line(cells.slice(0, 1), width), ...sentence(text, width, tone)];
  };
  const refusal = 'refusal' in secureDoc ? secureDoc.refusal : null;
  const seen = certificates.map(({ certificate }) => grouped(certificate.serial)).slice(0, 2);
  const asksForOne = secureDoc.on === 'devices' || secureDoc.on === 'certificates';
  return [
    ...titled(bridge.title, desktopSays(desktop, texts)),
    ...titled(signer.title, signerSays(secureDoc, texts)),
    ...(refusal ? sentence(`✗ ${whyNot(refusal, texts)}`, width, 'danger') : []),
    ...(asksForOne ? seen.map((one) => line([cell(`   ▪ ${one}`)], width)) : []),
  ].slice(0, height);
}

/** Of a signature that does not hold the window above says so already, and here is what is wrong with it. */
function whyNot(refusal: SimRefusal, { machines }: Texts): string {
  return refusal.code === 'signature-not-valid'
    ? machines.secureDoc.faults[refusal.why]
    : tellOnScreen(machines.refusals, seenRefusal(refusal));
}

function desktopSays(desktop: DesktopProgram, { machines }: Texts): Say {
  const { desktop: say } = machines;
  switch (desktop.is) {
    case 'absent':
      return { text: `○ ${say.absent}`, tone: 'muted' };
    case 'stopped':
      return { text: `○ ${say.stopped}`, tone: 'warning' };
    case 'logged-out':
      return { text: `◔ ${say.logIn.heading}`, tone: 'warning' };
    case 'running':
      return { text: `● ${desktop.window === 'open' ? say.running : say.minimised}`, tone: 'ok' };
  }
}

function signerSays(window: SecureDocWindow, { machines }: Texts): Say {
  const { secureDoc: say } = machines;
  switch (window.on) {
    case 'absent':
      return { text: `○ ${say.absent}`, tone: 'muted' };
    case 'start':
      return { text: say.dropHint, tone: 'muted' };
    case 'files':
      return { text: `${window.document.name} · [ ${say.signFiles} ]`, tone: 'plain' };
    case 'devices':
      return { text: `${say.chooseDevice} [ ${say.devices} ]`, tone: 'plain' };
    case 'certificates':
      return { text: say.chooseCertificate, tone: 'plain' };
    case 'otp':
      return { text: `${say.otp.heading}: ${say.otp.field} ______`, tone: 'plain' };
    case 'signed':
      return { text: `✓ ${say.signed(window.document.name, window.at)}`, tone: 'ok' };
    case 'verified':
      return { text: `✓ ${say.valid(window.document.name, window.signer, window.at)}`, tone: 'ok' };
    case 'not-valid':
      return { text: `✗ ${say.notValid(window.document.name)}`, tone: 'danger' };
  }
}
