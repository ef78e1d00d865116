import type { App } from '../../app.ts';
import { play, type Step } from '../../sim/play.ts';
import { type Move, type ScenarioName, scenarioNames } from '../../sim/scenarios.ts';
import { suitableCertificate } from '../../sim/suitable.ts';
import type { Texts } from '../../text/en.ts';
import { exitCodes } from '../exit.ts';
import { type Located, locateSimulated, type OwnedView } from '../locate.ts';
import { tellAny } from '../refusal.ts';
import { activationState } from '../sentences.ts';
import type { Context, Run } from '../spec.ts';
import { activationDocument } from '../views.ts';

export const simulate: Run = async (context, input) => {
  const { out, texts } = context;
  const name = scenarioNames.find((one) => one === input.maybe('STORY'));
  if (!name) return listStories(context);
  const app = await context.app();
  const located = await chosen(app, input.maybe('CERT'));
  if (!located.found) return out.refuse(located.refusal);
  const { account, view } = located.value;
  const { serial } = view.certificate;
  const { simulate: say } = texts.cli;
  if (!out.json) out.line(say.plays(name, `${account.givenName} ${account.familyName}`, serial));
  const steps: Step[] = [];
  const story = play(app, name, serial);
  let played = await story.next();
  for (; !played.done; played = await story.next()) {
    steps.push(played.value);
    if (!out.json) printStep(context, played.value);
  }
  const ending = played.value;
  if (ending.verdict === 'refused') return out.refuse(ending.refusal);
  const { activation } = ending.value.view;
  const told = steps.map(({ at, move, refusal }) => ({ at, move: move.do, refusal: refusal?.code ?? null }));
  out.answer({ story: name, serial, steps: told, activation: activationDocument(activation) }, () => {
    out.line(say.ended(activationState(texts, activation)));
  });
  return exitCodes.done;
};

function listStories({ out, texts }: Context) {
  const stories: Readonly<Record<ScenarioName, string>> = texts.cli.simulate.stories;
  out.answer({ stories: scenarioNames }, () => {
    out.table(
      [texts.cli.fields.story, ''],
      scenarioNames.map((name) => [name, stories[name]]),
    );
  });
  return exitCodes.done;
}

async function chosen(app: App, given: string | undefined): Promise<Located<OwnedView>> {
  if (given !== undefined || !app.world) return locateSimulated(app, given ?? '');
  const serial = await suitableCertificate(app);
  return serial === null ? { found: false, refusal: { code: 'nobody-suitable' } } : locateSimulated(app, serial);
}

function printStep({ out, texts }: Context, { at, move, refusal }: Step): void {
  const { simulate: say } = texts.cli;
  out.line(`${texts.moments.timeExact(at)}  ${caption(texts, move)}`);
  if (refusal) out.line(`          ${say.belongs(tellAny(texts, refusal).what)}`);
  else if (move.do === 'sign') out.line(`          ${say.signed}`);
}

/** What the move is, in words; every move has them. */
function caption(texts: Texts, move: Move): string {
  const moves: { readonly [Do in Move['do']]: (move: Extract<Move, { readonly do: Do }>) => string } =
    texts.cli.simulate.moves;
  // The table is indexed by the move's own kind; TypeScript cannot follow that correlation.
  return (moves[move.do] as (move: Move) => string)(move);
}
