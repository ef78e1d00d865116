import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { SettingName } from '../domain/policy-settings.ts';
import type { CommandContext } from '../domain/ports.ts';

export interface DueThing {
  readonly kind: 'activation' | 'certificate' | 'account';
  readonly id: string;
}

/** Of these settings depends when time acts on what is stored already. */
const dating: readonly SettingName[] = ['otp.qrVisible', 'otp.supersededKept'];

/**
 * What an older policy has put on a later date is looked at by the next sweep, which puts it on its own; inside the
 * caller's transaction. A code under way has its deadline from when it was sent.
 */
export function dateAnew(db: Database.Database, setting: SettingName, now: Instant): void {
  if (!dating.includes(setting)) return;
  db.prepare("UPDATE activations SET due_at = ? WHERE due_at > ? AND status <> 'awaiting_code'").run(now, now);
}

/** Things whose deadlines have passed and are not yet written down; at most `limit`. */
export function dueThings(db: Database.Database, { now, policy }: CommandContext, limit: number): readonly DueThing[] {
  return db
    .prepare<[number, number, number, number], DueThing>(`
      SELECT 'activation' AS kind, c.serial AS id FROM activations a JOIN certificates c ON c.id = a.certificate_id
        WHERE a.due_at IS NOT NULL AND a.due_at <= ?
      UNION ALL
      SELECT 'certificate', serial FROM certificates WHERE status = 'suspended' AND status_since <= ?
      UNION ALL
      SELECT 'account', customer_id FROM accounts
        WHERE pending_phone_change IS NOT NULL AND pending_phone_change ->> '$.expiresAt' <= ?
      LIMIT ?`)
    .all(now, now - policy.suspensionLasts, now, limit);
}
