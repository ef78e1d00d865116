import type { Console } from '../../src/screens/console-context.ts';
import { FRAME_LINES } from '../../src/screens/frame.tsx';
import { frameLines } from '../../src/screens/frame-lines.ts';
import { captionOf } from '../../src/screens/stage/caption.ts';
import type { Stage } from '../../src/screens/stage/engine.ts';
import { type StageHands, stageOffers } from '../../src/screens/stage/stage-offers.ts';
import { stageLines } from '../../src/screens/stage/stage-view.ts';
import { stillOf } from '../../src/screens/stage/still.ts';
import { LOOK_EVERY } from '../../src/screens/stage/transport.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/text/language.ts';
import type { Size } from '../../src/ui/use-size.ts';
import { stageOf, watch } from './on-stage.ts';
import { type Desk, supportDesk } from './support-desk.ts';

/** One picture of the film: when it is shown, in seconds, and its lines with their colours. */
export interface Shot {
  readonly at: number;
  readonly lines: readonly string[];
  /** How many steps of the story have been made. */
  readonly done: number;
}

export interface Film {
  readonly story: string;
  readonly size: Size;
  readonly language: Language;
}

/** How long the audience reads what has happened, in seconds: a sentence at least so long … */
const READING = 2;
/** … and a long one at so many letters a second. */
const LETTERS = 30;
/** Between the steps a picture is taken at every fifth look: a second of the film is half a minute of the story. */
const EVERY = 5;

const nothing = () => undefined;
const idle: StageHands = {
  ...{ play: nothing, step: nothing, speed: nothing, menu: nothing, jump: nothing, restart: nothing },
  ...{ qrAlone: nothing, account: nothing, other: nothing, focus: nothing, leave: nothing },
};

/** A story as the console shows it, played at ×60 from a desk of its own: the same pictures each time. */
export async function filmOf({ story, size, language }: Film): Promise<readonly Shot[]> {
  const app = await supportDesk();
  const stage = await stageOf(app, story);
  const shots: Shot[] = [];
  let at = 0;
  let looks = 0;
  const shoot = async () => {
    shots.push({
      at: Math.round(at * 10) / 10,
      lines: await consoleLines(app, stage, size, language),
      done: stage.state().done,
    });
  };
  await shoot();
  at += READING;
  for (const key of ['next-speed', 'next-speed', 'play-or-pause'] as const) await stage.press(key);
  await watch(app, stage, {
    until: () => stage.state().beat === null,
    async each() {
      at += LOOK_EVERY / 1_000;
      looks += 1;
      const stepped = stage.state().done > (shots.at(-1)?.done ?? 0);
      if (stepped || looks % EVERY === 0) await shoot();
      if (stepped) at += readingOf(stage, language);
    },
  });
  await shoot();
  await stage.close();
  return shots;
}

function readingOf(stage: Stage, language: Language): number {
  const { last, scenario } = stage.state();
  const letters = last ? captionOf(last.move, scenario, textFor(language)).length : 0;
  return Math.max(READING, letters / LETTERS);
}

/** The whole screen as the trainer's console draws it. */
async function consoleLines(app: Desk, stage: Stage, size: Size, language: Language): Promise<readonly string[]> {
  const still = await stillOf(app, stage);
  if (!still) throw new Error('nobody is on stage');
  const texts = textFor(language);
  const body = { columns: size.columns, rows: size.rows - FRAME_LINES };
  const noQr = still.picture.portal.on === 'secret' ? undefined : texts.stage.qr.none;
  const console: Pick<Console, 'app' | 'texts' | 'size' | 'session' | 'now' | 'notice' | 'strip'> = {
    app,
    texts,
    size,
    session: { agentId: 'tomasz', name: 'Tomasz Dudek', role: 'trainer', ownCustomerId: null },
    now: still.picture.at,
    notice: null,
    strip: null,
  };
  return frameLines(console as Console, {
    title: texts.stage.title,
    body: stageLines({ ...still, focus: 'portal', menu: null }, { texts, body, policy: app.policy }),
    offers: [
      ...stageOffers(idle, { story: true, single: false, replay: false, noQr }),
      { action: 'help', run: nothing },
    ],
    typing: false,
  });
}
