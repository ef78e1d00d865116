import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/ids.ts';
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

  test('goes back to real time and says how long OTPs are refused then', async () => {
    const app = await simulatedApp();
    await advance(app, DAY);
    grantedBy(await sendCode(app, SERIAL));
    expect(grantedBy(await reset(app))).toMatchObject({ now: NOON, behindUntil: NOON + DAY - 2 * MINUTE });
  });
});
