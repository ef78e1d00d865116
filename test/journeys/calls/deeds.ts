import { operatorOf } from '../../../src/domain/mobile-operators.ts';
import { type ReasonCode, reasonCodes } from '../../../src/domain/situation.ts';
import type { Proof } from '../../../src/domain/support-case.ts';
import { formFor, proofsFor } from '../../../src/screens/change/change-state.ts';
import type { SupportChange } from '../../../src/screens/routes.ts';
import type { SupportMove } from '../../../src/sim/scenario.ts';
import type { Hand } from './hand.ts';
import type { Stage } from './stage.ts';

/** What an agent, or a supervisor, does in a call. */
export type Deed = keyof typeof deeds;

export function doDeed(deed: Deed, stage: Stage): Promise<void> {
  return deeds[deed](stage);
}

const deeds = {
  /** Reads every cause and the words for the caller. */
  async why({ agent, texts, scenario: { cause } }: Stage) {
    await agent.press('y');
    await agent.robot.see(texts.diagnosis.title, cause === null ? '' : texts.diagnosis.cause[cause].name);
  },
  async verify(stage: Stage) {
    const { agent } = stage;
    await agent.press('v');
    await ticketAndProofs(stage, model(stage, 'verify'));
    await agent.robot.see('Verified: the caller is');
    await agent.press('enter');
  },
  async close({ agent }: Stage) {
    await agent.robot.see('Close the case');
    await agent.press('C');
    await agent.robot.see('The case is closed.');
  },
  async unlock(stage: Stage) {
    await change(stage, 'u', 'unlock', model(stage, 'unlock'));
    await stage.agent.robot.see('Unlocked.');
    await stage.agent.press('enter');
  },
  async askUnlock(stage: Stage) {
    await change(stage, 'u', 'ask-unlock', model(stage, 'ask-approval'));
    await asked(stage);
  },
  async askReset(stage: Stage) {
    await change(stage, 'r', 'ask-reset', model(stage, 'ask-approval'));
    await asked(stage);
  },
  async askNumber(stage: Stage) {
    await change(stage, 'P', 'ask-phone', model(stage, 'ask-phone-change'));
    await asked(stage);
  },
  approve: (stage: Stage) => decide(stage, 'A'),
  approveAtOnce: (stage: Stage) => decide(stage, 'O'),
  /** The answers are wrong: recorded where the caller wanted something, and nothing else happens. */
  async refuse(stage: Stage) {
    const { agent } = stage;
    await agent.press('P');
    const { failed } = model(stage, 'verify');
    await ticketAndProofs(stage, { passed: [], failed }, 'f');
    await agent.robot.see('The failed verification is recorded.');
    await agent.press('enter');
    await agent.robot.see('Account');
  },
  async freeze(stage: Stage) {
    const { agent, scenario } = stage;
    await agent.press('F');
    await agent.robot.see('1 Ticket');
    await agent.type('ticket', scenario.call?.ticket ?? '');
    await agent.press('enter');
    await agent.robot.see(/▸ \d Reason/);
    await agent.press('enter');
    await agent.type('note', model(stage, 'freeze').note);
    await agent.press('enter');
    await agent.robot.see(/Press\s+y/);
    await agent.press('y');
    await agent.robot.see('Frozen.');
    await agent.press('enter');
  },
  async abort({ agent }: Stage) {
    await agent.press('!');
    await agent.robot.see('Abort the call', /→ frozen/);
    await agent.press('y');
    await agent.robot.see('Aborted.');
    await agent.press('enter');
  },
  async recogniseOutage(stage: Stage) {
    const supervisor = await stage.supervisor();
    const { note } = model(stage, 'recognise-outage');
    const operator = operatorOf(stage.phone);
    await supervisor.press('6');
    await supervisor.robot.see(operator);
    while (!supervisor.robot.screen().includes(`▸ ${operator}`)) await supervisor.press('down');
    await supervisor.press('enter');
    await supervisor.robot.see('Recognise outage');
    await supervisor.press('o');
    await supervisor.robot.see('Note:');
    await supervisor.type('note', note);
    await supervisor.press('enter', 'y');
    await supervisor.robot.see(`Outage of ${operator} recognised`);
  },
} as const;

