import type Database from 'better-sqlite3';
import { type BulkUnlock, bulkInForce, MOST_IN_BULK } from '../domain/bulk-unlock.ts';
import type { Instant } from '../domain/ids.ts';
import { outageFailures } from '../domain/outage-locks.ts';
import type { Policy } from '../domain/policy.ts';
import { type OperatorRadar, RADAR_SLOT, type RadarView, radarSince, readRadar } from '../domain/radar.ts';
import type { OutageView } from '../domain/read-models.ts';
import type { Outage } from '../domain/situation.ts';
import { breather } from './breather.ts';
import { CERTIFICATE_COLUMNS } from './columns.ts';
import type { ActivationReader } from './question-activation.ts';
import { type RecentLook, recentSms } from './recent-sms.ts';
import { type CertificateRow, certificateFromRow } from './shelves/certificate-row.ts';

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
  readonly since: Instant;
};

/** Locks read at once: about a millisecond. */
const PAGE = 50;

/** How SMS fare on every operator, and whom an outage has locked. */
export function radarQuestions(db: Database.Database, activations: ActivationReader, policy: Policy) {
  const recent = recentSms(db);
  const stored = db.prepare<[], OperatorRow>(
    `SELECT operator, outage_from AS outageFrom, outage_until AS outageUntil, bulk_unlock AS bulkUnlock FROM operators`,
  );
  const lockedPage = db.prepare<[number, number, number], LockRow>(
    `SELECT ${CERTIFICATE_COLUMNS}, a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName,
            a.phone, v.since
     FROM activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id
     WHERE v.status = 'locked' AND v.lock_cause = 'sms' AND (v.since, v.certificate_id) > (?, ?)
     ORDER BY v.since, v.certificate_id LIMIT ?`,
  );

  async function operatorRadar(
    operator: string,
    { sent, called, breath }: RecentLook,
    row: OperatorRow | undefined,
    now: Instant,
  ): Promise<OperatorRadar> {
    const blips = sent.get(operator) ?? [];
    await breath();
    const read = readRadar(blips, now);
    await breath();
    const since = read.trouble?.since ?? Number.POSITIVE_INFINITY;
    const troubled = new Set(blips.flatMap(({ requestedAt, accountId }) => (requestedAt >= since ? [accountId] : [])));
    let callers = 0;
    for (const account of troubled) {
      if (called(account, since)) callers += 1;
      await breath();
    }
    return { operator, ...read, callers, ...knownOf(row, now) };
  }

  return {
    radar: (now: Instant): Promise<RadarView> =>
      recent(radarSince(now), async (look) => {
        const known = new Map(stored.all().map((row) => [row.operator, row]));
        const names = [...new Set([...look.sent.keys(), ...known.keys()])];
        const operators: OperatorRadar[] = [];
        for (const name of names.sort((one, other) => one.localeCompare(other))) {
          operators.push(await operatorRadar(name, look, known.get(name), now));
        }
        return { from: radarSince(now), slot: RADAR_SLOT, operators };
      }),
    async outage(operator: string, now: Instant): Promise<OutageView> {
      const row = stored.all().find((one) => one.operator === operator);
      const { outage, bulkUnlock } = knownOf(row, now);
      // What is approved rests on its own outage, also when another has come since.
      const about = bulkUnlock?.outage ?? outage;
      const locks = about ? await lockedBy(about, now) : [];
      return { operator, outage, bulkUnlock, locks };
    },
  };

  /** Everybody locked by failed SMS from then on, whatever the cause. */
  function* lockedFrom(from: Instant): Generator<LockRow> {
    let after: readonly [since: number, certificateId: number] = [from, 0];
    for (;;) {
      const rows = lockedPage.all(...after, PAGE);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = [last.since, last.id];
    }
  }

  async function lockedBy(outage: Outage, now: Instant): Promise<OutageView['locks']> {
    const breath = breather(undefined);
    const found: OutageView['locks'][number][] = [];
    for (const { customerId, givenName, familyName, phone, since: _, ...certificate } of lockedFrom(outage.from)) {
      await breath();
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
