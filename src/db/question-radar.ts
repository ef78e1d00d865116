import type Database from 'better-sqlite3';
import { type BulkUnlock, bulkInForce, MOST_IN_BULK } from '../domain/bulk-unlock.ts';
import type { Instant } from '../domain/ids.ts';
import { outageFailures } from '../domain/outage-locks.ts';
import type { Policy } from '../domain/policy.ts';
import { type Blip, type OperatorRadar, RADAR_SLOT, type RadarView, radarSince, readRadar } from '../domain/radar.ts';
import type { OutageView } from '../domain/read-models.ts';
import type { Outage } from '../domain/situation.ts';
import { CERTIFICATE_COLUMNS } from './columns.ts';
import type { ActivationReader } from './question-activation.ts';
import { operatorsSeen } from './sent-sms.ts';
import { type CertificateRow, certificateFromRow } from './shelves/certificate-row.ts';

/** Of one operator the radar looks at no more, the newest; far more than support can hear of. */
const MOST_BLIPS = 50_000;

interface BlipRow extends Omit<Blip, 'counted'> {
  readonly counted: number;
  readonly accountId: number;
}

interface OperatorRow {
  readonly operator: string;
  readonly outageFrom: number;
  readonly outageUntil: number | null;
  readonly bulkUnlock: string | null;
}

type LockRow = CertificateRow & {
  readonly customerId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
};

/** How SMS fare on every operator, and whom an outage has locked. */
export function radarQuestions(db: Database.Database, activations: ActivationReader, policy: Policy) {
  const seen = operatorsSeen(db);
  const blips = db.prepare<[string, number, number], BlipRow>(
    `SELECT t.requested_at AS requestedAt, t.deadline, t.delivered_at AS deliveredAt, t.outcome, t.raw_state AS rawState,
            t.error_code AS errorCode, t.counted, c.account_id AS accountId
     FROM sms_attempts t JOIN certificates c ON c.id = t.certificate_id
     WHERE t.operator = ? AND t.requested_at > ? ORDER BY t.requested_at DESC LIMIT ?`,
  );
  const called = db
    .prepare<[number, number], number>('SELECT 1 FROM support_cases WHERE account_id = ? AND opened_at >= ? LIMIT 1')
    .pluck();
  const stored = db.prepare<[], OperatorRow>(
    `SELECT operator, outage_from AS outageFrom, outage_until AS outageUntil, bulk_unlock AS bulkUnlock FROM operators`,
  );
  const lockedSince = db.prepare<[number], LockRow>(
    `SELECT ${CERTIFICATE_COLUMNS}, a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName,
            a.phone
     FROM activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id
     WHERE v.status = 'locked' AND v.lock_cause = 'sms' AND v.since >= ? ORDER BY v.since`,
  );

  const operatorRadar = (operator: string, row: OperatorRow | undefined, now: Instant): OperatorRadar => {
    const rows = blips.all(operator, radarSince(now), MOST_BLIPS).toReversed();
    const read = readRadar(
      rows.map((blip) => ({ ...blip, counted: blip.counted === 1 })),
      now,
    );
    const since = read.trouble?.since;
    const troubled = new Set(
      rows.filter(({ requestedAt }) => since !== undefined && requestedAt >= since).map(({ accountId }) => accountId),
    );
    const callers =
      since === undefined ? 0 : [...troubled].filter((account) => called.get(account, since) === 1).length;
    return { operator, ...read, callers, ...knownOf(row, now) };
  };

  return {
    radar(now: Instant): RadarView {
      const known = new Map(stored.all().map((row) => [row.operator, row]));
      const names = [...new Set([...seen(), ...known.keys()])].sort((one, other) => one.localeCompare(other));
      const operators = names.map((name) => operatorRadar(name, known.get(name), now));
      return { from: radarSince(now), slot: RADAR_SLOT, operators };
    },
    outage(operator: string, now: Instant): OutageView {
      const row = stored.all().find((one) => one.operator === operator);
      const { outage, bulkUnlock } = knownOf(row, now);
      // What is approved rests on its own outage, also when another has come since.
      const about = bulkUnlock?.outage ?? outage;
      const locks = about ? lockedBy(about, now) : [];
      return { operator, outage, bulkUnlock, locks };
    },
  };

  function lockedBy(outage: Outage, now: Instant): OutageView['locks'] {
    const found: OutageView['locks'][number][] = [];
    for (const { customerId, givenName, familyName, phone, ...certificate } of lockedSince.all(outage.from)) {
      const { activation, attempts } = activations.view(
        certificate.id,
        certificateFromRow(certificate, customerId),
        now,
      );
      const failures = outageFailures(activation, attempts, outage, policy.sms.failuresToLock);
      if (failures.length === 0 || activation.status !== 'locked') continue;
      const { serial } = certificate;
      const { lockedAt, consecutiveFailures } = activation;
      const numbers = failures.map(({ number }) => number);
      found.push({
        serial,
        customerId,
        givenName,
        familyName,
        phone,
        lockedAt,
        consecutiveFailures,
        failures: numbers,
      });
      if (found.length >= MOST_IN_BULK) break;
    }
    return found;
  }
}

function knownOf(row: OperatorRow | undefined, now: Instant): Pick<OperatorRadar, 'outage' | 'bulkUnlock'> {
  if (!row) return { outage: null, bulkUnlock: null };
  const { operator, outageFrom: from, outageUntil: until } = row;
  const bulk: BulkUnlock | null = row.bulkUnlock === null ? null : JSON.parse(row.bulkUnlock);
  return { outage: { operator, from, until }, bulkUnlock: bulkInForce(bulk, now) };
}
