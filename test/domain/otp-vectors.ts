/** The secret of both RFCs: ASCII `12345678901234567890`. */
export const RFC_SECRET = new TextEncoder().encode('12345678901234567890');

/** RFC 4226, appendix D: HOTP values for counters 0 to 9. */
export const rfc4226 = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
] as const;

/** RFC 6238, appendix B, SHA-1: seconds since the epoch, time step, the eight digits. We use the last six. */
export const rfc6238 = [
  { seconds: 59, step: 0x1, totp: '94287082' },
  { seconds: 1_111_111_109, step: 0x23523ec, totp: '07081804' },
  { seconds: 1_111_111_111, step: 0x23523ed, totp: '14050471' },
  { seconds: 1_234_567_890, step: 0x273ef07, totp: '89005924' },
  { seconds: 2_000_000_000, step: 0x3f940aa, totp: '69279037' },
  { seconds: 20_000_000_000, step: 0x27bc86aa, totp: '65353130' },
] as const;
