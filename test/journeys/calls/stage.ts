import type { App } from '../../../src/app.ts';
import type { AgentId, CustomerId, Instant, Serial } from '../../../src/domain/ids.ts';
import type { Phone } from '../../../src/domain/phone-number.ts';
import { castFor } from '../../../src/sim/cast.ts';
import { createPlayer, type Player, playThrough, seededDoor } from '../../../src/sim/player.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import type { Texts } from '../../../src/text/en.ts';
import { textFor } from '../../../src/text/index.ts';
import { consoleOn, MIDDLE } from '../../support/console-desk.tsx';
import { scenarioNamed } from '../../support/scenarios.ts';
import { grantedBy } from '../../support/simulated.ts';
import { tempApp } from '../../support/temp-database.ts';
import { type Hand, handOf, type Stroke, type Who } from './hand.ts';

/** A call as it stands when the telephone rings: the subscriber's story is played, the agent sits at the console. */
export interface Stage {
  readonly app: App;
  readonly texts: Texts;
  readonly scenario: Scenario;
  readonly player: Player;
  readonly customerId: CustomerId;
  readonly serial: Serial;
  readonly familyName: string;
  /** The number on file; empty when there is none. */
  readonly phone: string;
  readonly newPhone: Phone;
  readonly owner: AgentId | null;
  readonly now: Instant;
  readonly agent: Hand;
  /** At a console of their own, from the first time they are wanted. */
  supervisor(): Promise<Hand>;
  /** Was the caller verified in this call already? */
  isVerified(): boolean;
  /** Everything that was pressed and typed so far. */
  readonly strokes: readonly Stroke[];
}

const SEED = 7;
const desk = [
  { agentId: 'ewa', name: 'Ewa Lis', role: 'agent' },
  { agentId: 'marta', name: 'Marta Sowa', role: 'supervisor' },
] as const;
const peopleAt = { agent: 'ewa', supervisor: 'marta' } as const;

export async function stageOf(story: string): Promise<Stage> {
  const app = grantedBy(seededDoor(await tempApp(), SEED));
  for (const one of desk) {
    const profile = { ...one, passwordHash: null, ownCustomerId: null };
    await app.perform({ kind: 'administrator', id: 'root' }, { type: 'add-agent', ...profile });
  }
  const scenario = await scenarioNamed(story);
  const cast = grantedBy(await castFor(app, scenario, { seed: SEED, take: 1, agent: 'ewa' }));
  const player = grantedBy(await createPlayer(app, scenario, cast, { support: 'somebody' }));
  for await (const { move, asTold } of playThrough(app, player))
    if (!asTold) throw new Error(`${story}: ${move.do} is not as told`);
  const strokes: Stroke[] = [];
  const sit = async (who: Who) => {
    const robot = await consoleOn(app, { size: MIDDLE, start: { as: peopleAt[who], at: { screen: 'queue' } } });
    await robot.see('Queue');
    return handOf(robot, who, strokes);
  };
  const known = await app.ask.account(cast.customerId, app.now());
  let supervisor: Promise<Hand> | undefined;
  return {
    app,
    texts: textFor('en'),
    scenario,
    player,
    customerId: cast.customerId,
    serial: cast.serial,
    familyName: known?.account.familyName ?? '',
    phone: known?.account.phone?.e164 ?? '',
    newPhone: cast.newPhone,
    owner: cast.owner,
    now: app.now(),
    agent: await sit('agent'),
    supervisor() {
      supervisor ??= sit('supervisor');
      return supervisor;
    },
    isVerified: () => strokes.some((stroke) => 'key' in stroke && stroke.key === 'v'),
    strokes,
  };
}
