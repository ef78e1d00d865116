import { expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { castFor } from '../../src/sim/cast.ts';
import { createPlayer, playThrough, type Step, seededDoor } from '../../src/sim/player.ts';
import { loadScenario, scenarioNames } from '../../src/sim/scenario-files.ts';
import { grantedBy } from '../support/simulated.ts';
import { tempApp } from '../support/temp-database.ts';

async function scenarioOf(name: string) {
  const loading = await loadScenario(name);
  if (loading.verdict !== 'good') throw new Error(`${name}: ${JSON.stringify(loading)}`);
  return loading.scenario;
}

/** Plays on an app; the diagnosis is asked for when the telephone has rung. */
async function played(unseeded: App, name: string, seed = 1) {
  const app = grantedBy(seededDoor(unseeded, seed));
  const scenario = await scenarioOf(name);
  const cast = grantedBy(await castFor(app, scenario, { seed, take: 1 }));
  const player = grantedBy(await createPlayer(app, scenario, cast));
  const steps: Step[] = [];
  let causes: readonly string[] = [];
  for await (const step of playThrough(app, player)) {
    steps.push(step);
    if (step.phase !== 'call') continue;
    const diagnosis = await app.ask.diagnosis(cast.serial, app.now());
    causes = diagnosis?.findings.map(({ cause }) => cause) ?? [];
  }
  return { scenario, cast, player, steps, causes };
}

test.each(scenarioNames())('%s plays to its ending, and the diagnosis names its cause first', async (name) => {
  const app = await tempApp();
  const { scenario, player, steps, causes } = await played(app, name);
  expect(steps.filter(({ asTold }) => !asTold)).toEqual([]);
  expect(player.state()).toBe('over');
  expect(causes[0] ?? null).toBe(scenario.cause);
  expect(await player.ended()).toEqual([]);
});

test.each(scenarioNames())('%s is the same to the byte when it is played again with the same seed', async (name) => {
  const [one, same, other] = [await tempApp(), await tempApp(), await tempApp()];
  const log = async (app: App, seed: number) => {
    const { cast, steps } = await played(app, name, seed);
    const audit = await app.ask.audit({ limit: 500 });
    return JSON.stringify({ cast, steps, audit: audit.map(({ prevHash: _, hash: __, ...entry }) => entry) });
  };
  const first = await log(one, 7);
  expect(await log(same, 7)).toBe(first);
  expect(await log(other, 8)).not.toContain(first.slice(0, 60));
});
