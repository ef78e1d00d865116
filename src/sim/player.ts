import type { App } from '../app.ts';
import type { RecordedFact } from '../domain/audit.ts';
import type { Cause } from '../domain/diagnosis.ts';
import type { Instant } from '../domain/ids.ts';
import { seededEntropy } from '../fiction/entropy.ts';
import { given, inTraining, ownedCertificate, refused, type SimAnswer, type SimRefusal } from './answer.ts';
import type { Cast } from './cast.ts';
import { advance } from './clock.ts';
import { causeFaults, type EndingFault, endingFaults } from './ending.ts';
import { tick } from './network.ts';
import { setRule } from './network-rules.ts';
import { endOutage } from './outages.ts';
import { type Hand, handOf, momentOf } from './pace.ts';
import type { AnyMove, Move, Scenario, SupportMove } from './scenario.ts';
import { newScene, type Scene, subscriberOf } from './scene.ts';
import { makeMove } from './subscriber-moves.ts';
import { makeSupportMove } from './support-moves.ts';

export type Phase = 'before' | 'call' | 'support' | 'after';
/** What comes next, and when. A wait is such a moment: the one who drives moves the clock, or lets it run. */
export interface Upcoming {
  readonly at: Instant;
  readonly phase: Phase;
  readonly move: AnyMove;
}

/** One move as it turned out. */
export interface Step {
  readonly at: Instant;
  readonly phase: Phase;
  readonly move: AnyMove;
  /** Null when it was not refused. */
  readonly refusal: SimRefusal | null;
  /** Whether it turned out as the story tells; when not, the story ends here. */
  readonly asTold: boolean;
  /** What the audit log has got of this subscriber since the step before. */
  readonly facts: readonly RecordedFact[];
}

export type PlayerState = 'playing' | 'with-support' | 'over' | 'broken';

export interface Player {
  readonly scenario: Scenario;
  readonly cast: Cast;
  /** The phone in the subscriber’s hand, e.g. `+48601000001#1`. */
  phone(): string;
  /** `with-support`: the caller waits for somebody else to help; see `canGoOn`. */
  state(): PlayerState;
  /** Null when nothing comes by itself: it is over, broken, or with support. Ask again after the clock has moved: an SMS may come later than it seemed. */
  upcoming(): Upcoming | null;
  /** Makes exactly one move, now. Only while something is upcoming. */
  step(): Promise<Step>;
  /** Something that the story does not have, done by hand at this moment as the same people; it may keep the story from going on. */
  byHand(move: Move): Promise<SimAnswer<unknown>>;
  /** With support: has everything happened that the model solution brings about? Also true when it changes nothing: then the talk decides. */
  canGoOn(): Promise<boolean>;
  /** With support: the call is over, the subscriber goes on. */
  goOn(): void;
  /** What of the scenario's cause and ending does not hold now; empty when all of it does. */
  ended(): Promise<readonly EndingFault[]>;
  /** Lifts what the story has left behind in the network, and ends the outages that it has recognised. */
  tidy(): Promise<void>;
}

interface Options {
  /** Who helps the caller: the model solution is played, or somebody else does it (`with-support`). */
  readonly support?: 'model' | 'somebody';
  /** A call that somebody else helps with is taken up again after the ringing: by another process, or a moment later. */
  readonly resume?: Resumed;
}

export interface Resumed {
  /** Moves with which the subscriber has gone on so far; null while they are with support. */
  readonly went: number | null;
  /** The newest entry of the audit log when the call came. */
  readonly calledAt: number;
}

/** The door through which the same seed brings the same codes, secrets and case ids. Training only. */
export function seededDoor(app: App, seed: number): SimAnswer<App> {
  return app.withEntropy ? given(app.withEntropy(seededEntropy(seed))) : refused({ code: 'training-only' });
}

