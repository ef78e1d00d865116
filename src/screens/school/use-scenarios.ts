import { useMemo } from 'react';
import type { Scenario } from '../../sim/scenario.ts';
import { shippedScenarios } from '../../sim/scenario-files.ts';
import { useQuestion } from '../../ui/use-question.ts';
import { useConsole } from '../console-context.ts';

/** The scenarios of this school: those that ship, and the trainer's own, which take the place of a shipped one of their name. */
export function useScenarios(): readonly Scenario[] | undefined {
  const { ownCalls } = useConsole();
  const { answer: shipped } = useQuestion(shippedScenarios, 'once');
  return useMemo(() => {
    const own = new Set(ownCalls.map(({ name }) => name));
    return shipped && [...shipped.filter(({ name }) => !own.has(name)), ...ownCalls];
  }, [shipped, ownCalls]);
}
