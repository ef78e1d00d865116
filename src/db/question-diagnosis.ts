import type Database from 'better-sqlite3';
import type { AuditEntry } from '../domain/audit.ts';
import { type Diagnosis, diagnose, type OperatorHealth } from '../domain/diagnosis.ts';
import { HOUR, type Instant, type Serial } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { type Blip, readOthers } from '../domain/radar.ts';
import type { AuditFilter, CertificateLookup } from '../domain/read-models.ts';
import type { Outage } from '../domain/situation.ts';

/** How far back the fate of others on the same operator says anything of now, and at most how many of them are looked at. */
const LATELY = 2 * HOUR;
const MOST_OTHERS = 500;
/** Entries of one certificate: an activation, however stuck, has fewer within the days that matter. */
const MOST_ENTRIES = 200;

type OtherRow = Omit<Blip, 'counted'> & { readonly counted: number };

interface Asked {
  certificate(serial: string, now: Instant): CertificateLookup;
  audit(filter: AuditFilter): readonly AuditEntry[];
}

/** Why one subscriber is stuck: gathers what the rules look at, and asks them. */
export function diagnosisQuestion(db: Database.Database, policy: Policy, { certificate, audit }: Asked) {
  const others = db.prepare<[string, number, number, number], OtherRow>(`
    SELECT certificate_id AS certificateId, requested_at AS requestedAt, deadline, delivered_at AS deliveredAt, outcome, raw_state AS rawState,
      error_code AS errorCode, counted
    FROM sms_attempts WHERE operator = ? AND requested_at > ? AND certificate_id <> ?
    ORDER BY requested_at DESC LIMIT ?`);
  const idOf = db.prepare<[Serial], number>('SELECT id FROM certificates WHERE serial = ?').pluck();
  const outage = db.prepare<[string], Outage>(
    'SELECT operator, outage_from AS "from", outage_until AS until FROM operators WHERE operator = ?',
  );

  const health = (operator: string | null, serial: Serial, now: Instant): OperatorHealth | null => {
    if (operator === null) return null;
    const last = outage.get(operator) ?? null;
    // What happened before a recognised outage was over says nothing of how they fare since.
    const from = Math.max(now - LATELY, last?.until ?? 0);
    const rows = others.all(operator, from, idOf.get(serial) ?? 0, MOST_OTHERS).reverse();
    const blips = rows.map((row) => ({ ...row, counted: row.counted === 1 }));
    return { operator, ...readOthers(blips, now), outage: last };
  };

  return (serial: Serial, now: Instant): Diagnosis | null => {
    const looked = certificate(serial, now);
    if (looked.found !== 'one') return null;
    const { account, view } = looked;
    const entries = audit({ customerId: account.customerId, limit: MOST_ENTRIES }).flatMap((entry) =>
      aboutOne(entry, view.certificate.serial),
    );
    const carried = view.attempts.find((attempt) => attempt.operator !== null)?.operator ?? null;
    return diagnose({ now, policy, account, view, entries, operator: health(carried, serial, now) });
  };
}

/** Bulk work writes one entry about all certificates of a subscriber: only what happened to this one matters. */
function aboutOne(entry: AuditEntry, serial: Serial): readonly AuditEntry[] {
  if (entry.serial !== null && entry.serial !== serial) return [];
  return [{ ...entry, facts: entry.facts.filter(({ on, id }) => on !== 'activation' || id === serial) }];
}
