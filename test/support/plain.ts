const SGR = /\u001b\[[0-9;]*m/g;

/** A drawn line without its colours. */
export function plain(line: string): string {
  return line.replace(SGR, '');
}
