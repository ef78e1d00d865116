import type { App } from '../../app.ts';
import { given, inTraining, type SimAnswer, type SimRefusal } from '../../sim/answer.ts';
import { type Cast, castFor } from '../../sim/cast.ts';
import { advance } from '../../sim/clock.ts';
import { nextEvent, tick } from '../../sim/network.ts';
import { createPlayer, nextMoment, type Player, type Step, seededDoor } from '../../sim/player.ts';
import type { AnyMove, Move, Scenario } from '../../sim/scenario.ts';
import {
  type Beat,
  isDue,
  type Pace,
  paceOf,
  ready,
  type Transport,
  type TransportEvent,
  transported,
} from './transport.ts';

/** What the audience is told: how far the story is, what happened last, what comes next. */
export interface StageState {
  readonly scenario: Scenario;
  readonly cast: Cast;
  /** The phone in the subscriber’s hand, whatever number is on file. */
  readonly phone: string;
  readonly transport: Transport;
  readonly beat: Beat;
  readonly next: AnyMove | null;
  readonly last: Step | null;
  readonly done: number;
  readonly all: number;
}

/** A story on stage: it looks at the clock, makes what is due, and lets hands interfere. Whatever it does, it does one at a time. */
export interface Stage {
  state(): StageState;
  /** Called every `LOOK_EVERY`: lets happen what is due, and sets the clock's pace. */
  look(): Promise<void>;
  press(event: Extract<TransportEvent, 'play-or-pause' | 'next-speed'>): Promise<void>;
  /** Makes the next step now, its waiting included, and pauses. */
  step(): Promise<void>;
  /** Moves the clock to whatever comes next: a step, a message, a deadline. False when nothing does. */
  jump(): Promise<boolean>;
  /** Something by hand, at this moment. The clock stands meanwhile. */
  byHand(move: Move): Promise<SimRefusal | null>;
  /** Once more from the start, with another person: what was done stays done. */
  restart(): Promise<void>;
  /** Lifts what the story left in the network and lets the clock run. Nothing happens on this stage any more. */
  close(): Promise<void>;
}

const FOREVER = Number.MAX_SAFE_INTEGER;

/** Puts a story on stage, paused. The same seed on the same file makes the same people, codes and secrets. `onChange` is called whenever the state has changed. */
export function openStage(
  door: App,
  scenario: Scenario,
  seed: number,
  onChange: () => void = () => undefined,
): Promise<SimAnswer<Stage>> {
  return inTraining(door, async (world) => {
    const seeded = seededDoor(door, seed);
    if (seeded.verdict === 'refused') return seeded;
    const app = seeded.value;
    let transport: Transport = ready;
    let take = 0;
    let last: Step | null = null;
    let done = 0;
    let paced: Pace | null = null;
    let closed = false;
    let underWay: Promise<unknown> = Promise.resolve();
    const all = movesIn(scenario);

    const begin = async (): Promise<SimAnswer<Player>> => {
      take += 1;
      const cast = await castFor(app, scenario, { seed, take });
      if (cast.verdict === 'refused') return cast;
      return createPlayer(app, scenario, cast.value);
    };
    const first = await begin();
    if (first.verdict === 'refused') return first;
    let player = first.value;

    const beatNow = (): Beat => player.upcoming();
    const change = (event: TransportEvent) => {
      const before = transport;
      transport = transported(transport, event);
      if (transport !== before && event !== 'looked') onChange();
    };
    const keepPace = async () => {
      if (closed) return;
      const pace = paceOf(transport, beatNow());
      if (paced?.speed === pace.speed && paced.until === pace.until) return;
      paced = pace;
      const { speed, until } = pace;
      await app.changeClock({ to: 'speed', speed, ...(until === null ? {} : { until }) });
    };
    /** The clock stands, and nobody else begins anything, until it is done. */
    const alone = async <T>(otherwise: T, body: () => Promise<T>): Promise<T> => {
      if (transport.busy || closed) return otherwise;
      change('began');
      const work = async () => {
        try {
          await keepPace();
          return await body();
        } finally {
          change('done');
          await keepPace();
        }
      };
      const working = work();
      underWay = working;
      return working;
    };
    const make = async () => {
      last = await player.step();
      done += 1;
      if (beatNow() === null) change('pause');
    };

    const stage: Stage = {
      state() {
        const upcoming = player.upcoming();
        return {
          scenario,
          cast: player.cast,
          phone: player.phone(),
          transport,
          beat: upcoming,
          next: upcoming?.move ?? null,
          last,
          done,
          all,
        };
      },
      async look() {
        if (transport.busy || closed) return;
        change('looked');
        const now = app.now();
        if (nextEvent(world, now) !== null) await tick(app);
        // As of before the tick: what became due since then has not happened yet.
        if (isDue(transport, beatNow(), now)) await alone(undefined, make);
        else await keepPace();
      },
      async press(event) {
        change(event);
        if (!transport.busy) await keepPace();
      },
      step: () =>
        alone(undefined, async () => {
          change('pause');
          if (await nextMoment(app, player)) await make();
        }),
      jump: () =>
        alone(true, async () => {
          const now = app.now();
          await tick(app);
          const beat = beatNow();
          if (beat !== null && beat.at <= now) {
            await make();
            return true;
          }
          const moments = [beat?.at, nextEvent(world, FOREVER), ...(await deadlines(app, player.cast))];
          const coming = moments.filter((at): at is number => at != null && at > now);
          if (coming.length === 0) return false;
          await advance(app, Math.min(...coming) - now);
          return true;
        }),
      byHand: (move) =>
        alone(null, async () => {
          const answer = await player.byHand(move);
          return answer.verdict === 'refused' ? answer.refusal : null;
        }),
      restart: () =>
        alone(undefined, async () => {
          change('pause');
          await player.tidy();
          const again = await begin();
          if (again.verdict === 'refused') return;
          player = again.value;
          last = null;
          done = 0;
        }),
      async close() {
        closed = true;
        // What is being done is done to its end, so that it leaves nothing that nobody lifts.
        await Promise.allSettled([underWay]);
        await player.tidy();
        await app.changeClock({ to: 'speed', speed: 1 });
      },
    };
    await keepPace();
    return given(stage);
  });
}

/** What runs out by itself on the subscriber's screens. */
async function deadlines({ ask, now, policy }: App, { serial }: Cast): Promise<readonly number[]> {
  const found = await ask.certificate(serial, now());
  if (found.found !== 'one') return [];
  const { activation } = found.view;
  switch (activation.status) {
    case 'awaiting_code':
      return [activation.attempt.requestedAt + policy.sms.resendNotBefore, activation.attempt.deadline];
    case 'awaiting_otp':
      return activation.qr.state === 'shown' ? [activation.qr.at + policy.otp.qrVisible] : [];
    default:
      return [];
  }
}

function movesIn({ before, call, support, after }: Scenario): number {
  return before.length + (call ? 1 : 0) + support.length + after.length;
}
