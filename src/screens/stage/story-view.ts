import type { Instant } from '../../domain/ids.ts';
import type { Texts } from '../../text/en.ts';
import { type Cell, cell, line, wrap } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import type { Tone } from '../../ui/theme.ts';
import { captionOf, refusalOf } from './caption.ts';
import type { StageState } from './engine.ts';
import { freePlay } from './free-play.ts';
import { STORY_LINES } from './layout.ts';

interface Settings {
  readonly texts: Texts;
  readonly now: Instant;
  readonly width: number;
}

const BAR = 20;

/** The band under the panes: how it runs, what happened and why, what comes next. Always as many lines. */
export function storyLines(state: StageState, settings: Settings): readonly string[] {
  const { width } = settings;
  const rule = line([cell('─'.repeat(width), 'muted')], width);
  const lines = [
    rule,
    line(headCells(state, settings), width),
    ...happened(state, settings),
    ...coming(state, settings),
  ];
  return Array.from({ length: STORY_LINES }, (_, row) => lines[row] ?? '');
}

function headCells(
  { scenario, transport, beat, done, all, last }: StageState,
  { texts, now }: Settings,
): readonly Cell[] {
  const { story: say } = texts.stage;
  const { playing, speed } = transport;
  const broken = last?.asTold === false;
  const mode = [
    playing ? cell(` ▸ ${say.playing}`, 'ok') : cell(` ‖ ${say.paused}`, 'warning'),
    cell(` ×${speed}`, 'strong'),
  ];
  const title = cell(`   ${scenario.title[texts.language]}`, 'accent');
  if (scenario === freePlay) return [...mode, title];
  const full = Math.round((done / Math.max(1, all)) * BAR);
  const bar = [
    cell(`  ${'━'.repeat(full)}`, broken ? 'danger' : 'ok'),
    cell('╌'.repeat(BAR - full), 'muted'),
    cell(`  ${say.step(done, all)}`),
  ];
  const left = beat === null ? 0 : beat.at - now;
  const coming =
    beat === null ? cell(broken ? '' : ` ✓ ${say.over}`, 'ok') : cell(left > 0 ? `, ${say.nextIn(left)}` : '');
  return [...mode, ...bar, coming, title];
}

function happened({ scenario, last }: StageState, settings: Settings): readonly string[] {
  if (!last) return [];
  const { texts } = settings;
  const { story: say } = texts.stage;
  const { at, move, refusal, asTold } = last;
  const mark = refusal === null ? '✓' : '✗';
  const caption = `${texts.moments.timeExact(at)}  ${captionOf(move, scenario, texts)}`;
  const told = marked(mark, refusal === null ? 'ok' : 'danger', caption, 'plain', settings);
  if (refusal === null) return told;
  const what = refusalOf(refusal, texts);
  return [...told, ...marked(' ', 'plain', asTold ? say.belongs(what) : say.broke(what), 'warning', settings)];
}

function coming(state: StageState, settings: Settings): readonly string[] {
  const { scenario, next, done } = state;
  const { texts } = settings;
  const { story: say } = texts.stage;
  const key = (action: Parameters<typeof keyOf>[0]) => keyOf(action, texts.keys.names);
  const hint = (text: string) => marked('·', 'muted', text, 'muted', settings);
  if (scenario === freePlay) return hint(say.freely(key('act-by-hand'), key('inject-fault'), key('play-or-pause')));
  if (next === null) return hint(say.again(key('from-the-start')));
  const then = marked('→', 'accent', `${say.next}: ${captionOf(next, scenario, texts)}`, 'plain', settings);
  return done === 0 ? [...then, ...hint(say.begin(key('play-or-pause'), key('next-step-of-story')))] : then;
}

/** A sentence behind a mark, on as many lines as it needs. */
function marked(mark: string, markTone: Tone, text: string, tone: Tone, { width }: Settings): readonly string[] {
  return wrap(text, width - 4).map((part, row) =>
    line([cell(row === 0 ? ` ${mark} ` : '   ', markTone), cell(part, tone)], width),
  );
}
