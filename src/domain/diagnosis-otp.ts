import type { OtpRefusal } from './activation.ts';
import type { Cause, Confidence, Evidence, Finding, Known } from './diagnosis.ts';
import { factsSince } from './diagnosis-history.ts';
import type { Rule } from './diagnosis-rules.ts';
import { SECOND } from './ids.ts';

/** A first OTP that is wrong twice was not mistyped: it comes from something else; and so does one that is wrong again and again. */
const WRONG_FROM_THE_START = 2;
const WRONG_AGAIN = 3;

/** What happens between the QR and the signature. */
export const otpRules: readonly Rule[] = [
  windowClosed,
  notScanned,
  (known) => refused(known, 'clock-off', 'phone-clock-off', ['old-app-entry', 'wrong-app', 'otp-mistyped']),
  (known) => refused(known, 'used', 'otp-reused', ['wrong-app']),
  (known) => refused(known, 'old-secret', 'old-app-entry', ['wrong-app', 'otp-mistyped']),
  (known) => refused(known, 'other-certificate', 'other-certificate', ['wrong-app', 'otp-mistyped', 'old-app-entry']),
  plainlyWrong,
];

function windowClosed({ view: { activation } }: Known): Finding | null {
  if (activation.status !== 'awaiting_otp' || activation.qr.state !== 'closed') return null;
  // Scanned and not proven yet looks the same from here: only the caller can say what stands in the app.
  const confidence: Confidence = activation.wrongOtps === 0 ? 'likely' : 'possible';
  const evidence: Evidence = { what: 'qr', state: 'closed', since: activation.qr.at };
  return { cause: 'qr-window-closed', confidence, evidence: [evidence], rulesOut: [] };
}

function notScanned({ view: { activation } }: Known): Finding | null {
  if (activation.status !== 'awaiting_otp' || activation.qr.state === 'closed' || activation.wrongOtps > 0) return null;
  const { qr, secret } = activation;
  const since = qr.state === 'shown' ? qr.at : secret.issuedAt;
  return {
    cause: 'qr-not-scanned',
    confidence: 'likely',
    evidence: [{ what: 'qr', state: qr.state, since }],
    rulesOut: [],
  };
}

function refused(known: Known, cause: OtpRefusal, named: Cause, rulesOut: readonly Cause[]): Finding | null {
  const facts = refusalsInQuestion(known);
  const own = facts.filter((fact) => fact.cause === cause);
  const [last] = own;
  if (!last) return null;
  const otps: Evidence = { what: 'otps', cause, times: own.length, lastAt: last.at };
  const clock: readonly Evidence[] =
    last.steps === null ? [] : [{ what: 'clock', ahead: last.steps * known.policy.otp.periodSeconds * SECOND }];
  // What was refused last is what the caller sees.
  if (facts[0]?.cause !== cause) return { cause: named, confidence: 'possible', evidence: [otps, ...clock], rulesOut };
  // One code from the past may also have been typed too late; none comes from the future.
  const mayBeStale = cause === 'clock-off' && own.length === 1 && (last.steps ?? 0) < 0;
  return { cause: named, confidence: mayBeStale ? 'likely' : 'certain', evidence: [otps, ...clock], rulesOut };
}

/** Wrong once or twice although the activation was proven: mistyped. Otherwise another app, another entry, or a clock that is off by hours. */
function plainlyWrong(known: Known): Finding | null {
  const { activation } = known.view;
  const wrong = refusalsInQuestion(known).filter(({ cause }) => cause === 'wrong');
  const [last] = wrong;
  if (!last) return null;
  const proven = 'activatedAt' in activation && activation.activatedAt !== null;
  const evidence: Evidence = { what: 'otps', cause: 'wrong', times: wrong.length, lastAt: last.at };
  return wrong.length < (proven ? WRONG_AGAIN : WRONG_FROM_THE_START)
    ? { cause: 'otp-mistyped', confidence: 'possible', evidence: [evidence], rulesOut: [] }
    : { cause: 'wrong-app', confidence: 'likely', evidence: [evidence], rulesOut: [] };
}

/** Newest first, since something last went right. */
function refusalsInQuestion({ entries }: Known) {
  return factsSince(entries, 'otp-refused', [
    'document-signed',
    'otp-secret-issued',
    'activation-unlocked',
    'activation-reset',
  ]);
}
