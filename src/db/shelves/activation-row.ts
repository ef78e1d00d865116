import type { Activation, Counters, QrWindow, Secret, SupersededSecret } from '../../domain/activation.ts';
import type { AttemptRecord } from '../../domain/sms-attempt.ts';
import type { activations } from '../schema.ts';
import { damagedRow } from './damaged-row.ts';

export type ActivationRow = typeof activations.$inferSelect;

/** What stands beside an activation's row. */
export interface ActivationParts {
  readonly attempt: AttemptRecord | null;
  readonly secret: Secret | null;
  readonly superseded: readonly SupersededSecret[];
}

export interface SecretRow extends Secret {
  readonly supersededAt: number | null;
}

/** The secret in use and the superseded ones, each with what belongs to it and nothing else of its row. */
export function secretsFromRows(
  rows: readonly SecretRow[],
  inUse: number | null,
): Pick<ActivationParts, 'secret' | 'superseded'> {
  let secret: Secret | null = null;
  const superseded: SupersededSecret[] = [];
  for (const { generation, sealed, issuedAt, supersededAt } of rows) {
    if (supersededAt !== null) superseded.push({ generation, sealed, issuedAt, supersededAt });
    else if (generation === inUse) secret = { generation, sealed, issuedAt };
  }
  return { secret, superseded };
}

/** The state a row and its parts tell of. @throws when they contradict each other: then the file is damaged. */
export function activationFromRow(row: ActivationRow, { attempt, secret, superseded }: ActivationParts): Activation {
  const counters: Counters = {
    consecutiveFailures: row.consecutiveFailures,
    wrongOtps: row.wrongOtps,
    lifetimeFailures: row.lifetimeFailures,
    attempts: row.attempts,
    generations: row.generations,
    unlocks: JSON.parse(row.unlocks),
    superseded,
    pendingApproval: row.pendingApproval === null ? null : JSON.parse(row.pendingApproval),
    lastNoAt: row.lastNoAt,
    lastCodeDigest: row.openCodeDigest,
  };
  const { lastTimeStep } = row;
  switch (row.status) {
    case 'inactive':
      return { ...counters, status: 'inactive', secret };
    case 'awaiting_code': {
      const { number, phone, requestedAt, deadline, operator, acceptedAt, deliveredAt, wrongEntries } =
        required(attempt);
      const { rawState, errorCode } = required(attempt);
      const said = { operator, acceptedAt, deliveredAt, wrongEntries, rawState, errorCode };
      const digests = { codeDigest: required(row.openCodeDigest), previousDigest: row.previousCodeDigest };
      const open = { number, phone, requestedAt, deadline, ...said, ...digests };
      return { ...counters, status: 'awaiting_code', attempt: open, secret };
    }
    case 'awaiting_otp':
      return { ...counters, status: 'awaiting_otp', secret: required(secret), lastTimeStep, qr: qrOf(row) };
    case 'active': {
      const activatedAt = required(row.activatedAt);
      return { ...counters, status: 'active', secret: required(secret), lastTimeStep, activatedAt };
    }
    case 'locked': {
      const lockedAt = required(row.since);
      if (row.lockCause === 'sms') return { ...counters, status: 'locked', cause: 'sms', lockedAt, secret };
      const { activatedAt } = row;
      const kept = { secret: required(secret), lastTimeStep, activatedAt };
      return { ...counters, status: 'locked', cause: 'otp', lockedAt, ...kept };
    }
    case 'frozen':
      return {
        ...counters,
        status: 'frozen',
        frozenAt: required(row.since),
        cause: row.freezeCause ?? 'suspicion',
        secret,
      };
    case 'disabled':
      return { ...counters, status: 'disabled', disabledAt: required(row.since), secret };
    default:
      throw damagedRow();
  }
}

/** The row of a state; what a status does not know is null. */
export function activationToRow(certificateId: number, state: Activation, dueAt: number | null): ActivationRow {
  return {
    certificateId,
    status: state.status,
    since: sinceOf(state),
    lockCause: state.status === 'locked' ? state.cause : null,
    activatedAt: 'activatedAt' in state ? state.activatedAt : null,
    consecutiveFailures: state.consecutiveFailures,
    wrongOtps: state.wrongOtps,
    lifetimeFailures: state.lifetimeFailures,
    attempts: state.attempts,
    generations: state.generations,
    generation: state.secret?.generation ?? null,
    lastTimeStep: 'lastTimeStep' in state ? state.lastTimeStep : null,
    qrState: state.status === 'awaiting_otp' ? state.qr.state : null,
    qrAt: state.status === 'awaiting_otp' && state.qr.state !== 'unseen' ? state.qr.at : null,
    openCodeDigest: state.lastCodeDigest,
    previousCodeDigest: state.status === 'awaiting_code' ? state.attempt.previousDigest : null,
    unlocks: JSON.stringify(state.unlocks),
    pendingApproval: state.pendingApproval === null ? null : JSON.stringify(state.pendingApproval),
    freezeCause: state.status === 'frozen' ? state.cause : null,
    lastNoAt: state.lastNoAt,
    dueAt,
  };
}

function sinceOf(state: Activation): number | null {
  switch (state.status) {
    case 'inactive':
      return null;
    case 'awaiting_code':
      return state.attempt.requestedAt;
    case 'awaiting_otp':
      return state.secret.issuedAt;
    case 'active':
      return state.activatedAt;
    case 'locked':
      return state.lockedAt;
    case 'frozen':
      return state.frozenAt;
    case 'disabled':
      return state.disabledAt;
  }
}

function qrOf({ qrState, qrAt }: ActivationRow): QrWindow {
  const state = required(qrState);
  return state === 'unseen' ? { state } : { state, at: required(qrAt) };
}

function required<T>(value: T | null): T {
  if (value === null) throw damagedRow();
  return value;
}
