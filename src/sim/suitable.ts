import type { App } from '../app.ts';
import type { Serial } from '../domain/ids.ts';
import type { AccountView, CertificateView } from '../domain/read-models.ts';

/** Fragments of Polish names: together they reach nearly every subscriber. */
const FRAGMENTS = ['an', 'ow', 'sk', 'ka', 'ar', 'ak', 'ek', 'ni', 'wi', 'ma', 'ko', 'za'] as const;

/** A certificate on which a scenario can begin: nothing stands in the way, and nobody has begun. Null when none is found. */
export async function suitableCertificate(app: App): Promise<Serial | null> {
  const now = app.now();
  for (const fragment of FRAGMENTS) {
    for (const { customerId, status, activation } of await app.ask.search(fragment, now)) {
      if (status !== 'open' || activation !== 'inactive') continue;
      const account = await app.ask.account(customerId, now);
      const fit = account?.certificates.find((view) => isFit(account, view, now));
      if (fit) return fit.certificate.serial;
    }
  }
  return null;
}

function isFit({ account }: AccountView, { status, activation }: CertificateView, now: number): boolean {
  const { phone, phoneUsableFrom } = account;
  return (
    status === 'valid' &&
    phone?.kind === 'mobile' &&
    now >= phoneUsableFrom &&
    activation.status === 'inactive' &&
    activation.consecutiveFailures === 0
  );
}
