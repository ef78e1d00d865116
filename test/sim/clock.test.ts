import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import type { ClockSetting } from '../../src/domain/training-clock.ts';
import { systemEntropy } from '../../src/entropy.ts';
import { advance, reset, setSpeed, show } from '../../src/sim/clock.ts';
import { sendCode, status } from '../../src/sim/portal.ts';
import { NOON } from '../support/records.ts';
import { grantedBy, refusalOf, SERIAL, simulatedApp } from '../support/simulated.ts';

describe('training clock', () => {
  test('is real time until it is moved', async () => {
    const app = await simulatedApp();
    expect(grantedBy(await show(app)).now).toBe(NOON);
    app.clock.advance(HOUR);
    expect(app.now()).toBe(NOON + HOUR);
  });

  test('moves forward, and what was under way happens at its own moment', async () => {
    const app = await simulatedApp();
    grantedBy(await sendCode(app, SERIAL));
    expect(grantedBy(await advance(app, 6 * MINUTE)).now).toBe(NOON + 6 * MINUTE);
    const [attempt] = grantedBy(await status(app, SERIAL)).view.attempts;
    expect(attempt).toMatchObject({ outcome: 'expired', endedAt: NOON + 5 * MINUTE });
    expect((attempt?.deliveredAt ?? 0) - NOON).toBeLessThanOrEqual(8 * SECOND);
  });

  test('never moves back', async () => {
    const app = await simulatedApp();
    expect(refusalOf(await advance(app, -1))).toBe('clock-backwards');
  });

  test('runs faster from where it stands, without a jump', async () => {
    const app = await simulatedApp();
    await advance(app, DAY);
    grantedBy(await setSpeed(app, 60));
    expect(app.now()).toBe(NOON + DAY);
    app.clock.advance(SECOND);
    expect(app.now()).toBe(NOON + DAY + MINUTE);
    grantedBy(await setSpeed(app, 0.5));
    expect(app.now()).toBe(NOON + DAY + MINUTE);
    app.clock.advance(MINUTE);
    expect(app.now()).toBe(NOON + DAY + MINUTE + MINUTE / 2);
    grantedBy(await advance(app, HOUR));
    expect(app.now()).toBe(NOON + DAY + HOUR + MINUTE + MINUTE / 2);
  });

  test('stands still when it is stopped, can be moved by hand then, and goes on from there', async () => {
    const app = await simulatedApp();
    grantedBy(await setSpeed(app, 0));
    app.clock.advance(DAY);
    expect(app.now()).toBe(NOON);
    expect(grantedBy(await advance(app, MINUTE))).toMatchObject({ now: NOON + MINUTE, setting: { speed: 0 } });
    grantedBy(await setSpeed(app, 1));
    app.clock.advance(SECOND);
    expect(app.now()).toBe(NOON + MINUTE + SECOND);
  });

  test('stops by itself where it was told to, and is not led past it or back by that', async () => {
    const app = await simulatedApp();
    await app.changeClock({ to: 'speed', speed: 60, until: NOON + HOUR });
    app.clock.advance(MINUTE - 1);
    expect(app.now()).toBe(NOON + HOUR - 60);
    app.clock.advance(DAY);
    expect(app.now()).toBe(NOON + HOUR);
    grantedBy(await advance(app, MINUTE));
    expect(app.now()).toBe(NOON + HOUR + MINUTE);
    await app.changeClock({ to: 'speed', speed: 60, until: NOON });
    app.clock.advance(SECOND);
    expect(app.now()).toBe(NOON + HOUR + MINUTE);
  });

  test('is the same for everybody on the file, and two changes at once are both kept', async () => {
    const app = await simulatedApp();
    const other = createApp({
      store: openStore(app.path, defaultPolicy),
      clock: app.clock,
      entropy: systemEntropy,
    });
    onTestFinished(() => other.close());
    // All of them have asked before the first may write.
    const busy = new Database(app.path);
    busy.exec('BEGIN IMMEDIATE');
    const changes = [
      app.changeClock({ to: 'moment', at: NOON + HOUR }),
      other.changeClock({ to: 'speed', speed: 60 }),
      app.changeClock({ to: 'moment', at: NOON + MINUTE }),
    ];
    busy.exec('COMMIT');
    busy.close();
    await Promise.all(changes);
    app.clock.advance(SECOND);
    expect([app.now(), other.now()]).toEqual([NOON + HOUR + MINUTE, NOON + HOUR + MINUTE]);
  });

  test('of a file made before it could stand still goes on as it ran', async () => {
    const app = await simulatedApp();
    const old = { offset: DAY, speed: 2, anchor: NOON };
    await app.world?.changeClock(() => old as unknown as ClockSetting);
    app.clock.advance(SECOND);
    expect(app.now()).toBe(NOON + DAY + 2 * SECOND);
  });

  test('goes back to real time and says how long OTPs are refused then', async () => {
    const app = await simulatedApp();
    await advance(app, DAY);
    grantedBy(await sendCode(app, SERIAL));
    expect(grantedBy(await reset(app))).toMatchObject({ now: NOON, behindUntil: NOON + DAY - 2 * MINUTE });
  });
});
