import type Database from 'better-sqlite3';
import type { PendingApproval } from '../domain/activation.ts';
import type { Instant } from '../domain/ids.ts';
import type { PendingRequest } from '../domain/read-models.ts';
import type { Verification } from '../domain/support-case.ts';

const MOST_SHOWN = 200;

interface Row {
  readonly serial: string;
  readonly customerId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly pending: string;
  readonly verification: string | null;
}

/** What waits for a supervisor's yes or no, the oldest first; what has lapsed by now waits no more. */
export function approvalsQuestion(db: Database.Database) {
  const pending = db.prepare<[], Row>(`
    SELECT c.serial, a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName,
           v.pending_approval AS pending, k.verification
    FROM activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id
    LEFT JOIN support_cases k ON k.case_id = v.pending_approval ->> 'caseId'
    WHERE v.pending_approval IS NOT NULL`);

  return (now: Instant): readonly PendingRequest[] =>
    pending
      .all()
      .map(requestOf)
      .filter(({ expiresAt }) => now < expiresAt)
      .toSorted((one, other) => one.requestedAt - other.requestedAt)
      .slice(0, MOST_SHOWN);
}

function requestOf({ pending, verification, ...whom }: Row): PendingRequest {
  const asked = JSON.parse(pending) as PendingApproval;
  const verified = verification === null ? null : (JSON.parse(verification) as Verification);
  return { ...whom, ...asked, proofs: verified?.status === 'passed' ? verified.proofs : [] };
}
