import type Database from 'better-sqlite3';
import { type KnownAccount, settleAccount } from '../domain/account.ts';
import type { Instant } from '../domain/ids.ts';
import type { AccountView, CertificateLookup } from '../domain/read-models.ts';
import { ACCOUNT_COLUMNS, CERTIFICATE_COLUMNS } from './columns.ts';
import type { ActivationReader } from './question-activation.ts';
import { CASE_COLUMNS, callsOf, weekBefore } from './question-cases.ts';
import { type AccountRow, accountFromRow } from './shelves/account-row.ts';
import { type CertificateRow, certificateFromRow } from './shelves/certificate-row.ts';
import { type SupportCaseRow, supportCaseFromRow } from './shelves/support-case-row.ts';

/** The shortest beginning of a serial that is looked up. */
const SHORTEST_SERIAL = 4;
const MOST_NAMED = 5;
const LAST = '\u{10ffff}';

/** One subscriber with everything an agent wants to see, and one certificate by its serial. */
export function accountQuestions(db: Database.Database, activations: ActivationReader) {
  const accountByCustomer = db.prepare<[string], AccountRow>(
    `SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.customer_id = ?`,
  );
  const accountById = db.prepare<[number], AccountRow>(`SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.id = ?`);
  const certificatesOf = db.prepare<[number], CertificateRow>(
    `SELECT ${CERTIFICATE_COLUMNS} FROM certificates c WHERE c.account_id = ? ORDER BY c.not_before DESC, c.id DESC`,
  );
  const bySerial = db.prepare<[string, string, number], CertificateRow>(
    `SELECT ${CERTIFICATE_COLUMNS} FROM certificates c WHERE c.serial >= ? AND c.serial < ? ORDER BY c.serial LIMIT ?`,
  );
  const openCases = db.prepare<[number], SupportCaseRow>(
    `SELECT ${CASE_COLUMNS} FROM support_cases k WHERE k.account_id = ? AND k.closed_at IS NULL ORDER BY k.opened_at DESC`,
  );
  const calls = db.prepare<[Record<string, number>], number>(`SELECT ${callsOf(':accountId')}`).pluck();
  const byEmail = db.prepare<[string], string>('SELECT customer_id FROM accounts WHERE email = ? LIMIT 10').pluck();

  const settledAccount = (row: AccountRow, now: Instant): KnownAccount => settleAccount(accountFromRow(row), { now });

  return {
    account(customerId: string, now: Instant): AccountView | null {
      const row = accountByCustomer.get(customerId);
      if (!row) return null;
      const certificates = certificatesOf
        .all(row.id)
        .map((certificate) => activations.view(certificate.id, certificateFromRow(certificate, customerId), now));
      const cases = openCases.all(row.id).map((one) => supportCaseFromRow(one, customerId));
      const called = calls.get({ accountId: row.id, ...weekBefore(now) }) ?? 0;
      return { account: settledAccount(row, now), certificates, cases, calls: called };
    },
    certificate(serial: string, now: Instant): CertificateLookup {
      const start = serial.replace(/[\s:]/g, '').toUpperCase();
      if (start.length < SHORTEST_SERIAL) return { found: 'none' };
      const rows = bySerial.all(start, start + LAST, MOST_NAMED);
      const [only] = rows.length > 1 ? rows.filter((row) => row.serial === start) : rows;
      if (!only)
        return rows.length === 0 ? { found: 'none' } : { found: 'several', serials: rows.map((r) => r.serial) };
      const holder = accountById.get(only.accountId);
      if (!holder) throw new Error('a certificate without its account');
      const certificate = certificateFromRow(only, holder.customerId);
      return { found: 'one', view: activations.view(only.id, certificate, now), account: settledAccount(holder, now) };
    },
    accountsByEmail: (email: string): readonly string[] => byEmail.all(email.trim().toLowerCase()),
  };
}
