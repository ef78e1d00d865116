import type { App } from '../../src/app.ts';
import { ownedCertificate } from '../../src/sim/answer.ts';
import { advance } from '../../src/sim/clock.ts';
import { type CalledScenario, rightCause } from '../../src/sim/drill.ts';
import { callerTurn } from '../../src/sim/drill-caller.ts';
import { deedsWanted } from '../../src/sim/drill-deeds.ts';
import { answer, hangUp, ring, say } from '../../src/sim/drill-line.ts';
import { type DoneDrill, doneDrills, type OpenDrill, openDrill } from '../../src/sim/drill-record.ts';
import type { SupportMove } from '../../src/sim/scenario.ts';
import { newScene } from '../../src/sim/scene.ts';
import { makeSupportMove } from '../../src/sim/support-moves.ts';
import { grantedBy } from './simulated.ts';
import { tempApp } from './temp-database.ts';

const administrator = { kind: 'administrator', id: 'root' } as const;

/** A training file with the agents Ewa and Jan, a supervisor and a trainer. */
export async function schoolApp() {
  const app = await tempApp('training');
  for (const [agentId, name, role] of [
    ['ewa', 'Ewa Lis', 'agent'],
    ['jan', 'Jan Sowa', 'agent'],
    ['olga', 'Olga Bober', 'supervisor'],
    ['tomek', 'Tomek Żuraw', 'trainer'],
  ] as const) {
    await app.perform(administrator, {
      type: 'add-agent',
      agentId,
      name,
      role,
      passwordHash: null,
      ownCustomerId: null,
    });
  }
  return app;
}

/** A call that Ewa has answered. */
export async function onTheLineWith(app: App, scenario: CalledScenario): Promise<OpenDrill> {
  cases.clear();
  const open = grantedBy(await ring(app, 'ewa', scenario, null));
  grantedBy(await answer(app, open));
  return open;
}

/** The caller's turns until they wait. */
export async function letCallerAct(app: App): Promise<void> {
  for (;;) {
    const open = app.world && openDrill(app.world, 'ewa');
    if (!open || grantedBy(await callerTurn(app, open)) !== 'acted') return;
  }
}

/** Does one move of the model solution as the trainee, for real. */
export async function help(app: App, open: OpenDrill, move: SupportMove): Promise<void> {
  if (!app.world) throw new Error('no training file');
  const { scenario } = open.drill;
  const { account } = grantedBy(await ownedCertificate(app, open.drill.serial));
  const scene = newScene(app, app.world, { scenario, cast: open.cast, account });
  await makeSupportMove({ ...scene, cases }, move);
}
/** The case that the trainee has open on the call at hand. */
const cases = new Map<string, string>();

/** Serves a caller exactly as the model solution does, from the first question to the goodbye. */
export async function serveByTheBook(app: App, scenario: CalledScenario): Promise<DoneDrill> {
  const open = await onTheLineWith(app, scenario);
  const { call, support } = scenario;
  const right = rightCause(scenario);
  const wanted = deedsWanted(scenario);
  grantedBy(await say(app, open, { choose: 'cause', cause: right }));
  if (wanted.includes('report-outage')) grantedBy(await say(app, open, { choose: 'saying', saying: 'outage-known' }));
  for (const move of support) {
    if (move.by === 'supervisor') await letCallerAct(app);
    if (move.do === 'pass-time') grantedBy(await advance(app, move.milliseconds));
    if (move.by !== 'agent') continue;
    if (move.do === 'verify') {
      for (const proof of [...move.passed, ...move.failed]) grantedBy(await say(app, open, { choose: 'proof', proof }));
    }
    await help(app, open, move);
  }
  if (wanted.includes('advise')) grantedBy(await say(app, open, { choose: 'saying', saying: 'advice' }));
  await letCallerAct(app);
  grantedBy(await hangUp(app, open, call.caller === 'impostor' ? 'refused' : 'solved'));
  return lastCall(app);
}

export function lastCall(app: App): DoneDrill {
  const last = app.world && doneDrills(app.world, 'ewa').at(-1);
  if (!last) throw new Error('no call is over');
  return last;
}
