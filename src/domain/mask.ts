/** Personal data in lists: enough to recognise when the caller says it, not enough to read it out. */

/** `+48503405037` → `+48 ••• ••• 037`; shorter numbers keep their last three digits. */
export function maskPhone(e164: string): string {
  const ending = e164.slice(-3);
  return e164.startsWith('+48') ? `+48 ••• ••• ${ending}` : `${e164.slice(0, 3)} ••• ${ending}`;
}

/** `anna.nowak@example.org` → `an•••@example.org`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, Math.min(2, at))}•••${email.slice(at)}`;
}
