import { eq, getTableColumns, sql } from 'drizzle-orm';
import {
  type Certificate,
  type CertificateFact,
  certificateDecider,
  type KnownCertificate,
} from '../../domain/certificate.ts';
import { accounts, certificates } from '../schema.ts';
import { type CertificateRow, certificateFromRow } from './certificate-row.ts';
import { placeholdersFor } from './placeholders.ts';
import type { Db, Shelf } from './shelf.ts';

type Columns = Omit<CertificateRow, 'id'>;

const columns = Object.keys(getTableColumns(certificates)).filter((name) => name !== 'id') as (keyof Columns)[];

export function certificateShelf(
  db: Db,
  accountRowId: (customerId: string) => number,
): Shelf<Certificate, CertificateFact> & {
  readonly rowId: (serial: string) => number;
  readonly serialsOf: (customerId: string) => readonly string[];
} {
  const bySerial = db
    .select({ row: certificates, customerId: accounts.customerId })
    .from(certificates)
    .innerJoin(accounts, eq(accounts.id, certificates.accountId))
    .where(eq(certificates.serial, sql.placeholder('serial')))
    .prepare();
  // Asked several times in every change of an activation: a third of what drizzle takes for it.
  const idOnly = db.$client.prepare<[string], number>('SELECT id FROM certificates WHERE serial = ?').pluck();
  const ofCustomer = db.$client
    .prepare<[string], string>(
      'SELECT c.serial FROM certificates c JOIN accounts a ON a.id = c.account_id WHERE a.customer_id = ? ORDER BY c.id',
    )
    .pluck();
  const insert = db.insert(certificates).values(placeholdersFor<Columns>(columns)).prepare();
  const setStatus = db
    .update(certificates)
    .set({ status: sql`${sql.placeholder('status')}`, statusSince: sql`${sql.placeholder('statusSince')}` })
    .where(eq(certificates.serial, sql.placeholder('serial')))
    .prepare();
  const setDocument = db
    .update(certificates)
    .set({ pem: sql`${sql.placeholder('pem')}`, identity: sql`${sql.placeholder('identity')}` })
    .where(eq(certificates.serial, sql.placeholder('serial')))
    .prepare();
  return {
    serialsOf: (customerId) => ofCustomer.all(customerId),
    load(serial) {
      const found = bySerial.get({ serial });
      return found ? certificateFromRow(found.row, found.customerId) : certificateDecider.initial;
    },
    save(serial, state, facts) {
      if (state.status === 'absent') return;
      const statusSince = sinceOf(state, facts);
      const { status } = state;
      const { subject, identity, notBefore, notAfter, pem } = state;
      if (!facts.some((fact) => fact.type === 'certificate-registered')) {
        setStatus.run({ serial, status, statusSince });
        if (facts.some((fact) => fact.type === 'certificate-received')) setDocument.run({ serial, pem, identity });
        return;
      }
      const accountId = accountRowId(state.customerId);
      insert.run({ serial, accountId, subject, identity, notBefore, notAfter, pem, status, statusSince });
    },
    rowId(serial) {
      const id = idOnly.get(serial);
      if (id === undefined) throw new Error('a certificate that is referred to is missing');
      return id;
    },
  };
}

function sinceOf(state: KnownCertificate, facts: readonly CertificateFact[]): number {
  if (state.status === 'suspended') return state.suspendedAt;
  if (state.status === 'revoked') return state.revokedAt;
  return facts.at(-1)?.at ?? state.notBefore;
}
