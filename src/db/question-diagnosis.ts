import type Database from 'better-sqlite3';
import type { AuditEntry } from '../domain/audit.ts';
import { type Diagnosis, diagnose, type OperatorHealth } from '../domain/diagnosis.ts';
import { HOUR, type Instant, type Serial } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { AuditFilter, CertificateLookup } from '../domain/read-models.ts';

/** How far back the fate of others on the same operator says anything of now, and at most how many of them are looked at. */
const LATELY = 2 * HOUR;
const MOST_OTHERS = 500;
/** Entries of one certificate: an activation, however stuck, has fewer within the days that matter. */
const MOST_ENTRIES = 200;

interface Others {
  readonly sent: number;
  readonly failed: number;
  readonly median: number | null;
}

interface Asked {
  certificate(serial: string, now: Instant): CertificateLookup;
  audit(filter: AuditFilter): readonly AuditEntry[];
}

/** Why one subscriber is stuck: gathers what the rules look at, and asks them. */
export function diagnosisQuestion(db: Database.Database, policy: Policy, { certificate, audit }: Asked) {
  const others = db.prepare<[string, number, number], Others>(`
    WITH recent AS MATERIALIZED (
      SELECT requested_at, delivered_at, outcome FROM sms_attempts
      WHERE operator = ? AND requested_at > ? AND outcome IS NOT NULL ORDER BY requested_at DESC LIMIT ?),
    delays AS (SELECT delivered_at - requested_at AS delay, row_number() OVER (ORDER BY delivered_at - requested_at) AS place,
      count(*) OVER () AS count FROM recent WHERE delivered_at IS NOT NULL)
    SELECT count(*) AS sent, count(*) FILTER (WHERE outcome IN ('not_delivered', 'expired') AND delivered_at IS NULL) AS failed,
      (SELECT delay FROM delays WHERE place = (count + 1) / 2) AS median FROM recent`);
  const outage = db
    .prepare<[string], number>('SELECT outage_from FROM operators WHERE operator = ? AND outage_until IS NULL')
    .pluck();

  const health = (operator: string | null, now: Instant): OperatorHealth | null => {
    if (operator === null) return null;
    const known = others.get(operator, now - LATELY, MOST_OTHERS) ?? { sent: 0, failed: 0, median: null };
    return { operator, ...known, outageFrom: outage.get(operator) ?? null };
  };

  return (serial: Serial, now: Instant): Diagnosis | null => {
    const looked = certificate(serial, now);
    if (looked.found !== 'one') return null;
    const { account, view } = looked;
    const entries = audit({ customerId: account.customerId, limit: MOST_ENTRIES }).flatMap((entry) =>
      aboutOne(entry, view.certificate.serial),
    );
    const carried = view.attempts.find((attempt) => attempt.operator !== null)?.operator ?? null;
    return diagnose({ now, policy, account, view, entries, operator: health(carried, now) });
  };
}

/** Bulk work writes one entry about all certificates of a subscriber: only what happened to this one matters. */
function aboutOne(entry: AuditEntry, serial: Serial): readonly AuditEntry[] {
  if (entry.serial !== null && entry.serial !== serial) return [];
  return [{ ...entry, facts: entry.facts.filter(({ on, id }) => on !== 'activation' || id === serial) }];
}
