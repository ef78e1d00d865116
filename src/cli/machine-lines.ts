/** A machine's screen in words, for a terminal or a pipe. */
export type Lines = readonly string[];

export function button(label: string): string {
  return `[ ${label} ]`;
}

export function buttons(...labels: readonly string[]): string {
  return labels.map(button).join('  ');
}
