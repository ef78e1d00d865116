import type { AnyMove, Scenario } from '../../sim/scenario.ts';
import { loadScenarioFile, shippedScenarios } from '../../sim/scenario-files.ts';
import type { Texts } from '../../text/en.ts';
import { tellByCode, tellMove } from '../../text/tell.ts';
import { exitCodes } from '../exit.ts';
import { problemLines, scenarioOf } from '../scenario-loading.ts';
import type { Context, Run } from '../spec.ts';

export const listScenarios: Run = async ({ out, texts }) => {
  const all = await shippedScenarios();
  const { list } = texts.scenarios;
  const documents = all.map(({ name, title, cause }) => ({ name, title: title[texts.language], cause }));
  out.answer({ scenarios: documents }, () => {
    out.table(
      [list.name, list.cause, list.title],
      documents.map(({ name, title, cause }) => [name, causeName(texts, cause), title]),
    );
  });
  return exitCodes.done;
};

export const showScenario: Run = async (context, input) => {
  const { out } = context;
  const found = await scenarioOf(context, input.argument('SCENARIO'));
  if ('code' in found) return out.refuse(found);
  out.answer(found, () => printScenario(context, found));
  return exitCodes.done;
};

export const checkScenarios: Run = async ({ out, texts }, input) => {
  const { check, files } = texts.scenarios;
  const documents: object[] = [];
  let good = true;
  for (const file of input.many('FILE')) {
    const loading = await loadScenarioFile(file);
    good &&= loading.verdict === 'good';
    switch (loading.verdict) {
      case 'good': {
        const { before, support, after } = loading.scenario;
        documents.push({ file, good: true, problems: [] });
        if (!out.json) out.line(check.good(file, before.length + support.length + after.length));
        break;
      }
      case 'bad':
        documents.push({ file, good: false, problems: loading.problems });
        if (out.json) break;
        out.line(check.bad(file, loading.problems.length));
        for (const line of problemLines(texts, file, loading.problems)) out.line(line);
        break;
      case 'unreadable':
        documents.push({ file, good: false, fault: loading.fault });
        if (!out.json) out.line(tellByCode(files, loading.fault));
        break;
    }
  }
  out.answer({ files: documents }, () => undefined);
  return good ? exitCodes.done : exitCodes.refused;
};

function printScenario({ out, texts }: Context, scenario: Scenario): void {
  const { language, scenarios: say, words } = texts;
  const { call, ending } = scenario;
  out.line(scenario.title[language]);
  out.line(`${say.show.teaches} ${scenario.teaches[language]}`);
  printMoves(texts, out, say.phases.before, scenario.before);
  if (call) {
    out.line();
    out.line(`${say.phases.call}. ${say.show.ticket(call.ticket)}`);
    out.line(`${say.show.says(say.moods[call.mood])} ${words.quoted(call.words[language])}`);
    for (const [question, said] of Object.entries(call.answers))
      out.line(`  ${say.questions[question as keyof typeof say.questions]} ${words.quoted(said[language])}`);
    if (scenario.cause) out.line(say.show.cause(causeName(texts, scenario.cause)));
  }
  printMoves(texts, out, say.phases.support, scenario.support);
  printMoves(texts, out, say.phases.after, scenario.after);
  out.line();
  out.line(say.show.ending(words.activation[ending.activation], ending.signatures));
}

function printMoves(
  { language, scenarios: say, words }: Texts,
  out: Context['out'],
  heading: string,
  moves: readonly AnyMove[],
): void {
  if (moves.length === 0) return;
  out.line();
  out.line(heading);
  for (const [place, move] of moves.entries()) {
    out.line(`${String(place + 1).padStart(3)}. ${tellMove(say.moves, language, move)}`);
    if (move.do === 'tell') out.line(`     ${words.quoted(move.words[language])}`);
    if (move.refused !== undefined) out.line(`     ${say.simulate.belongs(say.simulate.refusal(move.refused))}`);
  }
}

function causeName(texts: Texts, cause: Scenario['cause']): string {
  return cause === null ? texts.cli.none : texts.diagnosis.cause[cause].name;
}
