import type { Activation, ActivationFact, Counters, Secret } from './activation.ts';
import type { AttemptFact, OpenAttempt } from './sms-attempt.ts';

/** The activation after one more fact. Total: a fact that does not fit its status changes nothing. */
export function evolveActivation(state: Activation, fact: ActivationFact): Activation {
  switch (fact.type) {
    case 'sms-code-requested':
    case 'sms-receipt-recorded':
    case 'wrong-code-entered':
    case 'sms-attempt-ended':
      return evolveByAttempt(state, fact);
    case 'sms-attempt-excused':
      return {
        ...state,
        consecutiveFailures: Math.max(0, state.consecutiveFailures - 1),
        lifetimeFailures: Math.max(0, state.lifetimeFailures - 1),
      };
    case 'outage-lock-cleared':
      return state;
    case 'otp-secret-issued': {
      const { generation, sealed, at } = fact;
      return {
        ...supersede(countersOf(state), state.secret, at),
        generations: generation,
        status: 'awaiting_otp',
        secret: { generation, sealed, issuedAt: at },
        lastTimeStep: null,
        qr: { state: 'unseen' },
      };
    }
    case 'secret-qr-shown':
      return state.status === 'awaiting_otp' ? { ...state, qr: { state: 'shown', at: fact.at } } : state;
    case 'qr-window-closed':
      return state.status === 'awaiting_otp' ? { ...state, qr: { state: 'closed', at: fact.at } } : state;
    case 'activation-proven': {
      if (state.status !== 'awaiting_otp') return state;
      const { secret } = state;
      const counters = { ...countersOf(state), wrongOtps: 0 };
      return { ...counters, status: 'active', secret, lastTimeStep: fact.timeStep, activatedAt: fact.at };
    }
    case 'document-signed':
      return state.status === 'active' ? { ...state, wrongOtps: 0, lastTimeStep: fact.timeStep } : state;
    case 'otp-refused':
      return { ...state, wrongOtps: state.wrongOtps + 1, lifetimeFailures: state.lifetimeFailures + 1 };
    case 'activation-locked':
      return lock(state, fact.cause, fact.at);
    case 'activation-disabled':
      return { ...countersOf(state), status: 'disabled', disabledAt: fact.at, secret: state.secret };
    case 'activation-frozen':
      return {
        ...countersOf(state),
        status: 'frozen',
        frozenAt: fact.at,
        cause: fact.cause ?? 'suspicion',
        secret: state.secret,
      };
    case 'activation-unlocked':
      return unlock(state, fact);
    case 'activation-reset':
      return {
        ...supersede(countersOf(state), state.secret, fact.at),
        consecutiveFailures: 0,
        wrongOtps: 0,
        lifetimeFailures: 0,
        pendingApproval: null,
        lastCodeDigest: null,
        status: 'inactive',
        secret: null,
      };
    case 'approval-requested': {
      const { type: _type, at: _at, ...pendingApproval } = fact;
      return { ...state, pendingApproval };
    }
    case 'approval-begun':
      return state.pendingApproval
        ? { ...state, pendingApproval: { ...state.pendingApproval, firstYesBy: fact.by } }
        : state;
    case 'approval-granted':
    case 'approval-lapsed':
      return { ...state, pendingApproval: null };
    case 'approval-rejected':
      return { ...state, pendingApproval: null, lastNoAt: fact.at };
    case 'call-aborted':
    case 'not-me-reported':
      return { ...state, lastNoAt: fact.at };
    case 'superseded-secret-wiped':
      return { ...state, superseded: state.superseded.filter((s) => s.generation !== fact.generation) };
  }
}

