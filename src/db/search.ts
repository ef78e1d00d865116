import type Database from 'better-sqlite3';
import type { Activation, ActivationStatus } from '../domain/activation.ts';
import { cleanText, foldText } from '../domain/clean-text.ts';
import type { Instant } from '../domain/ids.ts';
import type { FoundSubscriber } from '../domain/read-models.ts';
import type { ActivationReader } from './question-activation.ts';
import { candidateFinder } from './search-candidates.ts';

/** The most pressing state first. */
const pressing: readonly ActivationStatus[] = [
  'locked',
  'frozen',
  'disabled',
  'awaiting_code',
  'awaiting_otp',
  'active',
  'inactive',
];

interface Row {
  readonly customerId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly blockedAt: number | null;
  readonly certificateId: number | null;
  readonly status: ActivationStatus | null;
  readonly dueAt: number | null;
}

/**
 * Search as you type: B-trees on folded names, e-mail, phone (both ways round), serial and customer id, and a trigram
 * dictionary of names for fragments. Takes the first `limit` in index order and never sorts everything.
 */
export function subscriberSearch(db: Database.Database, activations: ActivationReader) {
  const candidates = candidateFinder(db);
  // CROSS JOIN keeps the order of the ids, and nothing has to be sorted.
  const hydrate = db.prepare<[string], Row>(`
    SELECT a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName, a.email, a.phone,
           a.blocked_at AS blockedAt, c.id AS certificateId, v.status, v.due_at AS dueAt
    FROM json_each(?) j CROSS JOIN accounts a ON a.id = j.value
    LEFT JOIN certificates c ON c.account_id = a.id
    LEFT JOIN activations v ON v.certificate_id = c.id`);

  const statusOf = ({ certificateId, status, dueAt }: Row, now: Instant): ActivationStatus | null => {
    if (certificateId === null) return null;
    if (status === null) return 'inactive';
    if (dueAt === null || dueAt > now) return status;
    return activations.settled(certificateId, now).status;
  };

  return (query: string, now: Instant, limit: number): readonly FoundSubscriber[] => {
    const ids = candidates(foldText(cleanText(query)), limit);
    if (ids.length === 0) return [];
    const found: FoundSubscriber[] = [];
    let last: FoundSubscriber | undefined;
    for (const row of hydrate.all(JSON.stringify(ids))) {
      const status = statusOf(row, now);
      if (last?.customerId === row.customerId) {
        last = { ...last, certificates: last.certificates + 1, activation: morePressing(last.activation, status) };
        found[found.length - 1] = last;
      } else {
        last = subscriberOf(row, status);
        found.push(last);
      }
    }
    return found;
  };
}

function subscriberOf(row: Row, activation: Activation['status'] | null): FoundSubscriber {
  const { customerId, givenName, familyName, email, phone, blockedAt, certificateId } = row;
  const status = blockedAt === null ? 'open' : 'blocked';
  const certificates = certificateId === null ? 0 : 1;
  return { customerId, givenName, familyName, email, phone, status, certificates, activation };
}

function morePressing(one: ActivationStatus | null, other: ActivationStatus | null): ActivationStatus | null {
  if (one === null || other === null) return one ?? other;
  return pressing.indexOf(one) <= pressing.indexOf(other) ? one : other;
}
