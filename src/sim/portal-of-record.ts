import type { Instant } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { CertificateView } from '../domain/read-models.ts';
import type { PortalScreen, Wall } from './machines.ts';

/**
 * What the portal shows of a certificate, from the record alone. `drawn` gives the QR that was shown at a moment, for
 * whoever may see it; null when that window is gone.
 */
export function portalOfRecord(
  { certificate, activation, attempts }: CertificateView,
  { sms, otp }: Pick<Policy, 'sms' | 'otp'>,
  drawn: (shownAt: Instant) => readonly string[] | null,
): PortalScreen {
  const { serial } = certificate;
  switch (activation.status) {
    case 'inactive': {
      const { consecutiveFailures: failures } = activation;
      return { on: 'qr-code', serial, last: attempts[0] ?? null, failures, limit: sms.failuresToLock, refusal: null };
    }
    case 'awaiting_code': {
      const { phone, requestedAt, deadline, wrongEntries } = activation.attempt;
      return {
        on: 'enter-code',
        serial,
        phone,
        requestedAt,
        deadline,
        resendFrom: requestedAt + sms.resendNotBefore,
        entriesLeft: sms.wrongEntriesPerCode - wrongEntries,
        refusal: null,
      };
    }
    case 'awaiting_otp': {
      const { qr } = activation;
      if (qr.state === 'unseen') return { on: 'confirmed', serial, refusal: null };
      const lines = qr.state === 'shown' ? drawn(qr.at) : null;
      if (lines === null) return { on: 'window-closed', serial, refusal: null };
      return { on: 'secret', serial, lines, until: qr.at + otp.qrVisible };
    }
    case 'active':
      return { on: 'active', serial, since: activation.activatedAt, refusal: null };
    case 'locked':
    case 'frozen':
    case 'disabled':
      return { on: 'contact-support', serial, wall: wallOf(activation) };
  }
}

function wallOf(
  activation: Extract<CertificateView['activation'], { status: 'locked' | 'frozen' | 'disabled' }>,
): Wall {
  switch (activation.status) {
    case 'locked':
      return activation.cause === 'sms'
        ? { why: 'sms', failures: activation.consecutiveFailures }
        : { why: 'otp', failures: activation.wrongOtps };
    case 'frozen':
      return { why: 'frozen' };
    case 'disabled':
      return { why: 'disabled', failures: activation.lifetimeFailures };
  }
}
