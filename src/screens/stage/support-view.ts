import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { AccountView, CertificateView } from '../../domain/read-models.ts';
import { cell, line } from '../../ui/cells.ts';
import { activationLines, subscriberLines, type ViewSettings } from '../account/account-view.ts';
import { attemptLines } from '../account/attempts-view.ts';

/** The account page's own lines: what an agent has before their eyes at this moment. */
export function supportLines(
  account: AccountView,
  certificate: CertificateView,
  diagnosis: Diagnosis | null,
  settings: ViewSettings,
): readonly string[] {
  const { texts, width } = settings;
  return [
    ...subscriberLines(account, settings),
    '',
    ...activationLines(account.account, certificate, settings, { diagnosis, moreBy: null, own: false }),
    '',
    line([cell(` ${texts.console.account.attempts}`, 'strong')], width),
    ...attemptLines(certificate.attempts, settings),
  ];
}
