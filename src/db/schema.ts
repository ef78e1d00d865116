import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { rawStates, receiptCauses } from '../domain/receipt.ts';

/** Installation facts: realm, installation id, when it was made; in training also the clock. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Accounts. The folded and reversed columns serve the search (see `search.ts`); instants are epoch milliseconds everywhere. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer().primaryKey(),
    customerId: text('customer_id').notNull(),
    login: text().notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    email: text().notNull(),
    language: text().notNull(),
    phone: text(),
    phoneKind: text('phone_kind', { enum: ['mobile', 'landline', 'unknown'] }),
    phoneUsableFrom: integer('phone_usable_from').notNull(),
    pendingPhoneChange: text('pending_phone_change'),
    blockedAt: integer('blocked_at'),
    lastNoAt: integer('last_no_at'),
    familyFolded: text('family_folded').notNull(),
    givenFolded: text('given_folded').notNull(),
    phoneReversed: text('phone_reversed'),
  },
  (table) => [
    uniqueIndex('accounts_customer_id').on(table.customerId),
    index('accounts_family').on(table.familyFolded, table.givenFolded),
    index('accounts_given').on(table.givenFolded, table.familyFolded),
    index('accounts_email').on(table.email),
    index('accounts_phone').on(table.phone),
    index('accounts_phone_reversed').on(table.phoneReversed),
    index('accounts_phone_change').on(table.customerId).where(sql`pending_phone_change IS NOT NULL`),
  ],
);

export const certificates = sqliteTable(
  'certificates',
  {
    id: integer().primaryKey(),
    serial: text().notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    subject: text().notNull(),
    identity: text(),
    notBefore: integer('not_before').notNull(),
    notAfter: integer('not_after').notNull(),
    status: text({ enum: ['valid', 'suspended', 'revoked'] }).notNull(),
    statusSince: integer('status_since').notNull(),
    pem: text(),
  },
  (table) => [
    uniqueIndex('certificates_serial').on(table.serial),
    index('certificates_account').on(table.accountId),
    index('certificates_valid_until').on(table.notAfter).where(sql`status = 'valid'`),
    index('certificates_suspended').on(table.statusSince).where(sql`status = 'suspended'`),
  ],
);

/** One row for each certificate whose activation was ever touched; no row means `inactive` with clean counters. */
export const activations = sqliteTable(
  'activations',
  {
    certificateId: integer('certificate_id')
      .primaryKey()
      .references(() => certificates.id, { onDelete: 'restrict' }),
    status: text({
      enum: ['inactive', 'awaiting_code', 'awaiting_otp', 'active', 'locked', 'frozen', 'disabled'],
    }).notNull(),
    /** When this status began, as far as the status knows: request, lock, freeze, activation. */
    since: integer(),
    lockCause: text('lock_cause', { enum: ['sms', 'otp'] }),
    activatedAt: integer('activated_at'),
    consecutiveFailures: integer('consecutive_failures').notNull(),
    wrongOtps: integer('wrong_otps').notNull(),
    lifetimeFailures: integer('lifetime_failures').notNull(),
    attempts: integer().notNull(),
    generations: integer().notNull(),
    /** Generation of the secret in use; its sealed bytes are in `otp_secrets`. */
    generation: integer(),
    lastTimeStep: integer('last_time_step'),
    qrState: text('qr_state', { enum: ['unseen', 'shown', 'closed'] }),
    qrAt: integer('qr_at'),
    /** Of the newest code, whether its attempt is still open or not. */
    openCodeDigest: text('open_code_digest'),
    /** Of the code before the open attempt's. */
    previousCodeDigest: text('previous_code_digest'),
    unlocks: text().notNull(),
    pendingApproval: text('pending_approval'),
    freezeCause: text('freeze_cause', { enum: ['suspicion', 'aborted-call', 'not-me'] }),
    lastNoAt: integer('last_no_at'),
    /** The next moment at which time alone changes something; null when nothing is due. */
    dueAt: integer('due_at'),
  },
  (table) => [
    index('activations_locked').on(table.lockCause, table.since).where(sql`status = 'locked'`),
    index('activations_waiting').on(table.since).where(sql`status = 'awaiting_code'`),
    index('activations_frozen').on(table.since).where(sql`status = 'frozen'`),
    index('activations_pending').on(table.certificateId).where(sql`pending_approval IS NOT NULL`),
    index('activations_due').on(table.dueAt).where(sql`due_at IS NOT NULL`),
  ],
);

