import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import type { SentNotice } from '../domain/situation.ts';
import type { OutboundMessage } from '../domain/world.ts';

interface WaitingRow {
  readonly id: number;
  readonly createdAt: number;
  readonly customerId: string;
  readonly serial: string | null;
  readonly body: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string | null;
}

/** Messages on their way out: written with the facts, taken by the network, which erases the code in the same stroke. */
export function outboxOf(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO outbox (created_at, customer_id, serial, body, reference) VALUES (?, ?, ?, ?, ?)',
  );
  const waiting = db.prepare<[number], WaitingRow>(`
    SELECT o.id, o.created_at AS createdAt, o.customer_id AS customerId, o.serial, o.body,
           a.phone, a.email, a.language
    FROM outbox o LEFT JOIN accounts a ON a.customer_id = o.customer_id
    WHERE o.taken_at IS NULL ORDER BY o.id LIMIT ?`);
  const taken = db.prepare(
    "UPDATE outbox SET taken_at = ?, body = json_remove(body, '$.code', '$.phone') WHERE id = ?",
  );
  const answered = db.prepare<[string, string], SentNotice>(`
    SELECT body ->> '$.template' AS template, serial, created_at AS sentAt FROM outbox
    WHERE reference = ? AND customer_id = ? ORDER BY id DESC LIMIT 1`);
  return {
    /** The notice to this customer that carried the reference. */
    sent: (customerId: string, reference: string): SentNotice | null => answered.get(reference, customerId) ?? null,
    add(message: Message, at: Instant): void {
      const { customerId, serial, ...body } = message;
      insert.run(at, customerId, serial, JSON.stringify(body), message.kind === 'notice' ? message.reference : null);
    },
    waiting: (limit: number): readonly OutboundMessage[] => waiting.all(limit).map(toMessage),
    markTaken: (id: number, at: Instant) => taken.run(at, id),
  };
}

/** A message without what has columns of its own. */
type Stored = Message extends infer M ? (M extends Message ? Omit<M, 'customerId' | 'serial'> : never) : never;

function toMessage({ body, phone, email, language, ...row }: WaitingRow): OutboundMessage {
  const own = { ...row, language: language ?? 'pl' };
  const parsed = JSON.parse(body) as Stored;
  if (parsed.kind === 'notice') {
    const { to, ...notice } = parsed;
    return to.by === 'sms'
      ? { ...own, phone: to.phone, email: null, body: notice }
      : { ...own, phone: null, email: to.email, body: notice };
  }
  const { phone: sentTo, ...code } = parsed;
  return { ...own, phone: sentTo ?? phone, email, body: code };
}
