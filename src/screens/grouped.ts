/** A serial number in groups of four, as one reads it aloud. */
export function grouped(serial: string): string {
  return serial.replace(/(.{4})(?=.)/g, '$1 ');
}

/** `+48503405037` → `+48 503 405 037`: as one dials it. */
export function spacedPhone(e164: string): string {
  return e164.startsWith('+48') ? e164.replace(/^\+48(\d{3})(\d{3})(\d+)$/, '+48 $1 $2 $3') : e164;
}