export const smsAttempts = sqliteTable(
  'sms_attempts',
  {
    certificateId: integer('certificate_id')
      .notNull()
      .references(() => certificates.id, { onDelete: 'restrict' }),
    number: integer().notNull(),
    phone: text().notNull(),
    requestedAt: integer('requested_at').notNull(),
    deadline: integer().notNull(),
    operator: text(),
    acceptedAt: integer('accepted_at'),
    deliveredAt: integer('delivered_at'),
    wrongEntries: integer('wrong_entries').notNull(),
    outcome: text({ enum: ['confirmed', 'not_delivered', 'expired', 'wrong_code', 'superseded'] }),
    endedAt: integer('ended_at'),
    failureCause: text('failure_cause', { enum: receiptCauses }),
    counted: integer({ mode: 'boolean' }).notNull(),
    submittedAt: integer('submitted_at'),
    reportedAt: integer('reported_at'),
    rawState: text('raw_state', { enum: rawStates }),
    errorCode: integer('error_code'),
    enteredAt: integer('entered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.certificateId, table.number] }),
    index('sms_attempts_phone').on(table.phone, table.requestedAt),
    index('sms_attempts_operator').on(table.operator, table.requestedAt),
  ],
);

export const otpSecrets = sqliteTable(
  'otp_secrets',
  {
    certificateId: integer('certificate_id')
      .notNull()
      .references(() => certificates.id, { onDelete: 'restrict' }),
    generation: integer().notNull(),
    sealed: text().notNull(),
    issuedAt: integer('issued_at').notNull(),
    supersededAt: integer('superseded_at'),
  },
  (table) => [primaryKey({ columns: [table.certificateId, table.generation] })],
);

export const supportCases = sqliteTable(
  'support_cases',
  {
    caseId: text('case_id').primaryKey(),
    ticket: text().notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'restrict' }),
    agentId: text('agent_id').notNull(),
    /** The caller's own. */
    words: text().notNull().default(''),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
    verification: text().notNull(),
    handOver: text('hand_over'),
  },
  (table) => [
    index('support_cases_account').on(table.accountId, table.openedAt),
    index('support_cases_open').on(table.openedAt).where(sql`closed_at IS NULL`),
    index('support_cases_agent').on(table.agentId, table.openedAt).where(sql`closed_at IS NULL`),
  ],
);

export const agents = sqliteTable('agents', {
  agentId: text('agent_id').primaryKey(),
  name: text().notNull(),
  role: text({ enum: ['agent', 'supervisor', 'trainer', 'auditor'] }).notNull(),
  passwordHash: text('password_hash'),
  ownCustomerId: text('own_customer_id'),
  failures: integer().notNull(),
  status: text({ enum: ['enabled', 'locked', 'disabled'] }).notNull(),
  statusSince: integer('status_since').notNull(),
  /** Filters the agent has saved (JSON). */
  filters: text().notNull().default('[]'),
});

/** Mobile operators that were ever out; `outage_until` is null while the outage lasts. */
export const operators = sqliteTable('operators', {
  operator: text().primaryKey(),
  outageFrom: integer('outage_from').notNull(),
  outageUntil: integer('outage_until'),
  /** A bulk unlock that is asked for or approved, with its list (JSON). */
  bulkUnlock: text('bulk_unlock'),
});

/** Messages waiting to leave; the code of an SMS is erased from `body` once it is handed over. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    createdAt: integer('created_at').notNull(),
    customerId: text('customer_id').notNull(),
    serial: text(),
    body: text().notNull(),
    takenAt: integer('taken_at'),
    /** What "this was not me" is answered with; null for codes. */
    reference: text(),
  },
  (table) => [
    index('outbox_waiting').on(table.id).where(sql`taken_at IS NULL`),
    index('outbox_reference').on(table.reference, table.customerId).where(sql`reference IS NOT NULL`),
  ],
);

/** Append-only (triggers refuse UPDATE and DELETE); every entry carries the hash of the one before. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    command: text().notNull(),
    customerId: text('customer_id'),
    serial: text(),
    caseId: text('case_id'),
    ticket: text(),
    reason: text(),
    note: text(),
    verdict: text({ enum: ['done', 'refused'] }).notNull(),
    refusal: text(),
    facts: text().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('audit_log_customer').on(table.customerId, table.seq).where(sql`customer_id IS NOT NULL`),
    index('audit_log_serial').on(table.serial, table.seq).where(sql`serial IS NOT NULL`),
    index('audit_log_case').on(table.caseId, table.seq).where(sql`case_id IS NOT NULL`),
    index('audit_log_agent').on(table.actorId, table.seq).where(sql`actor_kind IN ('agent', 'administrator')`),
    index('audit_log_command')
      .on(table.command, table.seq)
      .where(sql`command NOT IN ('seed-subscriber', 'import-record')`),
    index('audit_log_refused').on(table.seq).where(sql`verdict = 'refused'`),
    index('audit_log_at').on(table.at, table.seq),
    index('audit_log_approvals').on(table.at).where(sql`command IN ('approve-request', 'approve-phone-change')`),
  ],
);

/** Signed heads of the audit chain (Ed25519). */
export const auditCheckpoints = sqliteTable('audit_checkpoints', {
  seq: integer().primaryKey(),
  hash: text().notNull(),
  at: integer().notNull(),
  signature: text().notNull(),
});

/** The simulated outside of a training database; values are sealed. Empty in live. */
export const world = sqliteTable(
  'world',
  {
    shelf: text().notNull(),
    key: text().notNull(),
    position: integer().notNull(),
    value: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shelf, table.key, table.position] }),
    index('world_due').on(table.shelf, table.position),
  ],
);
