import type Database from 'better-sqlite3';
import { type Activation, untouched } from '../domain/activation.ts';
import { evolveActivation } from '../domain/activation-evolve.ts';
import { settleActivation } from '../domain/activation-settle.ts';
import type { KnownCertificate } from '../domain/certificate.ts';
import { settledView } from '../domain/certificate-view.ts';
import type { Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { Outage } from '../domain/situation.ts';
import type { AttemptRecord } from '../domain/sms-attempt.ts';
import { ACTIVATION_COLUMNS, ATTEMPT_COLUMNS } from './columns.ts';
import { oneMoment } from './one-moment.ts';
import { type ActivationRow, activationFromRow, type SecretRow, secretsFromRows } from './shelves/activation-row.ts';

const MOST_ATTEMPTS = 50;

type AttemptRow = Omit<AttemptRecord, 'counted'> & { readonly counted: number };

/** Reads activations as time has left them. Raw statements, here and in every question: a search must start fast. */
export function activationReader(db: Database.Database, policy: Policy) {
  const atOnce = oneMoment(db);
  const activation = db.prepare<[number], ActivationRow>(
    `SELECT ${ACTIVATION_COLUMNS} FROM activations v WHERE v.certificate_id = ?`,
  );
  const attempts = db.prepare<[number, number], AttemptRow>(
    `SELECT ${ATTEMPT_COLUMNS} FROM sms_attempts t WHERE t.certificate_id = ? ORDER BY t.number DESC LIMIT ?`,
  );
  const secrets = db.prepare<[number], SecretRow>(
    `SELECT generation, sealed, issued_at AS issuedAt, superseded_at AS supersededAt
     FROM otp_secrets WHERE certificate_id = ? ORDER BY generation`,
  );
  const outages = db.prepare<[], Outage>(
    'SELECT operator, outage_from AS "from", outage_until AS until FROM operators',
  );

  function stored(certificateId: number, known: readonly AttemptRecord[]): Activation {
    const row = activation.get(certificateId);
    if (!row) return untouched;
    const sealed = row.generations > 0 ? secrets.all(certificateId) : [];
    return activationFromRow(row, {
      attempt: known.find(({ number }) => number === row.attempts) ?? null,
      ...secretsFromRows(sealed, row.generation),
    });
  }

  function history(certificateId: number, most: number): AttemptRecord[] {
    return attempts.all(certificateId, most).map((row) => ({ ...row, counted: row.counted === 1 }));
  }

  return {
    /** The activation alone, settled. */
    settled: (certificateId: number, now: Instant): Activation =>
      atOnce(() => {
        const state = stored(certificateId, history(certificateId, 1));
        const facts = settleActivation(state, { now, policy, outages: outages.all() });
        return facts.reduce(evolveActivation, state);
      }),
    /** A certificate with its activation and its attempts, all settled. */
    view: (certificateId: number, certificate: KnownCertificate, now: Instant): CertificateView =>
      atOnce(() => {
        const known = history(certificateId, MOST_ATTEMPTS);
        const state = stored(certificateId, known);
        const clockwork = { now, policy, outages: outages.all() };
        return settledView({ certificate, activation: state, attempts: known }, clockwork);
      }),
  };
}

export type ActivationReader = ReturnType<typeof activationReader>;
