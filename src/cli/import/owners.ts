import { createHash } from 'node:crypto';
import type { App } from '../../app.ts';
import type { CustomerId, Serial } from '../../domain/ids.ts';
import type { ImportRecord } from '../../domain/import-record.ts';
import { type CertificateCandidate, recordOf } from '../../intake/candidate.ts';

/** Finds the account that a certificate belongs to. */
export interface Owners {
  recordFor(candidate: CertificateCandidate): Promise<ImportRecord | 'unknown-subscriber' | 'several-subscribers'>;
  /** In a rehearsal nothing is stored, so accounts that the same run would have opened are remembered here. */
  remember(record: ImportRecord): void;
}

/** By e-mail address; a certificate that is known already stays with its account. `create` opens accounts for the unknown. */
export function findOwners(
  app: App,
  { create, rehearsal }: { readonly create: boolean; readonly rehearsal: boolean },
): Owners {
  const remembered = new Map<string, Set<CustomerId>>();

  async function customersOf(email: string | null): Promise<ReadonlySet<CustomerId>> {
    if (email === null) return new Set();
    const address = email.toLowerCase();
    return new Set([...(await app.ask.accountsByEmail(address)), ...(remembered.get(address) ?? [])]);
  }

  async function holderOf(serial: Serial): Promise<CustomerId | undefined> {
    const known = await app.ask.certificate(serial, app.now());
    return known.found === 'one' && known.view.certificate.serial === serial ? known.account.customerId : undefined;
  }

  return {
    async recordFor(candidate) {
      const customers = await customersOf(candidate.email);
      const [one] = customers.size === 1 ? customers : [await holderOf(candidate.certificate.serial)];
      if (one !== undefined) return recordOf(candidate, one);
      if (customers.size > 1) return 'several-subscribers';
      if (!create || candidate.email === null) return 'unknown-subscriber';
      return recordOf(candidate, madeUpId(candidate.email));
    },
    remember({ customerId, email }) {
      if (!rehearsal || email === null) return;
      const address = email.toLowerCase();
      const known = remembered.get(address);
      if (known) known.add(customerId);
      else remembered.set(address, new Set([customerId]));
    },
  };
}

/** The same for every certificate of the address, in this run and the next, so that importing twice changes nothing. */
function madeUpId(email: string): CustomerId {
  return `NEW-${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 10).toUpperCase()}`;
}
