import { createCipheriv, createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

const LOG_COLUMNS =
  'seq, at, actor_kind, actor_id, command, customer_id, serial, case_id, ticket, reason, note, verdict, refusal, facts, prev_hash, hash';

/**
 * The rival of the activation benchmark: the statements of one whole activation, written straight onto better-sqlite3,
 * with the same cryptography and an audit chain, but without rules, types or shelves.
 */
export function rawActivation(db: Database.Database) {
  const certificate = db.prepare(
    'SELECT c.*, a.customer_id AS customerId FROM certificates c JOIN accounts a ON a.id = c.account_id WHERE c.serial = ?',
  );
  const account = db.prepare('SELECT * FROM accounts WHERE customer_id = ?');
  const activation = db.prepare('SELECT * FROM activations WHERE certificate_id = ?');
  const attempt = db.prepare('SELECT * FROM sms_attempts WHERE certificate_id = ? AND number = ?');
  const secrets = db.prepare('SELECT * FROM otp_secrets WHERE certificate_id = ?');
  const outages = db.prepare('SELECT * FROM operators');
  const codes = db.prepare('SELECT count(*), min(requested_at) FROM sms_attempts WHERE phone = ? AND requested_at > ?');
  const upsert = db.prepare(
    `INSERT OR REPLACE INTO activations (certificate_id, status, since, consecutive_failures, wrong_otps, lifetime_failures,
       attempts, generations, generation, last_time_step, qr_state, qr_at, open_code_digest, unlocks, due_at)
     VALUES (?, ?, ?, 0, 0, 0, 1, ?, ?, ?, ?, ?, ?, '[]', ?)`,
  );
  const insertAttempt = db.prepare(
    `INSERT INTO sms_attempts (certificate_id, number, phone, requested_at, deadline, wrong_entries, counted)
     VALUES (?, 1, ?, ?, ?, 0, 1)`,
  );
  const updateAttempt = db.prepare(
    `UPDATE sms_attempts SET operator = 'Play', accepted_at = :now, submitted_at = :now, delivered_at = :now, reported_at = :now,
       raw_state = 'DELIVRD', error_code = 0, outcome = :outcome, ended_at = :ended, entered_at = :ended
     WHERE certificate_id = :id AND number = 1`,
  );
  const insertSecret = db.prepare(
    'INSERT INTO otp_secrets (certificate_id, generation, sealed, issued_at) VALUES (?, 1, ?, ?)',
  );
  const insertOutbox = db.prepare('INSERT INTO outbox (created_at, customer_id, serial, body) VALUES (?, ?, ?, ?)');
  const head = db.prepare('SELECT seq, hash, at FROM audit_log ORDER BY seq DESC LIMIT 1');
  const log = db.prepare(
    `INSERT INTO audit_log (${LOG_COLUMNS}) VALUES (?, ?, 'subscriber', ?, ?, ?, ?, NULL, NULL, NULL, NULL, 'done', NULL, ?, ?, ?)`,
  );
  const key = createSecretKey(randomBytes(32));
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  const immediate = <T>(body: () => T) => db.transaction(body).immediate();

  const load = (serial: string) => {
    const row = certificate.get(serial) as { id: number; customerId: string };
    const { phone } = account.get(row.customerId) as { phone: string };
    activation.get(row.id);
    outages.all();
    return { ...row, phone };
  };
  const write = (serial: string, customerId: string, now: number, facts: unknown, command: string) => {
    const last = (head.get() ?? { seq: 0, hash: '' }) as { seq: number; hash: string };
    const text = JSON.stringify(facts);
    const row = [last.seq + 1, now, 'subscriber', customerId, command, customerId, serial, text];
    const hash = createHash('sha256')
      .update(`${last.hash}\n${JSON.stringify(row)}`)
      .digest('hex');
    log.run(last.seq + 1, now, customerId, command, customerId, serial, text, last.hash, hash);
  };
  const seal = (secret: Uint8Array) => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12), { authTagLength: 16 });
    return Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  };

  return (serial: string, now: number) => {
    immediate(() => {
      const { id, customerId, phone } = load(serial);
      codes.get(phone, now - 86_400_000);
      const codeDigest = digest('123456');
      upsert.run(id, 'awaiting_code', now, 0, null, null, null, null, codeDigest, now + 300_001);
      insertAttempt.run(id, phone, now, now + 300_000);
      insertOutbox.run(now, customerId, serial, JSON.stringify({ kind: 'sms-code', code: '123456', phone }));
      write(
        serial,
        customerId,
        now,
        [{ on: 'activation', id: serial, type: 'sms-code-requested', at: now, phone }],
        'request-sms-code',
      );
    });
    immediate(() => {
      const { id, customerId } = load(serial);
      attempt.get(id, 1);
      updateAttempt.run({ now, outcome: null, ended: null, id });
      upsert.run(id, 'awaiting_code', now, 0, null, null, null, null, 'x', now + 300_001);
      write(
        serial,
        customerId,
        now,
        [{ on: 'activation', id: serial, type: 'sms-receipt-recorded', at: now }],
        'record-sms-receipt',
      );
    });
    immediate(() => {
      const { id, customerId } = load(serial);
      attempt.get(id, 1);
      digest('123456');
      insertSecret.run(id, seal(randomBytes(20)), now);
      updateAttempt.run({ now, outcome: 'confirmed', ended: now, id });
      upsert.run(id, 'awaiting_otp', now, 1, 1, null, 'unseen', null, null, now + 300_000);
      write(
        serial,
        customerId,
        now,
        [
          { on: 'activation', id: serial, type: 'sms-attempt-ended', at: now },
          { on: 'activation', id: serial, type: 'otp-secret-issued', at: now },
        ],
        'confirm-code',
      );
    });
    for (const command of ['show-secret-qr', 'sign-document']) {
      immediate(() => {
        const { id, customerId } = load(serial);
        secrets.all(id);
        if (command === 'sign-document') digest('otp');
        upsert.run(
          id,
          command === 'sign-document' ? 'active' : 'awaiting_otp',
          now,
          1,
          1,
          null,
          'shown',
          now,
          null,
          null,
        );
        write(serial, customerId, now, [{ on: 'activation', id: serial, type: command, at: now }], command);
      });
    }
  };
}
