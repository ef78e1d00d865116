/** What a colour means; screens name meanings, never colours. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'accent'
  | 'muted'
  | 'ok'
  | 'warning'
  | 'danger'
  | 'selected'
  | 'training'
  | 'live';

/** SGR of each meaning: the terminal's own sixteen colours, so that they fit its theme, dark or light. */
const sgr: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  accent: '36',
  muted: '90',
  ok: '32',
  warning: '33',
  danger: '31',
  selected: '1;36',
  training: '30;43',
  live: '97;41',
};

let colours = true;

/** Without colour every state still has its glyph and its word. */
export function switchColours(wanted: boolean): void {
  colours = wanted;
}

/** NO_COLOR (https://no-color.org), FORCE_COLOR=0 and dumb terminals get none. */
export function coloursWanted(env: Readonly<Record<string, string | undefined>>): boolean {
  return !env['NO_COLOR'] && env['FORCE_COLOR'] !== '0' && env['TERM'] !== 'dumb';
}

/** Clean text in a tone. */
export function paint(tone: Tone, text: string): string {
  return colours && sgr[tone] !== '' && text !== '' ? `\x1b[${sgr[tone]}m${text}\x1b[0m` : text;
}
