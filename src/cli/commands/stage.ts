import type { App } from '../../app.ts';
import type { AgentView } from '../../domain/read-models.ts';
import { exitCodes } from '../exit.ts';
import { scenarioOf } from '../scenario-loading.ts';
import type { Run } from '../spec.ts';

const SEED = 1;

/** Opens the console on the stage, as the file's trainer unless somebody else is named. */
export const stage: Run = async (context, input) => {
  const { out, texts, wiring, db } = context;
  const app = await context.app();
  if (app.realm === 'live') return out.refuse({ code: 'training-only' });
  const named = input.maybe('SCENARIO');
  const scenario = named === undefined ? null : await scenarioOf(context, named);
  if (scenario && 'code' in scenario) return out.refuse(scenario);
  const who = await onStage(app, input.option('as'));
  if ('code' in who) return out.refuse(who);
  const start = {
    as: who.agentId,
    at: { screen: 'stage', scenario, seed: input.count('seed') ?? SEED },
  } as const;
  const code = await wiring.console({ db, language: texts.language, start });
  return code === exitCodes.done ? exitCodes.done : exitCodes.misuse;
};

/** The named agent, else the first trainer who may sign in. */
async function onStage(
  app: App,
  named: string | undefined,
): Promise<AgentView | { readonly code: 'agent-unknown'; readonly agentId: string }> {
  const agents = (await app.ask.agents()).filter(({ status }) => status === 'enabled');
  const found = agents.find(({ agentId, role }) => (named === undefined ? role === 'trainer' : agentId === named));
  return found ?? { code: 'agent-unknown', agentId: named ?? 'trainer' };
}
