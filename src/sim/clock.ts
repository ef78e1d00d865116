import type { App } from '../app.ts';
import type { Instant } from '../domain/ids.ts';
import type { ClockChange, ClockSetting } from '../domain/training-clock.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, refused, type SimAnswer } from './answer.ts';
import { nextEvent, tick } from './network.ts';

export interface TrainingTime {
  readonly now: Instant;
  readonly setting: ClockSetting;
  /** The moment until which OTPs are refused because the audit log is ahead of the clock; null when it is not. */
  readonly behindUntil: Instant | null;
}

export function show(app: App): Promise<SimAnswer<TrainingTime>> {
  return inTraining(app, async (world) => given(await timeOf(app, world)));
}

/**
 * Moves the training clock forward by so many milliseconds. What the network has under way happens at its own moments
 * in between, as if the time had really passed.
 */
export function advance(app: App, milliseconds: number): Promise<SimAnswer<TrainingTime>> {
  return inTraining(app, async (world) => {
    if (milliseconds < 0) return refused({ code: 'clock-backwards' });
    const until = app.now() + milliseconds;
    await tick(app);
    for (let event = nextEvent(world, until); event !== null; event = nextEvent(world, until)) {
      await app.changeClock({ to: 'moment', at: event });
      await tick(app);
    }
    await app.changeClock({ to: 'moment', at: until });
    await app.sweep();
    return given(await timeOf(app, world));
  });
}

/** From now on the training clock runs so many times as fast as real time; 0 stops it. */
export function setSpeed(app: App, speed: number): Promise<SimAnswer<TrainingTime>> {
  return changing(app, { to: 'speed', speed });
}

/** Back to real time. It may lie before what was done in training time: then `behindUntil` says so. */
export function reset(app: App): Promise<SimAnswer<TrainingTime>> {
  return changing(app, { to: 'real-time' });
}

function changing(app: App, change: ClockChange): Promise<SimAnswer<TrainingTime>> {
  return inTraining(app, async (world) => {
    await app.changeClock(change);
    return given(await timeOf(app, world));
  });
}

async function timeOf(app: App, world: World): Promise<TrainingTime> {
  const now = app.now();
  const [newest] = await app.ask.audit({ limit: 1 });
  const behindUntil = newest ? newest.at - app.policy.clockMayLag : now;
  return { now, setting: world.clockSetting(), behindUntil: behindUntil > now ? behindUntil : null };
}
