import { showQr as show } from '../../sim/portal.ts';
import { largestQr } from '../../sim/qr.ts';
import { onAlternateScreen } from '../alternate-screen.ts';
import { exitCodes, Misuse } from '../exit.ts';
import { locateSimulated } from '../locate.ts';
import type { Run } from '../spec.ts';

/** The secret is drawn on the alternate screen only, where no scrollback keeps it; printed only when asked for outright. */
export const showQr: Run = async (context, input) => {
  const { out, texts, io, keyboard } = context;
  const { portal: say, misuse } = texts.cli;
  const asUri = input.flag('uri') || out.json;
  const plain = input.flag('plain');
  if (asUri && plain) throw new Misuse(misuse.inconsistent('--uri', '--plain'));
  const drawn = !asUri && !plain;
  if (drawn && !(io.stdout.isTTY && keyboard.isTerminal)) throw new Misuse(misuse.needsTerminal('--uri, --plain'));
  const { rows, columns } = largestQr;
  const fits = (io.stdout.rows ?? 0) > rows && (io.stdout.columns ?? 0) >= columns;
  // Before the QR is used up: it is shown only once.
  if (drawn && !fits) return out.refuse({ code: 'terminal-too-small', rows: rows + 1, columns });

  const app = await context.app();
  const located = await locateSimulated(app, input.argument('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { serial } = located.value.view.certificate;
  const answer = await show(app, serial);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { uri, lines } = answer.value;
  if (drawn) await onAlternateScreen(io, [...lines, say.qrCaption], () => keyboard.enter());
  else if (plain) out.raw(`${lines.join('\n')}\n`);
  else out.answer({ uri }, () => out.line(uri));
  if (!out.json) {
    out.note(say.qrShown);
    out.note(say.scanNext(serial));
  }
  return exitCodes.done;
};
