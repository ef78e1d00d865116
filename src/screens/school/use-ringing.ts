import { useState } from 'react';
import type { SimRefusal } from '../../sim/answer.ts';
import type { CalledScenario, ShiftPlace } from '../../sim/drill.ts';
import { ring } from '../../sim/drill-line.ts';
import { useConsole } from '../console-context.ts';
import { explain } from '../explain.ts';

/** Lets a call come in: casts the caller, plays what happened before, and goes to the ringing phone. */
export function useRinging() {
  const { app, session, texts, go, notify } = useConsole();
  const [ringing, setRinging] = useState(false);
  const ringFor = async (scenario: CalledScenario, shift: ShiftPlace | null): Promise<void> => {
    if (!session) return;
    setRinging(true);
    try {
      const rung = await ring(app, session.agentId, scenario, shift);
      if (rung.verdict === 'done') go({ screen: 'call' });
      else notify({ tone: 'warning', text: refused(rung.refusal) });
    } catch (error) {
      notify({ tone: 'danger', text: texts.console.failed(error instanceof Error ? error.message : String(error)) });
    } finally {
      setRinging(false);
    }
  };
  return { ringing, ringFor };

  function refused(refusal: SimRefusal): string {
    const { calls } = texts.school;
    if (refusal.code === 'training-only') return explain(texts, refusal);
    return refusal.code === 'never-rings' ? calls.neverRings : calls.nobody;
  }
}
