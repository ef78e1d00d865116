import type { App } from '../app.ts';
import type { KnownAccount } from '../domain/account.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { CliRefusal } from './refusal.ts';

export type Located<T> =
  | { readonly found: true; readonly value: T }
  | { readonly found: false; readonly refusal: CliRefusal };

export interface OwnedView {
  readonly account: KnownAccount;
  readonly view: CertificateView;
}

const here = <T>(value: T): Located<T> => ({ found: true, value });
const lost = (refusal: CliRefusal): Located<never> => ({ found: false, refusal });

/**
 * By serial or its beginning; or by customer id or e-mail address of someone with one certificate. The beginning of one
 * person's serial that is another's customer id names neither: nobody is unlocked or frozen for a stranger.
 */
export async function locateCertificate(app: App, given: string): Promise<Located<OwnedView>> {
  const lookup = await app.ask.certificate(serialIn(given), app.now());
  const begun = lookup.found === 'one' ? { account: lookup.account, view: lookup.view } : null;
  if (begun?.view.certificate.serial === serialIn(given)) return here(begun);
  const fitting = lookup.found === 'several' ? lookup.serials : begun ? [begun.view.certificate.serial] : [];
  const owner = await byIdOrEmail(app, given);
  if (owner === null) {
    if (fitting.length > 1) return lost({ code: 'certificate-ambiguous', serials: fitting });
    return begun ? here(begun) : lost({ code: 'certificate-unknown' });
  }
  if (!owner.found) return owner;
  const account = await app.ask.account(owner.value, app.now());
  if (!account) return lost({ code: 'certificate-unknown' });
  const [view] = account.certificates;
  const serials = [...new Set([...account.certificates.map(({ certificate }) => certificate.serial), ...fitting])];
  if (serials.length > 1) return lost({ code: 'certificate-ambiguous', serials });
  return view ? here({ account: account.account, view }) : lost({ code: 'no-certificate', customerId: owner.value });
}

/** As `locateCertificate`, for the simulated world: a live database has none, whatever is asked for. */
export async function locateSimulated(app: App, given: string): Promise<Located<OwnedView>> {
  return app.world ? locateCertificate(app, given) : lost({ code: 'training-only' });
}

/** As `locateAccount`, for the simulated world: a live database has none, whatever is asked for. */
export async function locateSubscriber(app: App, given: string): Promise<Located<CustomerId>> {
  return app.world ? locateAccount(app, given) : lost({ code: 'training-only' });
}

/** By customer id, e-mail address, or certificate serial (or its beginning). */
export async function locateAccount(app: App, given: string): Promise<Located<CustomerId>> {
  const owner = await byIdOrEmail(app, given);
  if (owner) return owner;
  const lookup = await app.ask.certificate(serialIn(given), app.now());
  if (lookup.found === 'one') return here(lookup.account.customerId);
  if (lookup.found === 'several') return lost({ code: 'certificate-ambiguous', serials: lookup.serials });
  return lost({ code: 'account-unknown' });
}

/** A serial number as it is drawn or pasted: in any case, with blanks or colons between its pairs. */
export function serialIn(given: string): string {
  return given.replace(/[\s:]/g, '').toUpperCase();
}

async function byIdOrEmail(app: App, pasted: string): Promise<Located<CustomerId> | null> {
  const given = cleanText(pasted);
  if (given.includes('@')) {
    const customerIds = await app.ask.accountsByEmail(given.toLowerCase());
    const [first, ...others] = customerIds;
    if (first === undefined) return null;
    return others.length === 0 ? here(first) : lost({ code: 'account-ambiguous', customerIds });
  }
  for (const id of new Set([given, given.toUpperCase()])) {
    if (await app.ask.account(id, app.now())) return here(id);
  }
  return null;
}