function evolveByAttempt(state: Activation, fact: Exclude<AttemptFact, { type: 'sms-attempt-excused' }>): Activation {
  if (fact.type === 'sms-code-requested') return begin(state, fact);
  if (state.status !== 'awaiting_code' || state.attempt.number !== fact.number) return state;
  switch (fact.type) {
    case 'sms-receipt-recorded':
      return { ...state, attempt: withReceipt(state.attempt, fact) };
    case 'wrong-code-entered':
      return { ...state, attempt: { ...state.attempt, wrongEntries: state.attempt.wrongEntries + 1 } };
    case 'sms-attempt-ended': {
      const counters = countersOf(state);
      const { secret } = state;
      if (fact.outcome === 'confirmed') return { ...counters, consecutiveFailures: 0, status: 'inactive', secret };
      if (!fact.counted) return { ...counters, status: 'inactive', secret };
      return {
        ...counters,
        consecutiveFailures: counters.consecutiveFailures + 1,
        lifetimeFailures: counters.lifetimeFailures + 1,
        status: 'inactive',
        secret,
      };
    }
  }
}

function begin(state: Activation, fact: Extract<AttemptFact, { type: 'sms-code-requested' }>): Activation {
  const { number, phone, at, deadline, codeDigest } = fact;
  const attempt: OpenAttempt = {
    number,
    phone,
    requestedAt: at,
    deadline,
    codeDigest,
    previousDigest: state.lastCodeDigest,
    operator: null,
    acceptedAt: null,
    deliveredAt: null,
    wrongEntries: 0,
    rawState: null,
    errorCode: null,
  };
  const counters = { ...countersOf(state), attempts: number, lastCodeDigest: codeDigest };
  return { ...counters, status: 'awaiting_code', attempt, secret: state.secret };
}

function withReceipt(
  attempt: OpenAttempt,
  { at, receipt }: Extract<AttemptFact, { type: 'sms-receipt-recorded' }>,
): OpenAttempt {
  const { operator } = receipt;
  switch (receipt.state) {
    case 'accepted':
    case 'submitted':
      return { ...attempt, operator, acceptedAt: attempt.acceptedAt ?? at };
    case 'held':
    case 'delivered': {
      const deliveredAt = receipt.state === 'delivered' ? at : attempt.deliveredAt;
      const said = { rawState: receipt.raw, errorCode: receipt.error };
      return { ...attempt, operator, acceptedAt: attempt.acceptedAt ?? at, deliveredAt, ...said };
    }
    case 'failed':
      return { ...attempt, operator, rawState: receipt.raw, errorCode: receipt.error };
  }
}

function lock(state: Activation, cause: 'sms' | 'otp', lockedAt: number): Activation {
  const counters = countersOf(state);
  if (cause === 'sms') return { ...counters, status: 'locked', cause, lockedAt, secret: state.secret };
  if (state.status !== 'awaiting_otp' && state.status !== 'active') return state;
  const { secret, lastTimeStep } = state;
  const activatedAt = state.status === 'active' ? state.activatedAt : null;
  return { ...counters, status: 'locked', cause, lockedAt, secret, lastTimeStep, activatedAt };
}

/** Clears the counter it names and nothing else; the secret stays. */
function unlock(state: Activation, fact: Extract<ActivationFact, { type: 'activation-unlocked' }>): Activation {
  if (state.status !== 'locked') return state;
  const unlocks = [...state.unlocks, { at: fact.at, approved: fact.approved }];
  if (state.cause === 'sms') {
    return { ...countersOf(state), unlocks, consecutiveFailures: 0, status: 'inactive', secret: state.secret };
  }
  const { secret, lastTimeStep, activatedAt } = state;
  const kept = { ...countersOf(state), unlocks, wrongOtps: 0, secret, lastTimeStep };
  return activatedAt === null
    ? { ...kept, status: 'awaiting_otp', qr: { state: 'closed', at: fact.at } }
    : { ...kept, status: 'active', activatedAt };
}

function supersede(counters: Counters, secret: Secret | null, supersededAt: number): Counters {
  if (!secret) return counters;
  return { ...counters, superseded: [...counters.superseded, { ...secret, supersededAt }] };
}

function countersOf(state: Activation): Counters {
  const { consecutiveFailures, wrongOtps, lifetimeFailures, attempts, generations } = state;
  const { unlocks, superseded, pendingApproval, lastNoAt, lastCodeDigest } = state;
  return {
    consecutiveFailures,
    wrongOtps,
    lifetimeFailures,
    attempts,
    generations,
    unlocks,
    superseded,
    pendingApproval,
    lastNoAt,
    lastCodeDigest,
  };
}