/** Puts a scenario on stage, to be played move by move by whoever drives: a clock, a test, a hand. */
export function createPlayer(
  app: App,
  scenario: Scenario,
  cast: Cast,
  { support = 'model', resume }: Options = {},
): Promise<SimAnswer<Player>> {
  return inTraining(app, async (world) => {
    const owned = await ownedCertificate(app, cast.serial);
    if (owned.verdict === 'refused') return owned;
    const scene = newScene(app, world, { scenario, cast, account: owned.value.account });
    const script = scriptOf(scenario, support);
    const [newest] = await app.ask.audit({ limit: 1 });
    let seen = newest?.seq ?? 0;
    const beganAt = seen;
    /** What the diagnosis named first when the telephone rang; undefined when it has not rung before this player. */
    let named: Cause | null | undefined;
    let calledAt = resume?.calledAt ?? seen;
    let place = resume ? scenario.before.length + 1 + (resume.went ?? 0) : 0;
    let state: PlayerState = resume?.went === null ? 'with-support' : place < script.length ? 'playing' : 'over';
    let hand: Hand = handOf(owned.value, app.now());

    /** What happened to the subscriber after an entry of the log, oldest first. */
    const factsAfter = async (seq: number) => {
      const entries = await app.ask.audit({ customerId: cast.customerId, limit: ENTRIES });
      return entries.filter((entry) => entry.seq > seq).toReversed();
    };
    const player: Player = {
      scenario,
      cast,
      phone: () => scene.phone,
      state: () => state,
      upcoming() {
        const next = state === 'playing' ? script[place] : undefined;
        return next ? { ...next, at: momentOf(next.move, hand, world, app.policy) } : null;
      },
      async step() {
        const next = state === 'playing' ? script[place] : undefined;
        if (!next) throw new Error('nothing is upcoming');
        const answer = await make(scene, next.move);
        const refusal = answer.verdict === 'refused' ? answer.refusal : null;
        const entries = await factsAfter(seen);
        seen = entries.at(-1)?.seq ?? seen;
        const at = app.now();
        hand = handOf(await subscriberOf(scene), at);
        place += 1;
        const asTold = refusal?.code === next.move.refused;
        if (next.phase === 'call') {
          calledAt = seen;
          named = (await app.ask.diagnosis(cast.serial, at))?.findings[0]?.cause ?? null;
        }
        if (!asTold) state = 'broken';
        else if (next.phase === 'call' && support === 'somebody') state = 'with-support';
        else if (place === script.length) state = 'over';
        return { ...next, at, refusal, asTold, facts: entries.flatMap(({ facts }) => facts) };
      },
      byHand: (move) => makeMove(scene, move),
      async canGoOn() {
        const happened = new Set((await factsAfter(calledAt)).flatMap(({ facts }) => facts.map(({ type }) => type)));
        return awaitedOf(scenario.support).every((type) => happened.has(type));
      },
      goOn() {
        if (state !== 'with-support') return;
        state = place === script.length ? 'over' : 'playing';
        hand = { ...hand, since: app.now() };
      },
      async ended() {
        await app.sweep();
        const facts = (await factsAfter(beganAt)).flatMap((entry) => entry.facts);
        const ending = endingFaults(scenario.ending, (await subscriberOf(scene)).view.activation.status, facts);
        return named === undefined ? ending : [...causeFaults(scenario.cause, named), ...ending];
      },
      async tidy() {
        for (const scope of scene.rules.values()) await setRule(app, scope, null);
        scene.rules.clear();
        for (const operator of scene.outages) await endOutage(app, cast.supervisor, operator);
        scene.outages.clear();
      },
    };
    return given(player);
  });
}

/**
 * Moves the training clock to the next move; null when nothing comes by itself. What the network has under way by now
 * happens first, else a message that its operator has only just taken passes for one that has come.
 */
export async function nextMoment(app: App, player: Player): Promise<Upcoming | null> {
  for (;;) {
    const now = app.now();
    await tick(app);
    const next = player.upcoming();
    if (next === null || next.at <= now) return next;
    await advance(app, Math.max(0, next.at - app.now()));
  }
}

/** Plays to the end, moving the training clock to each moment; the state it ends in. */
export async function* playThrough(app: App, player: Player): AsyncGenerator<Step, PlayerState> {
  try {
    while (await nextMoment(app, player)) yield await player.step();
  } finally {
    await player.tidy();
  }
  return player.state();
}

/** So many entries one move never brings; a call never lasts for more. */
const ENTRIES = 200;

type Scripted = Pick<Upcoming, 'phase' | 'move'>;

function scriptOf({ before, call, support, after }: Scenario, by: 'model' | 'somebody'): readonly Scripted[] {
  const ring: readonly Scripted[] = call ? [{ phase: 'call', move: { do: 'ring' } }] : [];
  const helped = by === 'model' ? support : [];
  return [
    ...before.map((move) => ({ phase: 'before', move }) as const),
    ...ring,
    ...helped.map((move) => ({ phase: 'support', move }) as const),
    ...after.map((move) => ({ phase: 'after', move }) as const),
  ];
}

function make(scene: Scene, move: AnyMove): Promise<SimAnswer<unknown>> {
  if (move.do === 'ring') return Promise.resolve(given(null));
  return isSupport(move) ? makeSupportMove(scene, move) : makeMove(scene, move);
}

/** Only what people of the desk do says by whom. */
function isSupport(move: Move | SupportMove): move is SupportMove {
  return 'by' in move && typeof move.by === 'string';
}

/** The facts that the model solution brings about and the subscriber needs to go on. */
function awaitedOf(support: readonly SupportMove[]): readonly RecordedFact['type'][] {
  let asked: 'reset' | 'unlock' = 'unlock';
  const awaited: RecordedFact['type'][] = [];
  for (const move of support) {
    if (move.do === 'ask-approval') asked = move.action;
    if (move.refused !== undefined) continue;
    if (move.do === 'unlock') awaited.push('activation-unlocked');
    if (move.do === 'approve') awaited.push(asked === 'reset' ? 'activation-reset' : 'activation-unlocked');
    if (move.do === 'approve-phone-change') awaited.push('phone-changed');
    if (move.do === 'freeze') awaited.push('activation-frozen');
  }
  return awaited;
}
