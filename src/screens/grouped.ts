/** A serial number in groups of four, as one reads it aloud. */
export function grouped(serial: string): string {
  return serial.replace(/(.{4})(?=.)/g, '$1 ');
}
