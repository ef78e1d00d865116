import type { SimRefusal } from './answer.ts';

/** What portal, phone and computer have words for; the rest is support's business, or nothing that a subscriber meets. */
const seen = [
  'account-blocked',
  'account-unknown',
  'no-phone',
  'phone-too-new',
  'certificate-unknown',
  'certificate-not-valid',
  'activation-locked',
  'activation-frozen',
  'activation-disabled',
  'already-active',
  'too-soon',
  'too-many-codes',
  'code-to-old-number',
  'no-open-attempt',
  'code-malformed',
  'wrong-code',
  'attempt-failed',
  'no-secret',
  'qr-already-shown',
  'qr-expired',
  'qr-window-closed',
  'secret-unreadable',
  'clock-behind',
  'not-activated',
  'otp-malformed',
  'otp-wrong',
  'otp-already-used',
  'otp-of-old-secret',
  'otp-clock-off',
  'login-wrong',
  'not-logged-in',
  'not-on-screen',
  'phone-unknown',
  'phone-lost',
  'phone-off',
  'app-not-installed',
  'app-installed',
  'app-closed',
  'pin-malformed',
  'pin-mismatch',
  'pin-not-chosen',
  'pin-already-chosen',
  'pin-wrong',
  'no-app-entry',
  'no-qr-open',
  'qr-unreadable',
  'desktop-not-installed',
  'desktop-not-running',
  'desktop-logged-out',
  'desktop-installed',
  'desktop-running',
  'secure-doc-not-installed',
  'secure-doc-installed',
  'no-certificate-chosen',
  'document-unreadable',
  'signature-not-written',
  'signature-not-valid',
] as const satisfies readonly SimRefusal['code'][];

export type SeenRefusal =
  | Extract<SimRefusal, { readonly code: (typeof seen)[number] }>
  | { readonly code: 'unexpected' };

/** A refusal as a subscriber's machine can say it: `tellOnScreen(texts.machines.refusals, seenRefusal(refusal))`. */
export function seenRefusal(refusal: SimRefusal): SeenRefusal {
  return isSeen(refusal) ? refusal : { code: 'unexpected' };
}

function isSeen(refusal: SimRefusal): refusal is Extract<SeenRefusal, SimRefusal> {
  return (seen as readonly string[]).includes(refusal.code);
}
