import { expect, test } from 'vitest';
import { rulesInForce } from '../../src/sim/network-rules.ts';
import { scenarioNames } from '../../src/sim/scenario-files.ts';
import { performed, scenarioNamed } from '../support/scenarios.ts';
import { grantedBy } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

const names = scenarioNames();

test('there are at least 22 stories', () => {
  expect(names.length).toBeGreaterThanOrEqual(22);
});

/** Plays one on a new file; what is in the log but for the hashes, whose keys are each file's own. */
async function logOf(name: string, seed: number) {
  const performance = await performed(await tempApp(), await scenarioNamed(name), seed);
  const { app, player, steps } = performance;
  const entries = await app.ask.audit({ limit: 1000 });
  const audit = entries.map(({ prevHash: _, hash: __, ...entry }) => entry);
  return { performance, log: JSON.stringify({ cast: player.cast, steps, audit }) };
}

test.each(names)(
  '%s: refused as told, the cause named first, ended as told, the same to the byte again',
  async (name) => {
    const { performance, log } = await logOf(name, 7);
    const { app, player, steps, causes } = performance;
    expect(steps.filter(({ asTold }) => !asTold)).toEqual([]);
    expect(player.state()).toBe('over');
    expect(causes[0] ?? null).toBe(player.scenario.cause);
    expect(await player.ended()).toEqual([]);
    expect(grantedBy(await rulesInForce(app))).toEqual([]);
    expect((await logOf(name, 7)).log).toBe(log);
  },
);

test('another seed brings other people and other codes', async () => {
  const [one, other] = [await logOf('sms-late', 1), await logOf('sms-late', 2)];
  const { cast } = one.performance.player;
  expect(other.log).not.toContain(cast.customerId);
  expect(other.log).not.toContain(cast.serial);
});
