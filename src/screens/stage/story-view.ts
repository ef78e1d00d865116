import type { Instant } from '../../domain/ids.ts';
import type { Texts } from '../../text/en.ts';
import { widthOf } from '../../text/width.ts';
import { type Cell, cell, line, wrapTo } from '../../ui/cells.ts';
import { keyOf } from '../../ui/keymap.ts';
import { rule, tall } from '../../ui/layout.ts';
import type { Tone } from '../../ui/theme.ts';
import { captionOf, refusalOf } from './caption.ts';
import type { StageState } from './engine.ts';
import { freePlay } from './free-play.ts';
import { storyHeight } from './layout.ts';

interface Settings {
  readonly texts: Texts;
  readonly now: Instant;
  readonly width: number;
}

const BAR = 20;
/** The rule, and how it runs. */
const HEAD = 2;

interface Sentence {
  readonly mark: string;
  readonly markTone: Tone;
  readonly text: string;
  readonly tone: Tone;
}

/** The band under the panes: how it runs, what happened and why, what comes next. Always as many lines. */
export function storyLines(state: StageState, settings: Settings): readonly string[] {
  const { width } = settings;
  const height = storyHeight(width);
  const told = toldIn([...happened(state, settings), ...coming(state, settings)], height - HEAD, width);
  return tall([rule(width), line(headCells(state, settings), width), ...told], height);
}

/** Each sentence behind its mark; every one has a line, and what is left over goes to the first that needs it. */
function toldIn(sentences: readonly Sentence[], height: number, width: number): readonly string[] {
  let spare = height - sentences.length;
  return sentences.flatMap(({ mark, markTone, text, tone }) => {
    const parts = wrapTo(text, width - 4, 1 + Math.max(0, spare));
    spare -= parts.length - 1;
    return parts.map((part, row) => line([cell(row === 0 ? ` ${mark} ` : '   ', markTone), cell(part, tone)], width));
  });
}

function headCells(
  { scenario, transport, beat, done, all, last }: StageState,
  { texts, now, width }: Settings,
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
  const running = [...mode, ...bar, coming];
  const taken = [...running, title].reduce((sum, { text }) => sum + widthOf(text), 0);
  return taken < width ? [...running, title] : running;
}

function happened({ scenario, last }: StageState, { texts }: Settings): readonly Sentence[] {
  if (!last) return [];
  const { story: say } = texts.stage;
  const { at, move, refusal, asTold } = last;
  const text = `${texts.moments.timeExact(at)}  ${captionOf(move, scenario, texts)}`;
  if (refusal === null) return [{ mark: '✓', markTone: 'ok', text, tone: 'plain' }];
  const what = refusalOf(refusal, texts);
  return [
    { mark: '✗', markTone: 'danger', text, tone: 'plain' },
    { mark: ' ', markTone: 'plain', text: asTold ? say.belongs(what) : say.broke(what), tone: 'warning' },
  ];
}

function coming({ scenario, next, done }: StageState, { texts }: Settings): readonly Sentence[] {
  const { story: say } = texts.stage;
  const key = (action: Parameters<typeof keyOf>[0]) => keyOf(action, texts.keys.names);
  const hint = (text: string): Sentence => ({ mark: '·', markTone: 'muted', text, tone: 'muted' });
  if (scenario === freePlay) return [hint(say.freely(key('act-by-hand'), key('inject-fault'), key('play-or-pause')))];
  if (next === null) return [hint(say.again(key('from-the-start')))];
  const then: Sentence = {
    mark: '→',
    markTone: 'accent',
    text: `${say.next}: ${captionOf(next, scenario, texts)}`,
    tone: 'plain',
  };
  return done === 0 ? [then, hint(say.begin(key('play-or-pause'), key('next-step-of-story')))] : [then];
}
