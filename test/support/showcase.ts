import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openStore } from '../../src/db/open.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { castFor } from '../../src/sim/cast.ts';
import { createPlayer, playThrough, seededDoor } from '../../src/sim/player.ts';
import type { AnyMove } from '../../src/sim/scenario.ts';
import { NOON } from './records.ts';
import { scenarioNamed } from './scenarios.ts';
import { seededDatabase } from './seeded.ts';
import { countingCodes, grantedBy } from './simulated.ts';
import type { Desk } from './support-desk.ts';
import { clockAt } from './temp-database.ts';

/** The training database as everybody finds it, and a story told in it through its first move of this kind. */
export async function showcase(
  story: string,
  through: AnyMove['do'],
): Promise<{ readonly app: Desk; readonly customerId: string }> {
  const path = await seededDatabase();
  const store = openStore(path, defaultPolicy);
  onTestFinished(() => store.close());
  const clock = clockAt(NOON);
  const app = createApp({ store, clock, entropy: countingCodes() });
  const seeded = grantedBy(seededDoor(app, 1));
  const scenario = await scenarioNamed(story);
  const cast = grantedBy(await castFor(seeded, scenario, { seed: 1, take: 1 }));
  const player = grantedBy(await createPlayer(seeded, scenario, cast));
  for await (const { move } of playThrough(seeded, player)) if (move.do === through) break;
  return { app: { ...app, path, clock }, customerId: cast.customerId };
}
