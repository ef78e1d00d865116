import type { App } from '../../src/app.ts';
import type { AgentId, Serial } from '../../src/domain/ids.ts';
import { castFor, castOn } from '../../src/sim/cast.ts';
import { createPlayer, type Player, playThrough, type Step, seededDoor } from '../../src/sim/player.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { loadScenario } from '../../src/sim/scenario-files.ts';
import { grantedBy } from './simulated.ts';

/** A scenario that ships with the program. */
export async function scenarioNamed(name: string): Promise<Scenario> {
  const loading = await loadScenario(name);
  if (loading.verdict !== 'good') throw new Error(`${name}: ${JSON.stringify(loading)}`);
  return loading.scenario;
}

interface Performance {
  readonly app: App;
  readonly player: Player;
  readonly steps: readonly Step[];
  /** What the diagnosis said when the telephone rang, most likely first. */
  readonly causes: readonly string[];
}

/** Plays a scenario to its end with a subscriber of its own; everything that chance decides follows from the seed. */
export async function performed(unseeded: App, scenario: Scenario, seed = 1): Promise<Performance> {
  const app = grantedBy(seededDoor(unseeded, seed));
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
  return { app, player, steps, causes };
}

/** Plays a story on somebody who is there already, until they call, or to its end when nobody has to call. */
export async function playedOn(app: App, serial: Serial, name: string, agent?: AgentId): Promise<void> {
  const scenario = await scenarioNamed(name);
  const cast = grantedBy(await castOn(app, scenario, serial, agent === undefined ? { seed: 1 } : { seed: 1, agent }));
  const player = grantedBy(await createPlayer(app, scenario, cast, { support: 'somebody' }));
  for await (const { asTold, move, refusal } of playThrough(app, player))
    if (!asTold) throw new Error(`${name} on ${serial}: ${move.do} ${refusal?.code}`);
}
