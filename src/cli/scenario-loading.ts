import type { Scenario } from '../sim/scenario.ts';
import { loadScenario, type ScenarioLoading } from '../sim/scenario-files.ts';
import type { ScenarioProblem } from '../sim/scenario-problem.ts';
import type { Texts } from '../text/en.ts';
import { tellByCode } from '../text/tell.ts';
import type { CliRefusal } from './refusal.ts';
import type { Context } from './spec.ts';

/** A file full of the same mistake does not fill the screen. */
const MOST_PROBLEMS = 40;

/** A scenario by its name or file; what is wrong with it is told, and then the refusal is the answer. */
export async function scenarioOf({ out, texts }: Context, nameOrFile: string): Promise<Scenario | CliRefusal> {
  const loading = await loadScenario(nameOrFile);
  if (loading.verdict === 'good') return loading.scenario;
  if (loading.verdict === 'bad') for (const line of problemLines(texts, nameOrFile, loading.problems)) out.note(line);
  return loadingRefusal(nameOrFile, loading);
}

function loadingRefusal(path: string, loading: Exclude<ScenarioLoading, { verdict: 'good' }>): CliRefusal {
  switch (loading.verdict) {
    case 'bad':
      return { code: 'scenario-wrong', path, mistakes: loading.problems.length };
    case 'unreadable':
      return { code: 'scenario-unreadable', fault: loading.fault };
    case 'unknown':
      return { code: 'scenario-unknown', name: loading.name, meant: loading.meant };
  }
}

/** `mine.yaml:12:5: before, 3, enter-code: “rihgt” is not possible here. …` */
export function problemLines(texts: Texts, path: string, problems: readonly ScenarioProblem[]): readonly string[] {
  const { check } = texts.scenarios;
  const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => {
    const { line, column } = problem;
    return `${path}:${line}:${column}: ${placeOf(texts, problem)}: ${tellByCode(texts.scenarios.problems, problem)}`;
  });
  return problems.length > MOST_PROBLEMS ? [...lines, check.more(problems.length - MOST_PROBLEMS)] : lines;
}

/** List places count from 1 for people. */
function placeOf(texts: Texts, { path }: ScenarioProblem): string {
  const parts = path.map((part) => (typeof part === 'number' ? String(part + 1) : part));
  return parts.length > 0 ? parts.join(' › ') : texts.scenarios.check.top;
}
