/** Column lists of the questions' SQL, named as the rows of `schema.ts` are. */

function list(table: string, columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, column]) => `${table}.${column} AS "${name}"`)
    .join(', ');
}

/** Of `accounts a`. */
export const ACCOUNT_COLUMNS = list('a', {
  id: 'id',
  customerId: 'customer_id',
  login: 'login',
  givenName: 'given_name',
  familyName: 'family_name',
  email: 'email',
  language: 'language',
  phone: 'phone',
  phoneKind: 'phone_kind',
  phoneUsableFrom: 'phone_usable_from',
  pendingPhoneChange: 'pending_phone_change',
  blockedAt: 'blocked_at',
  lastNoAt: 'last_no_at',
});

/** Of `certificates c`. */
export const CERTIFICATE_COLUMNS = list('c', {
  id: 'id',
  serial: 'serial',
  accountId: 'account_id',
  subject: 'subject',
  identity: 'identity',
  notBefore: 'not_before',
  notAfter: 'not_after',
  status: 'status',
  statusSince: 'status_since',
  pem: 'pem',
});

/** Of `activations v`. */
export const ACTIVATION_COLUMNS = list('v', {
  certificateId: 'certificate_id',
  status: 'status',
  since: 'since',
  lockCause: 'lock_cause',
  activatedAt: 'activated_at',
  consecutiveFailures: 'consecutive_failures',
  wrongOtps: 'wrong_otps',
  lifetimeFailures: 'lifetime_failures',
  attempts: 'attempts',
  generations: 'generations',
  generation: 'generation',
  lastTimeStep: 'last_time_step',
  qrState: 'qr_state',
  qrAt: 'qr_at',
  openCodeDigest: 'open_code_digest',
  previousCodeDigest: 'previous_code_digest',
  unlocks: 'unlocks',
  pendingApproval: 'pending_approval',
  freezeCause: 'freeze_cause',
  lastNoAt: 'last_no_at',
  dueAt: 'due_at',
});

/** Of `sms_attempts t`. */
export const ATTEMPT_COLUMNS = list('t', {
  number: 'number',
  phone: 'phone',
  requestedAt: 'requested_at',
  deadline: 'deadline',
  operator: 'operator',
  acceptedAt: 'accepted_at',
  deliveredAt: 'delivered_at',
  wrongEntries: 'wrong_entries',
  outcome: 'outcome',
  endedAt: 'ended_at',
  submittedAt: 'submitted_at',
  reportedAt: 'reported_at',
  rawState: 'raw_state',
  errorCode: 'error_code',
  failureCause: 'failure_cause',
  enteredAt: 'entered_at',
  counted: 'counted',
});
