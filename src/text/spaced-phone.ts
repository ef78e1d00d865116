/** `+48503405037` → `+48 503 405 037`: as one dials it. */
export function spacedPhone(e164: string): string {
  return e164.startsWith('+48') ? e164.replace(/^\+48(\d{3})(\d{3})(\d+)$/, '+48 $1 $2 $3') : e164;
}
