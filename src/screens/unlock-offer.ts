import { unlockRefusal } from '../domain/activation-support.ts';
import { isPermitted } from '../domain/permissions.ts';
import type { AccountView, CertificateView } from '../domain/read-models.ts';
import type { Console } from './console-context.ts';
import { explain } from './explain.ts';

/** Why this agent cannot unlock this certificate now, as a sentence; undefined when they can. */
export function whyNoUnlock(
  { app, texts, session, now }: Pick<Console, 'app' | 'texts' | 'session' | 'now'>,
  account: AccountView['account'],
  view: CertificateView | undefined,
): string | undefined {
  if (!view) return texts.console.why.noCertificateChosen;
  if (session && !isPermitted(session.role, 'unlock-activation', app.realm)) {
    return explain(texts, { code: 'not-permitted', command: 'unlock-activation', party: session.role });
  }
  if (session?.ownCustomerId === account.customerId) return explain(texts, { code: 'own-account' });
  const { certificate, activation } = view;
  const refusal = unlockRefusal(activation, { account, certificate, now, policy: app.policy });
  return refusal ? explain(texts, refusal) : undefined;
}
