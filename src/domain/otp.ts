import { generateSync, verifySync } from 'otplib';
import type { Instant } from './ids.ts';
import type { Policy } from './policy.ts';

/** What a one-time code turned out to be. */
export type OtpCheck =
  | { readonly verdict: 'right'; readonly timeStep: number }
  | { readonly verdict: 'used' }
  | { readonly verdict: 'clock-off'; readonly steps: number }
  | { readonly verdict: 'wrong' };

const sixDigits = /^[0-9]{6}$/;

/** Exactly six ASCII digits; anything re-formatted is not an OTP. */
export function isOtp(raw: string): boolean {
  return sixDigits.test(raw);
}

/** TOTP time step of an instant (RFC 6238, 4.2). */
export function timeStepOf(at: Instant, policy: Policy['otp']): number {
  return Math.floor(at / 1000 / policy.periodSeconds);
}

/** The code an authenticator shows for this secret at this moment. */
export function otpAt(secret: Uint8Array, at: Instant, policy: Policy['otp']): string {
  return generateSync({
    secret,
    epoch: Math.floor(at / 1000),
    period: policy.periodSeconds,
    digits: policy.digits,
    algorithm: policy.algorithm,
  });
}

/**
 * Checks a well-formed code against a secret (RFC 6238, 5.2): one step either side, each step once (`lastTimeStep`).
 * A code that would be right further off is explained as a clock that is off, and still wrong; the one that was used last,
 * typed again later, as used.
 */
export function checkOtp(
  secret: Uint8Array,
  token: string,
  at: Instant,
  lastTimeStep: number | null,
  policy: Policy['otp'],
): OtpCheck {
  const current = timeStepOf(at, policy);
  const found = stepOf(secret, token, at, policy.windowSteps, policy);
  if (found !== null) {
    return lastTimeStep !== null && found <= lastTimeStep ? { verdict: 'used' } : { verdict: 'right', timeStep: found };
  }
  const far = stepOf(secret, token, at, policy.explainSteps, policy);
  if (far === null) return { verdict: 'wrong' };
  return far === lastTimeStep ? { verdict: 'used' } : { verdict: 'clock-off', steps: far - current };
}

function stepOf(secret: Uint8Array, token: string, at: Instant, steps: number, policy: Policy['otp']): number | null {
  const answer = verifySync({
    secret,
    token,
    epoch: Math.floor(at / 1000),
    epochTolerance: steps * policy.periodSeconds,
    period: policy.periodSeconds,
    digits: policy.digits,
    algorithm: policy.algorithm,
  });
  return answer.valid && 'timeStep' in answer ? answer.timeStep : null;
}
