import type { App } from '../app.ts';
import type { Instant } from '../domain/ids.ts';
import type { ClockSetting, World } from '../domain/world.ts';
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
      await moveTo(app, world, event);
      await tick(app);
    }
    await moveTo(app, world, until);
    await app.sweep();
    return given(await timeOf(app, world));
  });
}

/** From now on the training clock runs so many times as fast as real time; greater than 0. */
export function setSpeed(app: App, speed: number): Promise<SimAnswer<TrainingTime>> {
  return inTraining(app, async (world) => {
    const now = app.now();
    const old = world.clockSetting();
    const real = Math.round(old.anchor + (now - old.offset - old.anchor) / old.speed);
    await world.setClock({ anchor: real, offset: now - real, speed });
    return given(await timeOf(app, world));
  });
}

/** Back to real time. It may lie before what was done in training time: then `behindUntil` says so. */
export function reset(app: App): Promise<SimAnswer<TrainingTime>> {
  return inTraining(app, async (world) => {
    await world.setClock({ anchor: 0, offset: 0, speed: 1 });
    return given(await timeOf(app, world));
  });
}

/** Forward only: another process may have moved it further meanwhile. */
async function moveTo(app: App, world: World, at: Instant): Promise<void> {
  const ahead = at - app.now();
  if (ahead <= 0) return;
  const setting = world.clockSetting();
  await world.setClock({ ...setting, offset: setting.offset + ahead });
}

async function timeOf(app: App, world: World): Promise<TrainingTime> {
  const now = app.now();
  const [newest] = await app.ask.audit({ limit: 1 });
  const behindUntil = newest ? newest.at - app.policy.clockMayLag : now;
  return { now, setting: world.clockSetting(), behindUntil: behindUntil > now ? behindUntil : null };
}
