/** Sentences a trainee can say. Good and bad ones stand among each other, as they come to mind. */
export const sayings = [
  'greeting',
  'why-verify',
  'ask-sms-code',
  'understanding',
  'advice',
  'read-out-data',
  'stay-on-line',
  'ask-password',
  'outage-known',
  'promise',
  'keep-codes-secret',
  'ask-otp',
  'no-verification-needed',
  'supervisor-decides',
  'ask-pin',
] as const;
export type Saying = (typeof sayings)[number];

/** Why a sentence must not be said; null for a good one. Data may be spoken of once the caller is verified. */
export type Harm = 'asks-for-a-secret' | 'promises' | 'discloses' | 'skips-verification';

const harms: Readonly<Partial<Record<Saying, Harm>>> = {
  'ask-sms-code': 'asks-for-a-secret',
  'ask-otp': 'asks-for-a-secret',
  'ask-pin': 'asks-for-a-secret',
  'ask-password': 'asks-for-a-secret',
  promise: 'promises',
  'read-out-data': 'discloses',
  'no-verification-needed': 'skips-verification',
};

export function harmOf(saying: Saying, verified: boolean): Harm | null {
  const harm = harms[saying] ?? null;
  return harm === 'discloses' && verified ? null : harm;
}
