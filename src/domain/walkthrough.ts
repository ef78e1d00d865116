import type { KnownAccount } from './account.ts';
import type { Activation } from './activation.ts';
import type { Instant } from './ids.ts';
import type { Policy } from './policy.ts';
import type { CertificateView } from './read-models.ts';
import type { AttemptRecord } from './sms-attempt.ts';

/** The way to a signature that works, as the caller walks it with the agent on the line. */
export const walkSteps = ['send-code', 'wait-for-sms', 'enter-code', 'show-qr', 'scan', 'prove', 'done'] as const;
export type WalkStep = (typeof walkSteps)[number];

/** Why the way is barred: support, or somebody else, has to act first. */
export type WalkBarrier = 'locked' | 'frozen' | 'disabled' | 'certificate' | 'account' | 'no-phone';

/** What the agent should notice without being told by the caller. */
export type WalkAlarm = 'stuck' | 'attempt-failed' | 'window-closed' | 'scanned-perhaps' | 'not-proven';

export type Walk =
  | {
      readonly on: 'way';
      readonly step: WalkStep;
      /** When this step began, as far as the record says. */
      readonly since: Instant | null;
      /** Until when the step can be done: the code's end, the window's end. */
      readonly until: Instant | null;
      readonly alarms: readonly WalkAlarm[];
    }
  | { readonly on: 'barrier'; readonly barrier: WalkBarrier }
  | { readonly on: 'barrier'; readonly barrier: 'phone-too-new'; readonly usableFrom: Instant };

export interface WalkRecord {
  readonly account: Pick<KnownAccount, 'status' | 'phone' | 'phoneUsableFrom'>;
  readonly certificate: Pick<CertificateView, 'status' | 'activation' | 'attempts'>;
  /** Whether the app holds the secret in use; null where nobody knows: only the simulated phone can tell. */
  readonly scanned: boolean | null;
  /** Since when the caller is on the line. */
  readonly calledAt: Instant;
}

/**
 * Where the caller stands. All of it follows from the record, so that it moves by itself with every real event, and
 * whoever takes the call over stands at the same step.
 */
export function walkOf(
  { account, certificate, scanned, calledAt }: WalkRecord,
  now: Instant,
  policy: Pick<Policy, 'otp' | 'support'>,
): Walk {
  const { activation, attempts, status } = certificate;
  if (account.status === 'blocked') return { on: 'barrier', barrier: 'account' };
  if (status !== 'valid') return { on: 'barrier', barrier: 'certificate' };
  switch (activation.status) {
    case 'locked':
    case 'frozen':
    case 'disabled':
      return { on: 'barrier', barrier: activation.status };
    case 'inactive':
      return beginning(activation);
    case 'awaiting_code': {
      const { deliveredAt, requestedAt, deadline } = activation.attempt;
      return deliveredAt === null
        ? at('wait-for-sms', requestedAt, deadline)
        : at('enter-code', deliveredAt, deadline, activation.attempt.wrongEntries > 0 ? ['attempt-failed'] : []);
    }
    case 'awaiting_otp':
      return withSecret(activation);
    case 'active':
      return { on: 'way', step: 'done', since: activation.activatedAt, until: null, alarms: [] };
  }

  /** At the start again: a code can be asked for, if there is a number that takes one. */
  function beginning(inactive: Activation): Walk {
    const { phone, phoneUsableFrom } = account;
    if (phone === null) return { on: 'barrier', barrier: 'no-phone' };
    if (phoneUsableFrom > now) return { on: 'barrier', barrier: 'phone-too-new', usableFrom: phoneUsableFrom };
    return at('send-code', lastMoment(inactive, attempts), null, failedNow(inactive));
  }

  function withSecret({ qr, secret, wrongOtps }: Extract<Activation, { status: 'awaiting_otp' }>): Walk {
    if (qr.state === 'unseen') return at('show-qr', secret.issuedAt, secret.issuedAt + policy.otp.qrVisible);
    // An OTP, even a wrong one, comes from an app that has scanned something.
    if (scanned || wrongOtps > 0) return at('prove', qr.at, null, ['not-proven']);
    if (qr.state === 'closed') {
      return at('send-code', qr.at, null, [scanned === null ? 'scanned-perhaps' : 'window-closed']);
    }
    return at('scan', qr.at, qr.at + policy.otp.qrVisible);
  }

  function at(step: WalkStep, begun: Instant | null, until: Instant | null, own: readonly WalkAlarm[] = []): Walk {
    // A step without an end may have begun days ago, long before anybody called about it.
    const since = begun !== null && until === null ? Math.max(begun, calledAt) : begun;
    const stuck = since !== null && now - since >= policy.support.stuckAfter;
    return { on: 'way', step, since, until, alarms: stuck ? [...own, 'stuck'] : own };
  }
}

/** Since when nothing has happened on the way: the last attempt's end, or the unlock after it. */
function lastMoment({ unlocks }: Activation, [newest]: readonly AttemptRecord[]): Instant | null {
  const moments = [newest?.endedAt ?? null, unlocks.at(-1)?.at ?? null].filter((one) => one !== null);
  return moments.length > 0 ? Math.max(...moments) : null;
}

function failedNow({ consecutiveFailures }: Activation): readonly WalkAlarm[] {
  return consecutiveFailures > 0 ? ['attempt-failed'] : [];
}
