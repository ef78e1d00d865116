import type { KnownAccount } from '../domain/account.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { Texts } from './en.ts';

/** What an activation's state means for its subscriber; nothing comes of it while account or certificate bar them. */
export function meaningOf(
  { activationMeaning, activationBarred }: Texts['words'],
  account: Pick<KnownAccount, 'status'>,
  { status, activation }: CertificateView,
): string {
  const meaning = activationMeaning[activation.status];
  const isStopped = ['locked', 'frozen', 'disabled'].includes(activation.status);
  if (isStopped) return meaning;
  if (account.status === 'blocked') return activationBarred.account;
  return status === 'valid' ? meaning : activationBarred.certificate;
}