type ModelMove<Do extends SupportMove['do']> = Extract<SupportMove, { readonly do: Do }>;

/** What the model solution says about it. */
function model<Do extends SupportMove['do']>({ scenario }: Stage, name: Do): ModelMove<Do> {
  const move = scenario.support.find((one): one is ModelMove<Do> => one.do === name);
  if (!move) throw new Error(`the model solution of ${scenario.name} has no ${name}`);
  return move;
}

interface Proven {
  readonly passed: readonly Proof[];
  readonly failed: readonly Proof[];
}

async function ticketAndProofs({ agent, scenario }: Stage, { passed, failed }: Proven, then = 'enter') {
  await agent.robot.see('1 Ticket');
  await agent.type('ticket', scenario.call?.ticket ?? '');
  await agent.press('enter');
  const list = proofsFor('agent');
  const asked = list.filter((proof) => passed.includes(proof) || failed.includes(proof));
  let at = 0;
  for (const proof of shorter(
    asked.map((one) => list.indexOf(one)),
    list.length,
  )) {
    await down(agent, way(at, proof, list.length));
    at = proof;
    const name = list[proof];
    await agent.press(name && failed.includes(name) ? 'x' : 'space');
  }
  await agent.press(then);
}

/** From the key to the confirmed change. */
async function change(
  stage: Stage,
  key: string,
  which: SupportChange,
  { reason, note }: { readonly reason: ReasonCode; readonly note: string },
) {
  const { agent, newPhone } = stage;
  await agent.press(key);
  if (!stage.isVerified()) await ticketAndProofs(stage, model(stage, 'verify'));
  if (which === 'ask-phone') {
    await agent.robot.see('New number');
    await agent.type('new number', newPhone.e164);
    await agent.robot.see(' · ');
    await agent.press('enter');
  }
  await agent.robot.see(/▸ \d Reason/);
  await down(agent, way(startingAt(which, stage), reasonCodes.indexOf(reason), reasonCodes.length));
  await agent.press('enter');
  await agent.type('note', note);
  await agent.press('enter');
  await agent.robot.see(/Press\s+y/);
  await agent.press('y');
}

/** The reason that is chosen already. */
function startingAt(which: SupportChange, { scenario: { cause } }: Stage): number {
  return formFor(which, cause).reason;
}

/** The shorter way in a list that goes round: so many steps down, or up. */
function way(from: number, to: number, count: number): number {
  const ahead = (to - from + count) % count;
  return ahead <= count - ahead ? ahead : ahead - count;
}

function shorter(places: readonly number[], count: number): readonly number[] {
  const length = (order: readonly number[]) =>
    order.reduce((sum, to, place) => sum + Math.abs(way(order[place - 1] ?? 0, to, count)), 0);
  return permutations(places).reduce((best, order) => (length(order) < length(best) ? order : best), places);
}

function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length < 2) return [places];
  return places.flatMap((first, at) => permutations(places.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

async function down({ press }: Hand, steps: number) {
  for (let step = 0; step < Math.abs(steps); step++) await press(steps > 0 ? 'down' : 'up');
}

async function asked({ agent }: Stage) {
  await agent.robot.see('Asked for approval.');
  await agent.press('enter');
}

async function decide(stage: Stage, yes: 'A' | 'O') {
  const supervisor = await stage.supervisor();
  await supervisor.press('4');
  await supervisor.robot.see(stage.familyName);
  await supervisor.press('enter');
  await supervisor.robot.see('Approve');
  await supervisor.press(yes);
  await supervisor.robot.see('Approved and carried out');
}
