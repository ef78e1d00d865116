import type Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
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
  const insert = db.prepare('INSERT INTO outbox (created_at, customer_id, serial, body) VALUES (?, ?, ?, ?)');
  const waiting = db.prepare<[number], WaitingRow>(`
    SELECT o.id, o.created_at AS createdAt, o.customer_id AS customerId, o.serial, o.body,
           a.phone, a.email, a.language
    FROM outbox o LEFT JOIN accounts a ON a.customer_id = o.customer_id
    WHERE o.taken_at IS NULL ORDER BY o.id LIMIT ?`);
  const taken = db.prepare(
    "UPDATE outbox SET taken_at = ?, body = json_remove(body, '$.code', '$.phone') WHERE id = ?",
  );
  return {
    add(message: Message, at: Instant): void {
      const { customerId, serial, ...body } = message;
      insert.run(at, customerId, serial, JSON.stringify(body));
    },
    waiting: (limit: number): readonly OutboundMessage[] => waiting.all(limit).map(toMessage),
    markTaken: (id: number, at: Instant) => taken.run(at, id),
  };
}

function toMessage({ body, phone, email, language, ...row }: WaitingRow): OutboundMessage {
  const { phone: sentTo, ...parsed } = JSON.parse(body) as OutboundMessage['body'] & { phone?: string };
  return { ...row, phone: sentTo ?? phone, email, language: language ?? 'pl', body: parsed as OutboundMessage['body'] };
}
