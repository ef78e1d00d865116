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

/** How many colours the terminal has; none is said with glyphs and words alone. */
export const depths = ['none', 'sixteen', 'palette', 'full'] as const;
export type Depth = (typeof depths)[number];
/** What the terminal draws on; a ground that nobody told is met with colours that can be read on both. */
export const grounds = ['dark', 'light', 'unknown'] as const;
export type Ground = (typeof grounds)[number];

/** A meaning on one ground: SGR where there are sixteen colours, and a colour of the 256 where there are more. */
type Shade = readonly [sixteen: string, rgb: string | null, style?: string];

/**
 * Every rgb is one of the 256, and stands out from its ground by 4.5 to 1 or more (WCAG 2.2, 1.4.3), on the unknown
 * ground from black and from white; of the sixteen only those that do so in xterm's own palette.
 */
const shades: Readonly<Record<Exclude<Tone, 'plain' | 'training' | 'live'>, Readonly<Record<Ground, Shade>>>> = {
  strong: { dark: ['1', null, '1'], light: ['1', null, '1'], unknown: ['1', null, '1'] },
  accent: { dark: ['36', '#5fd7ff'], light: ['34', '#005f87'], unknown: ['', '#5f5fff'] },
  muted: { dark: ['37', '#8a8a8a'], light: ['', '#626262'], unknown: ['', '#767676'] },
  ok: { dark: ['32', '#5fd787'], light: ['', '#005f00'], unknown: ['', '#00875f'] },
  warning: { dark: ['33', '#ffd75f'], light: ['35', '#875f00'], unknown: ['1', null, '1'] },
  danger: { dark: ['91', '#ff5f5f'], light: ['31', '#af0000'], unknown: ['1', '#af5f5f', '1'] },
  selected: { dark: ['1;36', '#5fd7ff', '1'], light: ['1;34', '#005f87', '1'], unknown: ['1', '#5f5fff', '1'] },
};

/** The realm brings its own ground with it. */
const badges: Readonly<Record<'training' | 'live', readonly [sixteen: string, text: string, ground: string]>> = {
  training: ['30;43', '#000000', '#d7af00'],
  live: ['97;41', '#ffffff', '#af0000'],
};

export interface Look {
  readonly depth: Depth;
  readonly ground: Ground;
}

let sgr = sgrOf({ depth: 'sixteen', ground: 'dark' });

/** From now on everything is painted for this terminal. */
export function paintFor(look: Look): void {
  sgr = sgrOf(look);
}

/** NO_COLOR (https://no-color.org), FORCE_COLOR, COLORTERM and TERM, in this order. */
export function depthOf(env: Readonly<Record<string, string | undefined>>): Depth {
  const { NO_COLOR, FORCE_COLOR, COLORTERM, TERM = '' } = env;
  if (NO_COLOR || FORCE_COLOR === '0' || TERM === 'dumb') return 'none';
  const forced = { 1: 'sixteen', 2: 'palette', 3: 'full' } as const;
  if (FORCE_COLOR === '1' || FORCE_COLOR === '2' || FORCE_COLOR === '3') return forced[FORCE_COLOR];
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit') return 'full';
  return TERM.includes('256') ? 'palette' : 'sixteen';
}

/** Clean text in a tone. */
export function paint(tone: Tone, text: string): string {
  return sgr[tone] !== '' && text !== '' ? `\x1b[${sgr[tone]}m${text}\x1b[0m` : text;
}

/** The SGR parameters of each meaning in a look. */
export function sgrOf({ depth, ground }: Look): Readonly<Record<Tone, string>> {
  const none = depth === 'none';
  const shade = (tone: keyof typeof shades): string => {
    const [sixteen, rgb, style] = shades[tone][ground];
    if (none || depth === 'sixteen') return none ? '' : sixteen;
    return [style, rgb && colour(rgb, 38, depth)].filter(Boolean).join(';');
  };
  const badge = (realm: keyof typeof badges): string => {
    const [sixteen, text, behind] = badges[realm];
    if (none || depth === 'sixteen') return none ? '' : sixteen;
    return `${colour(text, 38, depth)};${colour(behind, 48, depth)}`;
  };
  return {
    plain: '',
    strong: shade('strong'),
    accent: shade('accent'),
    muted: shade('muted'),
    ok: shade('ok'),
    warning: shade('warning'),
    danger: shade('danger'),
    selected: shade('selected'),
    training: badge('training'),
    live: badge('live'),
  };
}

const LEVELS = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff];

/** As SGR: itself, or its place in the cube of 6×6×6 or the 24 greys. */
function colour(rgb: string, layer: 38 | 48, depth: 'palette' | 'full'): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  if (depth === 'full') return `${layer};2;${parts.join(';')}`;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => LEVELS.indexOf(part));
  const place = Math.min(red, green, blue) < 0 ? 232 + ((parts[0] ?? 8) - 8) / 10 : 16 + 36 * red + 6 * green + blue;
  return `${layer};5;${place}`;
}
