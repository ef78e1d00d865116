import type Database from 'better-sqlite3';
import type { PendingPhoneChange } from '../domain/account.ts';
import type { PendingApproval } from '../domain/activation.ts';
import type { BulkUnlock } from '../domain/bulk-unlock.ts';
import type { Instant } from '../domain/ids.ts';
import type { PendingRequest, Undecided } from '../domain/read-models.ts';

const MOST_SHOWN = 200;

interface Row {
  readonly serial: string | null;
  readonly customerId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly pending: string;
}

/** What waits for a supervisor's yes or no: emergencies first, then the oldest; what has lapsed by now waits no more. */
export function approvalsQuestion(db: Database.Database) {
  const person = 'a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName';
  const pending = db.prepare<[], Row>(`
    SELECT c.serial, ${person}, v.pending_approval AS pending
    FROM activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id
    WHERE v.pending_approval IS NOT NULL
    UNION ALL
    SELECT NULL, ${person}, a.pending_phone_change FROM accounts a WHERE a.pending_phone_change IS NOT NULL`);

  const bulk = db.prepare<[], string>('SELECT bulk_unlock FROM operators WHERE bulk_unlock IS NOT NULL').pluck();

  return (now: Instant): readonly Undecided[] =>
    [...pending.all().map(requestOf), ...bulk.all().flatMap(bulkOf)]
      .filter(({ expiresAt }) => now < expiresAt)
      .toSorted((one, other) => urgency(other) - urgency(one) || one.requestedAt - other.requestedAt)
      .slice(0, MOST_SHOWN);
}

function urgency(one: Undecided): number {
  return one.action !== 'bulk-unlock' && one.emergency ? 1 : 0;
}

/** An approved list waits to be carried out, for nobody's decision. */
function bulkOf(stored: string): readonly Undecided[] {
  const { outage, serials, approved, requestedBy, requestedAt, expiresAt, note } = JSON.parse(stored) as BulkUnlock;
  if (approved) return [];
  const asked = { requestedBy, requestedAt, expiresAt, note };
  return [{ action: 'bulk-unlock', operator: outage.operator, outage, count: serials.length, ...asked }];
}

function requestOf({ pending, serial, ...whom }: Row): PendingRequest {
  return serial === null
    ? { ...whom, serial, action: 'phone-change', ...(JSON.parse(pending) as PendingPhoneChange) }
    : { ...whom, serial, ...(JSON.parse(pending) as PendingApproval) };
}
