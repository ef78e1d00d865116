import type { Texts } from '../../text/en.ts';
import type { RejectReason } from './report.ts';

/** The sentence of a reason to reject, whoever gave it: the intake, the store or the import itself. */
export function reasonText({ intake, words, cli }: Texts, code: RejectReason): string {
  switch (code) {
    case 'serial-of-another-customer':
    case 'unknown-subscriber':
      return words.importRejection[code];
    case 'several-subscribers':
      return cli.import.severalSubscribers;
    default:
      return intake.rejects[code];
  }
}
