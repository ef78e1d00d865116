import type { App } from '../../app.ts';
import { type Cast, castFor, castOn } from '../../sim/cast.ts';
import type { EndingFault } from '../../sim/ending.ts';
import { createPlayer, type Player, playThrough, type Step, seededDoor } from '../../sim/player.ts';
import type { Scenario } from '../../sim/scenario.ts';
import type { Texts } from '../../text/en.ts';
import { tellMove } from '../../text/tell.ts';
import { exitCodes } from '../exit.ts';
import type { Input } from '../input.ts';
import { type Located, locateSimulated } from '../locate.ts';
import { type CliRefusal, tellAny } from '../refusal.ts';
import { scenarioOf } from '../scenario-loading.ts';
import { activationState } from '../sentences.ts';
import type { Context, Run } from '../spec.ts';
import { activationDocument } from '../views.ts';

interface Stage {
  readonly app: App;
  readonly cast: Cast;
  readonly player: Player;
}

export const simulate: Run = async (context, input) => {
  const { out, texts } = context;
  const scenario = await scenarioOf(context, input.argument('SCENARIO'));
  if ('code' in scenario) return out.refuse(scenario);
  const set = await setStage(await context.app(), scenario, input);
  if (!set.found) return out.refuse(set.refusal);
  const { app, cast, player } = set.value;
  const { serial, customerId } = cast;
  const { simulate: say } = texts.scenarios;
  if (!out.json) out.line(say.plays(scenario.title[texts.language], cast.name, customerId, serial));
  const steps: Step[] = [];
  for await (const step of playThrough(app, player)) {
    steps.push(step);
    if (!out.json) printStep(context, step);
  }
  const last = steps.at(-1);
  if (last?.refusal && !last.asTold) return out.refuse(last.refusal);
  const found = await app.ask.certificate(serial, app.now());
  if (found.found !== 'one') return out.refuse({ code: 'certificate-unknown' });
  const { activation } = found.view;
  const differs = player.state() === 'over' ? await player.ended() : [];
  const told = steps.map(({ at, phase, move, refusal }) => ({
    at,
    phase,
    move: move.do,
    refusal: refusal?.code ?? null,
  }));
  const document = { scenario: scenario.name, customerId, serial, steps: told, state: player.state() };
  out.answer({ ...document, activation: activationDocument(activation), differs }, () => {
    if (player.state() === 'with-support') out.line(say.calling(customerId));
    else out.line(say.ended(activationState(texts, activation)));
    if (player.state() === 'over') out.line(differs.length === 0 ? say.holds : say.differs(faultsIn(texts, differs)));
  });
  return player.state() === 'broken' || differs.length > 0 ? exitCodes.refused : exitCodes.done;
};

/** The people and the player; with a seed everything that chance decides can be told again. */
async function setStage(unseeded: App, scenario: Scenario, input: Input): Promise<Located<Stage>> {
  const seed = input.count('seed');
  const door = seed === undefined ? null : seededDoor(unseeded, seed);
  if (door?.verdict === 'refused') return lost(door.refusal);
  const app = door?.value ?? unseeded;
  const casting = { seed: seed ?? app.now(), take: 1 };
  const given = input.maybe('CERT');
  const located = given === undefined ? null : await locateSimulated(app, given);
  if (located && !located.found) return located;
  const cast = located
    ? await castOn(app, scenario, located.value.view.certificate.serial, casting)
    : await castFor(app, scenario, casting);
  if (cast.verdict === 'refused') return lost(cast.refusal);
  const support = input.flag('untilCall') ? 'somebody' : 'model';
  const player = await createPlayer(app, scenario, cast.value, { support });
  if (player.verdict === 'refused') return lost(player.refusal);
  return { found: true, value: { app, cast: cast.value, player: player.value } };
}

function lost(refusal: CliRefusal): Located<never> {
  return { found: false, refusal };
}

function printStep({ out, texts }: Context, { at, move, refusal, asTold }: Step): void {
  const { language, moments, scenarios: say, words } = texts;
  const indent = ' '.repeat(moments.timeExact(at).length + 2);
  out.line(`${moments.timeExact(at)}  ${tellMove(say.moves, language, move)}`);
  if (move.do === 'tell') out.line(`${indent}${words.quoted(move.words[language])}`);
  if (refusal) {
    const { what } = tellAny(texts, refusal);
    out.line(`${indent}${asTold ? say.simulate.belongs(what) : say.simulate.notTold(what)}`);
  } else if (!asTold) {
    out.line(`${indent}${say.simulate.shouldBeRefused(say.simulate.refusal(move.refused ?? ''))}`);
  }
}

function faultsIn(texts: Texts, faults: readonly EndingFault[]): string {
  return faults.map((fault) => tellFault(texts, fault)).join('; ');
}

function tellFault({ scenarios, words }: Texts, fault: EndingFault): string {
  const { endings } = scenarios;
  const outcomes = (list: readonly (keyof typeof words.outcome)[]) =>
    list.length === 0 ? endings.none : list.map((outcome) => words.outcome[outcome]).join(', ');
  switch (fault.what) {
    case 'cause':
      return endings.cause(fault.wanted, fault.found ?? endings.none);
    case 'activation':
      return endings.activation(words.activation[fault.wanted], words.activation[fault.found]);
    case 'attempts':
      return endings.attempts(outcomes(fault.wanted), outcomes(fault.found));
    case 'signatures':
      return endings.signatures(fault.wanted, fault.found);
    case 'missing':
    case 'unwanted':
      return endings[fault.what](fault.fact);
  }
}
