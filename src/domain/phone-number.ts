/** E.164 number and what the numbering plan says of it. */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline' | 'unknown';
}

export function isE164(text: string): boolean {
  return /^\+[1-9][0-9]{6,14}$/.test(text);
}

/** A number that is written in E.164 already; of its kind nothing is known. */
export function plainPhone(text: string): Phone | null {
  const e164 = text.trim();
  return isE164(e164) ? { e164, kind: 'unknown' } : null;
}
