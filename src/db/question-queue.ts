import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { QueueItem, QueueReason, QueueView } from '../domain/read-models.ts';
import type { ActivationReader } from './question-activation.ts';
import { callsOf, weekBefore } from './question-cases.ts';

type Row = Omit<QueueItem, 'reason'> & { readonly reason: QueueReason; readonly certificateId: number };

/** Overdue attempts looked at one by one; a running sweep keeps them few. */
const MOST_OVERDUE = 500;

const PERSON = `c.serial, a.customer_id AS customerId, a.given_name AS givenName, a.family_name AS familyName, a.phone,
  c.id AS certificateId, ${callsOf('a.id')} AS calls`;
const OF_ACTIVATION = `${PERSON}, v.since, v.consecutive_failures AS consecutiveFailures
  FROM activations v JOIN certificates c ON c.id = v.certificate_id JOIN accounts a ON a.id = c.account_id`;
const UNDELIVERED = `NOT EXISTS (SELECT 1 FROM sms_attempts t
  WHERE t.certificate_id = v.certificate_id AND t.number = v.attempts AND t.delivered_at IS NOT NULL)`;
const WAITING = `v.status = 'awaiting_code' AND v.since <= :waitingSince AND v.due_at > :now AND ${UNDELIVERED}`;
const EXPIRING = `c.status = 'valid' AND c.not_after BETWEEN :now AND :expiringUntil`;

/** Who needs help now. Shares of the list keep one kind from hiding the others. */
export function queueQuestion(db: Database.Database, activations: ActivationReader, policy: Policy) {
  const prepared = (sql: string) => db.prepare<[Record<string, number>], Row>(sql);
  const locked = (cause: 'sms' | 'otp') =>
    prepared(`SELECT 'locked-${cause}' AS reason, ${OF_ACTIVATION}
      WHERE v.status = 'locked' AND v.lock_cause = '${cause}' ORDER BY v.since LIMIT :half`);
  const lists = {
    lockedSms: locked('sms'),
    lockedOtp: locked('otp'),
    alarms: prepared(`SELECT v.freeze_cause AS reason, ${OF_ACTIVATION}
      WHERE v.status = 'frozen' AND v.freeze_cause <> 'suspicion' ORDER BY v.since DESC LIMIT :sixth`),
    frozen: prepared(`SELECT 'frozen' AS reason, ${OF_ACTIVATION}
      WHERE v.status = 'frozen' AND v.freeze_cause = 'suspicion' ORDER BY v.since LIMIT :sixth`),
    waiting: prepared(`SELECT 'waiting-for-sms' AS reason, ${OF_ACTIVATION}
      WHERE ${WAITING} ORDER BY v.since LIMIT :sixth`),
    expiring: prepared(`SELECT 'expiring-soon' AS reason, ${PERSON}, c.not_after AS since, 0 AS consecutiveFailures
      FROM certificates c JOIN accounts a ON a.id = c.account_id
      WHERE ${EXPIRING} ORDER BY c.not_after LIMIT :sixth`),
    overdue: prepared(`SELECT 'locked-sms' AS reason, ${OF_ACTIVATION}
      WHERE v.due_at IS NOT NULL AND v.due_at <= :now AND v.status = 'awaiting_code' LIMIT ${MOST_OVERDUE}`),
  };
  const counting = db.prepare<[Record<string, number>], Record<QueueReason, number>>(`SELECT
    (SELECT count(*) FROM activations WHERE status = 'locked' AND lock_cause = 'sms') AS "locked-sms",
    (SELECT count(*) FROM activations WHERE status = 'locked' AND lock_cause = 'otp') AS "locked-otp",
    (SELECT count(*) FROM activations WHERE status = 'frozen' AND freeze_cause = 'not-me') AS "not-me",
    (SELECT count(*) FROM activations WHERE status = 'frozen' AND freeze_cause = 'aborted-call') AS "aborted-call",
    (SELECT count(*) FROM activations WHERE status = 'frozen' AND freeze_cause = 'suspicion') AS "frozen",
    (SELECT count(*) FROM activations v WHERE ${WAITING}) AS "waiting-for-sms",
    (SELECT count(*) FROM certificates c WHERE ${EXPIRING}) AS "expiring-soon"`);

  /** Attempts whose time is over lock, or not, although nobody has written it down yet. */
  function lockedByTime(now: Instant): readonly Row[] {
    return lists.overdue.all({ now, ...weekBefore(now) }).flatMap((row) => {
      const activation = activations.settled(row.certificateId, now);
      if (activation.status !== 'locked') return [];
      return [{ ...row, since: activation.lockedAt, consecutiveFailures: activation.consecutiveFailures }];
    });
  }

  return (now: Instant, limit: number): QueueView => {
    const moments = {
      now,
      ...weekBefore(now),
      waitingSince: now - policy.queue.waitingLong,
      expiringUntil: now + policy.queue.expiringSoon,
    };
    const shares = { half: Math.ceil(limit / 2), sixth: Math.ceil(limit / 6) };
    const recent = { ...shares, ...weekBefore(now) };
    const byTime = lockedByTime(now);
    const lockedRows = [...lists.lockedSms.all(recent), ...lists.lockedOtp.all(recent), ...byTime]
      .sort((one, other) => one.since - other.since)
      .slice(0, shares.half);
    const rows = [
      ...lists.alarms.all(recent),
      ...lockedRows,
      ...lists.frozen.all(recent),
      ...lists.waiting.all({ ...moments, ...shares }),
      ...lists.expiring.all({ ...moments, ...shares }),
    ];
    const counts = counting.get(moments) as Record<QueueReason, number>;
    return {
      items: rows.map(({ certificateId: _id, ...item }) => item),
      counts: { ...counts, 'locked-sms': counts['locked-sms'] + byTime.length },
    };
  };
}
